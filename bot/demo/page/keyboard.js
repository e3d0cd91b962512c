/** The keyboard under a message. */

import { h } from "./dom.js";
import { link } from "./entities.js";

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * The buttons of `message`, or null if it has none. Each is reached with Tab, the arrows go between them.
 *
 * @param act `{username, say, openDeepLink(payload), copy(text), tap(message, key, element)}`.
 */
export function keyboard(message, act) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const lines = rows.map((row, line) => h("div", { class: "keys" }, ...row.map((key, place) => button(message, key, `${line}-${place}`, act))));
  const board = h("div", { class: "keyboard", role: "group", "aria-label": act.say("choices") }, ...lines);
  board.addEventListener("keydown", (event) => step(event, board));
  return board;
}

function button(message, key, place, act) {
  const element = key.url === undefined ? plain(message, key, act) : link(key.url, [key.text], act);
  element.classList.add("key");
  element.dataset.place = place;
  if (element.target === "_blank") element.classList.add("leaving");
  return element;
}

function plain(message, key, act) {
  const press = () => {
    if (element.getAttribute("aria-busy") === "true") return;
    if (key.copy_text) act.copy(key.copy_text.text);
    else act.tap(message, key, element);
  };
  const usable = key.callback_data !== undefined || key.copy_text !== undefined;
  const element = h("button", { type: "button", disabled: !usable, on: { click: press } }, key.text);
  return element;
}

function step(event, board) {
  const move = ARROWS[event.key];
  const place = event.target.dataset?.place;
  if (!move || !place) return;
  event.preventDefault();
  const [line, column] = place.split("-").map(Number);
  const row = board.children[line + move[0]];
  if (!row) return;
  const wanted = move[0] ? Math.min(column, row.children.length - 1) : column + move[1];
  row.children[wanted]?.focus();
}

/** The key in `node` that stands for the one that was left: the same words, else the same place, else the first. */
export function similarKey(node, words, place) {
  const keys = [...node.querySelectorAll(".key")];
  return keys.find((key) => key.textContent === words) ?? keys.find((key) => key.dataset.place === place) ?? keys[0] ?? null;
}
