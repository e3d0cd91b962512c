/** The messages of one chat, in order, with the days between them. */

import { h, reconcile } from "./dom.js";
import { similarKey } from "./keyboard.js";
import { contents, isFrom, sentAt } from "./message.js";
import { day, dayKey } from "./times.js";

const NEAR_THE_END = 80;

export class Chat {
  #log;
  #act;
  #shown = new Map();
  #days = new Map();
  #albums = new Map();
  #isFollowing = true;

  /** `log` is the scrolling element, `act` what the reader can do (see phone.js). */
  constructor(log, act) {
    this.#log = log;
    this.#act = act;
    log.addEventListener("scroll", () => (this.#isFollowing = this.isAtEnd), { passive: true });
    new ResizeObserver(() => this.#isFollowing && this.toEnd()).observe(log);
  }

  get isEmpty() {
    return this.#shown.size === 0;
  }

  get isAtEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_THE_END;
  }

  /** Show `messages` as they stand now. Says whether there are new ones from the bot. */
  receive(messages) {
    const arrived = messages.filter((message) => !message.deleted && !this.#shown.has(message.message_id));
    for (const message of messages) {
      if (message.deleted) this.#drop(message.message_id);
      else this.#put(message);
    }
    this.#lay();
    if (this.#isFollowing || arrived.some((message) => isFrom(message, this.#act.personId))) this.toEnd();
    this.#log.removeAttribute("aria-busy");
    return arrived.some((message) => !isFrom(message, this.#act.personId));
  }

  /** Make everything anew, as after a change of language. */
  redraw() {
    const messages = [...this.#shown.values()].map((one) => one.message);
    this.clear();
    this.receive(messages);
  }

  clear() {
    this.#log.setAttribute("aria-busy", "true");
    for (const kept of [this.#shown, this.#days, this.#albums]) kept.clear();
    this.#log.replaceChildren();
  }

  toEnd() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }

  /** Put the focus where a key was that is no longer there. */
  focusNear(messageId, words, place) {
    const node = this.#shown.get(messageId)?.node;
    (node ? (similarKey(node, words, place) ?? node) : this.#log).focus({ preventScroll: true });
  }

  #put(message) {
    const known = this.#shown.get(message.message_id);
    if (known?.message.version === message.version) return;
    const side = isFrom(message, this.#act.personId) ? "mine" : "theirs";
    const node = known?.node ?? h("div", { class: `message ${side}`, "data-message": message.message_id, tabindex: -1 });
    const focused = node.contains(document.activeElement) ? document.activeElement : null;
    node.replaceChildren(...contents(message, this.#act));
    node.classList.toggle("with-keys", Boolean(message.reply_markup?.inline_keyboard?.length));
    this.#shown.set(message.message_id, { message, node });
    if (focused) this.focusNear(message.message_id, focused.textContent, focused.dataset.place);
  }

  #drop(messageId) {
    const known = this.#shown.get(messageId);
    if (!known) return;
    if (known.node.contains(document.activeElement)) this.#log.focus({ preventScroll: true });
    known.node.remove();
    this.#shown.delete(messageId);
  }

  #lay() {
    const nodes = [];
    const albums = new Map();
    let today = null;
    for (const [, { message, node }] of [...this.#shown].sort(([one], [other]) => one - other)) {
      const key = dayKey(sentAt(message));
      if (key !== today) nodes.push(this.#day(key, sentAt(message)));
      today = key;
      const group = message.media_group_id;
      if (!group) nodes.push(node);
      else if (albums.has(group)) albums.get(group).push(node);
      else {
        albums.set(group, [node]);
        nodes.push(this.#album(group, message));
      }
    }
    for (const [group, members] of albums) reconcile(this.#albums.get(group), members);
    reconcile(this.#log, nodes);
  }

  #day(key, date) {
    if (!this.#days.has(key)) this.#days.set(key, h("h3", { class: "day" }, h("span", {}, day(date, this.#act.lang))));
    return this.#days.get(key);
  }

  #album(group, first) {
    const side = isFrom(first, this.#act.personId) ? "mine" : "theirs";
    const kind = first.photo ? "photos" : "files";
    if (!this.#albums.has(group)) this.#albums.set(group, h("div", { class: `album ${kind} ${side}` }));
    return this.#albums.get(group);
  }
}
