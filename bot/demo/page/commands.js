/** The command menu of one phone: opened by its button, or by typing a slash. */

import { h } from "./dom.js";

export class Commands {
  #box;
  #opener;
  #act;
  #all = [];
  #turn = 0;

  /** `box` is filled with the list, `opener` shows whether it is open. `act`: `{commands(), choose(text), leave(), say}`. */
  constructor(box, opener, act) {
    this.#box = box;
    this.#opener = opener;
    this.#act = act;
    box.addEventListener("keydown", (event) => this.#step(event));
  }

  get isOpen() {
    return !this.#box.hidden;
  }

  /** Ask for the commands as they are now and show those beginning with `typed`. */
  async open(typed = "/") {
    const turn = ++this.#turn;
    this.#all = await this.#act.commands();
    if (turn === this.#turn) this.#show(typed);
  }

  /** Show only those that begin with `typed`. */
  narrow(typed) {
    if (this.isOpen) this.#show(typed);
  }

  close() {
    this.#turn += 1;
    this.#box.hidden = true;
    this.#opener.setAttribute("aria-expanded", "false");
  }

  focusFirst() {
    this.#box.querySelector("button")?.focus();
  }

  #show(typed) {
    const fitting = this.#all.filter(({ command }) => `/${command}`.startsWith(typed.toLowerCase()));
    const entries = fitting.map(({ command, description }) =>
      h(
        "button",
        { type: "button", on: { click: () => this.#act.choose(`/${command}`) } },
        h("b", {}, `/${command}`),
        h("span", {}, description),
      ),
    );
    const nothing = h("p", {}, this.#act.say("noCommands"));
    this.#box.replaceChildren(...(entries.length || typed !== "/" ? entries : [nothing]));
    this.#box.hidden = !this.#box.hasChildNodes();
    this.#opener.setAttribute("aria-expanded", String(this.isOpen));
  }

  #step(event) {
    if (event.key === "Escape") {
      this.#act.leave();
      return;
    }
    const buttons = [...this.#box.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !buttons.length) return;
    event.preventDefault();
    const place = buttons.indexOf(document.activeElement) + step;
    buttons[(place + buttons.length) % buttons.length].focus();
  }
}
