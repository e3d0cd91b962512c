/** On a narrow screen one phone at a time, chosen by tabs with the keys that tabs have. */

import { avatar } from "./avatar.js";
import { h, reconcile } from "./dom.js";

const NARROW = window.matchMedia("(max-width: 699px)");

export class Tabs {
  #root;
  #onShow;
  #tabs = new Map();
  #chosen = null;
  #say = null;

  /** `onShow(id)` is called when a phone has come into view. */
  constructor(root, onShow) {
    this.#root = root;
    this.#onShow = onShow;
    root.addEventListener("keydown", (event) => this.#step(event));
    NARROW.addEventListener("change", () => this.#draw());
  }

  /** Have one tab for each of `people`. */
  set(people, say) {
    this.#say = say;
    const before = this.#tabs;
    this.#tabs = new Map(people.map((person) => [person.id, before.get(person.id) ?? this.#make(person)]));
    for (const person of people) this.#tabs.get(person.id).name = person.first_name;
    reconcile(this.#root, [...this.#tabs.values()].map(({ tab }) => tab));
    if (!this.#tabs.has(this.#chosen)) this.#chosen = people[0]?.id ?? null;
    this.#draw();
  }

  choose(id) {
    this.#chosen = id;
    this.#draw();
    this.#tabs.get(id)?.tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#onShow(id);
  }

  /** Something new is in the phone of `id`; says so unless it is the one in view. */
  mark(id) {
    const entry = this.#tabs.get(id);
    if (!entry || id === this.#chosen) return;
    entry.isNew = true;
    this.#draw();
  }

  #make(person) {
    const id = person.id;
    const word = h("span", {});
    const tab = h(
      "button",
      { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `phone-${id}`, on: { click: () => this.choose(id) } },
      avatar(person),
      word,
    );
    return { tab, word, name: person.first_name, isNew: false };
  }

  #draw() {
    for (const [id, entry] of this.#tabs) {
      const isChosen = id === this.#chosen;
      if (isChosen) entry.isNew = false;
      entry.word.textContent = entry.name;
      entry.tab.classList.toggle("new", entry.isNew);
      entry.tab.setAttribute("aria-label", entry.isNew ? this.#say("unread", { name: entry.name }) : entry.name);
      entry.tab.setAttribute("aria-selected", String(isChosen));
      entry.tab.tabIndex = isChosen ? 0 : -1;
      this.#panel(id, isChosen);
    }
  }

  #panel(id, isChosen) {
    const phone = document.getElementById(`phone-${id}`);
    phone?.classList.toggle("chosen", isChosen);
    if (NARROW.matches) phone?.setAttribute("role", "tabpanel");
    else phone?.removeAttribute("role");
  }

  #step(event) {
    const ids = [...this.#tabs.keys()];
    const place = ids.indexOf(this.#chosen);
    const wanted = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    this.choose(ids.at(wanted % ids.length));
    this.#tabs.get(this.#chosen).tab.focus();
  }
}
