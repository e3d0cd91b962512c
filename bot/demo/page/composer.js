/** Where a person writes: the box, the paperclip, the command menu, and Start where there is no chat yet. */

import { Commands } from "./commands.js";
import { h, icon, iconButton, relabel } from "./dom.js";

export class Composer {
  element;
  #act;
  #file = null;
  #stands = null;
  #parts;
  #commands;

  /**
   * @param id makes ids unique in the page.
   * @param act `{say, commands(), send(text), sendFile(file, caption), start(), report(key)}`; the sending ones are promises.
   */
  constructor(id, act) {
    this.#act = act;
    this.#parts = this.#build(id);
    const { list, menu, box } = this.#parts;
    this.#commands = new Commands(list, menu, {
      say: (key) => act.say(key),
      commands: () => act.commands(),
      choose: (text) => this.#choose(text),
      leave: () => this.#leave(),
    });
    this.element = this.#assemble();
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(event.relatedTarget)) this.#commands.close();
    });
    box.addEventListener("input", () => this.#typed());
    box.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** Words in the person's language. */
  retitle() {
    const { say } = this.#act;
    const isNew = this.#stands === "new";
    const { menu, clip, box, send, start, note } = this.#parts;
    relabel(menu, say("commands"));
    relabel(clip, say("attach"));
    relabel(send, say("send"));
    box.placeholder = say(isNew ? "messageOrLink" : "message");
    box.setAttribute("aria-label", say(isNew ? "messageOrLink" : "message"));
    start.textContent = say("start");
    note.textContent = say("stopped");
    this.#attach(this.#file);
  }

  /** `stands` is `new` (no message yet), `open` or `stopped` (the bot is blocked). */
  stand(stands) {
    if (stands === this.#stands) return;
    this.#stands = stands;
    const { start, note, row } = this.#parts;
    start.hidden = stands === "open";
    note.hidden = stands !== "stopped";
    row.hidden = stands === "stopped";
    this.retitle();
  }

  focus() {
    const { start, row, box } = this.#parts;
    (row.hidden ? start : box).focus();
  }

  #build(id) {
    const list = h("div", { class: "commands", id: `commands-${id}`, hidden: true });
    const menu = iconButton("menu", "", () => this.#toggle(), "bare");
    menu.setAttribute("aria-controls", list.id);
    menu.setAttribute("aria-expanded", "false");
    const picker = h("input", { type: "file", hidden: true, tabindex: -1 });
    picker.addEventListener("change", () => this.#picked());
    const clip = iconButton("clip", "", () => picker.click());
    const box = h("textarea", { rows: 1, maxlength: 4096, enterkeyhint: "send" });
    const send = h("button", { type: "submit", class: "send" }, icon("send"));
    const chip = h("div", { class: "chip", hidden: true });
    const start = h("button", { type: "button", class: "loud start", on: { click: () => this.#act.start() } });
    const note = h("p", { class: "stopped", hidden: true });
    const row = h("form", { class: "composer" }, menu, box, picker, clip, send);
    row.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    return { list, menu, picker, clip, box, send, chip, start, note, row };
  }

  #assemble() {
    const { list, chip, note, start, row } = this.#parts;
    return h("div", { class: "foot" }, list, chip, note, start, row);
  }

  #toggle() {
    if (this.#commands.isOpen) this.#leave();
    else this.#commands.open().then(() => this.#commands.focusFirst(), () => this.#act.report("failed"));
  }

  #typed() {
    const { value } = this.#parts.box;
    if (!/^\/\w*$/.test(value)) this.#commands.close();
    else if (this.#commands.isOpen) this.#commands.narrow(value);
    else this.#commands.open(value).catch(() => this.#act.report("failed"));
  }

  #pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && this.#commands.isOpen) this.#commands.close();
    else if (["ArrowDown", "ArrowUp"].includes(event.key) && this.#commands.isOpen) {
      event.preventDefault();
      this.#commands.focusFirst();
    }
  }

  #leave() {
    this.#commands.close();
    this.#parts.box.focus();
  }

  #choose(text) {
    this.#parts.box.value = "";
    this.#leave();
    this.#act.send(text).catch(() => this.#keep(text, "notSent"));
  }

  async #submit() {
    const { box } = this.#parts;
    const text = box.value.trim();
    const file = this.#file;
    if (!text && !file) return;
    this.#commands.close();
    box.value = "";
    this.#attach(null);
    try {
      await (file ? this.#act.sendFile(file, text) : this.#act.send(text));
    } catch {
      if (file) this.#attach(file);
      this.#keep(text, file ? "fileNotSent" : "notSent");
    }
  }

  #keep(text, key) {
    const { box } = this.#parts;
    box.value = [text, box.value].filter(Boolean).join("\n");
    this.#act.report(key);
  }

  #picked() {
    const { picker, box } = this.#parts;
    if (picker.files[0]) this.#attach(picker.files[0]);
    picker.value = "";
    box.focus();
  }

  #attach(file) {
    const { chip, box } = this.#parts;
    const { say } = this.#act;
    this.#file = file;
    chip.hidden = !file;
    if (!file) return;
    const drop = () => {
      this.#attach(null);
      box.focus();
    };
    chip.replaceChildren(h("span", {}, say("attached", { name: file.name })), iconButton("close", say("detach", { name: file.name }), drop));
  }
}
