/** All telephones of the page: side by side, or one at a time with tabs on a narrow screen. */

import { reconcile } from "./dom.js";
import { Phone } from "./phone.js";
import { Tabs } from "./tabs.js";

export class Phones {
  #root;
  #bot;
  #page;
  #phones = new Map();
  #tabs;
  #eye;

  /** `page`: `{api, rota, dialogs, say, lang, announce, changed(), reload()}`. */
  constructor(root, tabs, bot, page) {
    this.#root = root;
    this.#bot = bot;
    this.#page = page;
    this.#tabs = new Tabs(tabs, (id) => this.#phones.get(id)?.settle());
    this.#eye = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) page.rota.look(Number(target.id.split("-")[1]), isIntersecting);
    });
  }

  /** Make the page show `people`, with their `notes` as the demo gives them. */
  sync(people, notes) {
    const present = new Set(people.map(({ id }) => id));
    for (const id of [...this.#phones.keys()]) if (!present.has(id)) this.#drop(id);
    for (const person of people) this.#show(person, notes[person.id]?.role?.[this.#page.lang] ?? this.#page.say("noRole"));
    reconcile(this.#root, people.map(({ id }) => this.#phones.get(id).element));
    this.#tabs.set(people, this.#page.say);
    document.getElementById("nobody").hidden = people.length > 0;
    this.#root.hidden = people.length === 0;
  }

  /** Bring the phone of this person into view and put the focus there. */
  open(id) {
    this.#tabs.choose(id);
    const phone = this.#phones.get(id);
    phone?.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    phone?.focus();
  }

  #show(person, role) {
    if (!this.#phones.has(person.id)) this.#make(person);
    this.#phones.get(person.id).update(person, role);
  }

  #make(person) {
    const { api, rota, dialogs, changed, reload } = this.#page;
    const page = this.#page;
    const phone = new Phone(person, this.#bot, {
      api,
      rota,
      dialogs,
      changed,
      reload,
      say: (key, values) => page.say(key, values),
      remove: (one) => this.#remove(one),
      lost: (one) => this.#lost(one.id),
      unread: (one) => this.#tabs.mark(one.id),
    });
    this.#phones.set(person.id, phone);
    this.#eye.observe(phone.element);
    rota.add(person.id, phone);
  }

  #drop(id) {
    this.#page.rota.remove(id);
    this.#eye.unobserve(this.#phones.get(id).element);
    this.#phones.delete(id);
  }

  #lost(id) {
    this.#page.rota.remove(id);
    this.#page.reload();
  }

  async #remove(person) {
    const { api, dialogs, say, announce, reload } = this.#page;
    const name = person.first_name;
    if (!(await dialogs.remove(say("removeQuestion", { name })))) return;
    try {
      await api.removePerson(person.id);
      await reload();
      announce(say("removed", { name }));
      this.#root.focus();
    } catch {
      announce(say("pageFailed"), true);
    }
  }
}
