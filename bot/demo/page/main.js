/** The page: what is built, and what keeps it up to date. */

import { api } from "./api.js";
import { Clock } from "./clock.js";
import { makeDialogs } from "./dialogs.js";
import { h } from "./dom.js";
import { fillTexts, rememberedLanguage, rememberLanguage, speaker } from "./i18n.js";
import { languageSwitch } from "./languages.js";
import { Phones } from "./phones.js";
import { Rota } from "./rota.js";

const LOOK_AROUND = 10_000;
const SOON = 700;
const RETRY = 2000;
const FADES_AFTER = 6000;
const HINT_KEY = "glasnik.hint";

const find = (id) => document.getElementById(id);

class Page {
  api = api;
  dialogs = makeDialogs();
  rota = new Rota((id, after, wait, signal) => api.chat(id, after, wait, signal));
  lang = rememberedLanguage();
  #languages = languageSwitch((lang) => this.#speak(lang));
  #clock = new Clock(find("clock"), this);
  #phones = null;
  #people = [];
  #notes = {};
  #soon = 0;
  #fading = 0;

  async begin() {
    find("page-language").append(this.#languages.element);
    for (const id of ["add-person", "nobody-add"]) find(id).addEventListener("click", () => this.#add());
    this.#hint();
    this.#speak(this.lang);
    document.addEventListener("visibilitychange", () => this.#rest());
    setInterval(() => document.hidden || this.reload(), LOOK_AROUND);
    await this.reload();
  }

  get say() {
    return speaker(this.lang);
  }

  /** Tell everybody: a screen reader always, the eyes too if it `isSeen`. */
  announce = (text, isSeen = false) => {
    const status = find("page-status");
    status.classList.toggle("unseen", !isSeen);
    status.replaceChildren(h("span", {}, text));
    clearTimeout(this.#fading);
    if (isSeen) this.#fading = setTimeout(() => status.replaceChildren(), FADES_AFTER);
  };

  /** Something was done whose consequences (next due, people) show in a moment. */
  changed = () => {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(this.reload, SOON);
  };

  /** Ask who is there and what time it is; where nobody answers (yet), it is asked again soon. */
  reload = async () => {
    try {
      this.#phones ??= new Phones(find("phones"), find("tabs"), await api.me(), this);
      const [people, demo] = await Promise.all([api.people(), this.#demo()]);
      this.#people = people;
      this.#notes = demo?.people ?? {};
      if (demo) this.#clock.set(demo);
      this.#phones.sync(people, this.#notes);
    } catch (error) {
      if (!(error instanceof TypeError) && error.status === undefined) throw error;
      clearTimeout(this.#soon);
      this.#soon = setTimeout(this.reload, RETRY);
    }
  };

  /** What the demo says, or null where the local Telegram runs without it. */
  async #demo() {
    try {
      return await api.demo();
    } catch (error) {
      if (error.status === 404) return null;
      throw error;
    }
  }

  async #add() {
    const wanted = await this.dialogs.add(this.lang);
    if (!wanted?.name) return;
    try {
      const { id } = await api.addPerson(wanted.name, wanted.language);
      await this.reload();
      this.announce(this.say("added", { name: wanted.name }));
      this.#phones.open(id);
    } catch {
      this.announce(this.say("pageFailed"), true);
    }
  }

  #speak(lang) {
    this.lang = lang;
    rememberLanguage(lang);
    document.documentElement.lang = lang;
    document.title = this.say("pageTitle");
    fillTexts(document, this.say);
    this.#languages.set(lang, this.say("languageOfPage"));
    this.#clock.draw();
    this.#phones?.sync(this.#people, this.#notes);
  }

  #hint() {
    find("hint").hidden = localStorage.getItem(HINT_KEY) === "read";
    find("hint-close").addEventListener("click", () => {
      localStorage.setItem(HINT_KEY, "read");
      find("hint").hidden = true;
      find("phones").focus();
    });
  }

  #rest() {
    if (document.hidden) this.rota.pause();
    else {
      this.rota.resume();
      this.reload();
    }
  }
}

await new Page().begin();
