/** One person's telephone: who it is, the chat with the bot, and where to write. */

import { avatar } from "./avatar.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { h, icon, iconButton, relabel } from "./dom.js";
import { languageOf, speaker } from "./i18n.js";
import { languageSwitch } from "./languages.js";
import { deepLink, safeAddress } from "./links.js";

const TOAST_LEAST = 3000;
const TOAST_PER_LETTER = 60;

export class Phone {
  element;
  #person;
  #bot;
  #page;
  #parts;
  #chat;
  #composer;
  #loaded = false;

  /** `page`: `{api, rota, dialogs, say, changed(), reload(), remove(person), lost(person), unread(person)}`; see phones.js. */
  constructor(person, bot, page) {
    this.#person = person;
    this.#bot = bot;
    this.#page = page;
    this.#parts = this.#build();
    this.#chat = new Chat(this.#parts.log, this.#abilities());
    this.#composer = new Composer(person.id, this.#writing());
    this.#parts.device.append(this.#composer.element);
    this.element = this.#assemble();
  }

  receive(messages) {
    const isNews = this.#chat.receive(messages);
    if (isNews && this.#loaded) {
      this.#page.unread(this.#person);
      this.#page.changed();
    }
    this.#loaded = true;
    this.#parts.device.classList.remove("loading");
    this.#stand();
    this.#jump();
  }

  forget() {
    this.#loaded = false;
    this.#chat.clear();
  }

  trouble(isSo) {
    this.#parts.trouble.hidden = !isSo;
  }

  gone() {
    this.#page.lost(this.#person);
  }

  /** The person or the page's language may have changed; `role` is the note for this person, or empty. */
  update(person, role) {
    const changedLanguage = languageOf(person.language_code) !== languageOf(this.#person.language_code);
    this.#person = person;
    this.#nameOwner(role);
    this.#nameDevice();
    this.#stand();
    if (!changedLanguage) return;
    this.#composer.retitle();
    this.#chat.redraw();
  }

  focus() {
    this.#composer.focus();
  }

  /** The telephone is on screen again: what was measured while it was not may be wrong. */
  settle() {
    this.#chat.toEnd();
  }

  get #lang() {
    return languageOf(this.#person.language_code);
  }

  #say(key, values) {
    return speaker(this.#lang)(key, values);
  }

  #abilities() {
    const phone = this;
    return {
      personId: this.#person.id,
      botName: this.#bot.first_name,
      username: this.#bot.username,
      get lang() {
        return phone.#lang;
      },
      say: (key, values) => this.#say(key, values),
      openDeepLink: (payload) => this.#openDeepLink(payload),
      sendCommand: (text) => this.#try(this.#send(text)),
      openPicture: (url, caption) => this.#page.dialogs.picture(url, caption),
      copy: (text) => this.#try(navigator.clipboard.writeText(text).then(() => this.#toast(this.#say("copied")))),
      tap: (message, key, element) => this.#tap(message, key, element),
    };
  }

  #writing() {
    return {
      say: (key, values) => this.#say(key, values),
      commands: () => this.#page.api.commands(this.#person.id),
      send: (text) => this.#send(text),
      sendFile: (file, caption) => this.#urged(this.#page.api.sendFile(this.#person.id, file, caption)),
      start: () => this.#try(this.#start("")),
      report: (key) => this.#toast(this.#say(key)),
    };
  }

  async #urged(work) {
    this.#page.rota.urge(this.#person.id);
    const answer = await work;
    this.#page.changed();
    return answer;
  }

  #try(work) {
    return work.catch(() => this.#toast(this.#say("failed")));
  }

  async #send(text) {
    const deep = deepLink(text, this.#bot.username);
    if (deep?.payload != null) await this.#start(deep.payload);
    else if (!deep) await this.#urged(this.#page.api.send(this.#person.id, text));
  }

  async #start(payload) {
    if (this.#person.blocked) await this.#block(false);
    await this.#urged(this.#page.api.start(this.#person.id, payload));
    this.#composer.focus();
  }

  #openDeepLink(payload) {
    if (payload === null) this.#composer.focus();
    else this.#try(this.#start(payload));
  }

  async #block(isSo) {
    const { api } = this.#page;
    await (isSo ? api.block(this.#person.id) : api.unblock(this.#person.id));
    this.#person = { ...this.#person, blocked: isSo };
    this.#stand();
  }

  async #tap(message, key, element) {
    element.setAttribute("aria-busy", "true");
    const place = element.dataset.place;
    try {
      const answer = await this.#urged(this.#page.api.tap(this.#person.id, message.message_id, key.callback_data));
      await this.#show(answer);
    } catch {
      this.#toast(this.#say("failed"));
    } finally {
      element.removeAttribute("aria-busy");
      if (!element.isConnected && document.activeElement === document.body) {
        this.#chat.focusNear(message.message_id, key.text, place);
      }
    }
  }

  async #show(answer) {
    if (answer === null) this.#toast(this.#say("noAnswer"));
    else if (answer.url) this.#follow(answer.url);
    else if (answer.text && answer.show_alert) {
      await this.#page.dialogs.alert(this.#person.first_name, answer.text, this.#say("ok"), this.#lang, this.#parts.device);
    } else if (answer.text) this.#toast(answer.text);
  }

  #follow(url) {
    const deep = deepLink(url, this.#bot.username);
    const address = safeAddress(url);
    if (deep) this.#openDeepLink(deep.payload);
    else if (address) window.open(address, "_blank", "noopener,noreferrer");
  }

  #build() {
    const id = this.#person.id;
    const log = h("div", { class: "log", role: "log", "aria-busy": "true", tabindex: 0 });
    log.addEventListener("scroll", () => this.#jump(), { passive: true });
    return {
      log,
      face: avatar(this.#person),
      name: h("h2", { id: `name-${id}` }),
      role: h("p", { class: "role" }),
      languages: languageSwitch((lang) => this.#chooseLanguage(lang)),
      remove: iconButton("close", "", () => this.#page.remove(this.#person)),
      stop: iconButton("stop", "", () => this.#try(this.#block(true).then(() => this.focus()))),
      botKind: h("p", {}),
      trouble: h("p", { class: "trouble", role: "status", hidden: true }),
      welcome: h("div", { class: "welcome", hidden: true }, icon("book"), h("h3"), h("p")),
      toasts: h("div", { class: "toasts", role: "status" }),
      toEnd: iconButton("down", "", () => this.#toEnd(), "to-end"),
      device: h("div", { class: "device loading" }),
    };
  }

  #assemble() {
    const { face, name, role, languages, remove, stop, botKind, trouble, log, welcome, toEnd, toasts, device } = this.#parts;
    const owner = h("header", { class: "owner" }, face, h("div", { class: "who" }, name, role), languages.element, remove);
    const badge = h("span", { class: "avatar bot", "aria-hidden": "true" }, icon("book"));
    const bar = h("div", { class: "bar" }, badge, h("div", { class: "who" }, h("p", { class: "bot-name" }, this.#bot.first_name), botKind), stop);
    const screen = h("div", { class: "screen" }, log, welcome, toEnd, toasts);
    device.prepend(bar, trouble, screen);
    return h("section", { class: "phone", id: `phone-${this.#person.id}` }, owner, device);
  }

  #nameOwner(role) {
    const name = this.#person.first_name;
    const { say } = this.#page;
    this.element.setAttribute("aria-label", say("phoneOf", { name }));
    this.#parts.name.textContent = name;
    this.#parts.role.textContent = role;
    this.#parts.languages.set(this.#lang, say("languageOfPerson", { name }));
    relabel(this.#parts.remove, say("remove", { name }));
  }

  #nameDevice() {
    const { device, log, stop, botKind, trouble, toEnd, welcome } = this.#parts;
    device.lang = this.#lang;
    log.setAttribute("aria-label", this.#say("chatWith", { bot: this.#bot.first_name }));
    relabel(stop, this.#say("stop"));
    relabel(toEnd, this.#say("toEnd"));
    botKind.textContent = this.#say("bot");
    trouble.textContent = this.#say("reconnecting");
    welcome.querySelector("h3").textContent = this.#say("emptyTitle");
    welcome.querySelector("p").textContent = this.#say("emptyText");
  }

  #stand() {
    const isNew = this.#loaded && this.#chat.isEmpty;
    this.#parts.welcome.hidden = !isNew || this.#person.blocked;
    this.#parts.stop.hidden = isNew || this.#person.blocked;
    this.#composer.stand(this.#person.blocked ? "stopped" : isNew ? "new" : "open");
  }

  #toEnd() {
    this.#chat.toEnd();
    this.#parts.log.focus({ preventScroll: true });
  }

  #jump() {
    this.#parts.toEnd.hidden = this.#chat.isAtEnd;
  }

  async #chooseLanguage(lang) {
    await this.#try(this.#page.api.changePerson(this.#person.id, { language_code: lang }).then(() => this.#page.reload()));
  }

  #toast(text) {
    const toast = h("p", { class: "toast" }, text);
    this.#parts.toasts.append(toast);
    setTimeout(() => toast.remove(), TOAST_LEAST + text.length * TOAST_PER_LETTER);
  }
}
