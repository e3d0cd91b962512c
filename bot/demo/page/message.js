/** One message as it looks in the chat. */

import { h, icon } from "./dom.js";
import { nodesOf } from "./entities.js";
import { keyboard } from "./keyboard.js";
import { day, hour, size } from "./times.js";

const BUBBLE_WIDTH = 640;
const MINIMUM_RATIO = 0.4;

/**
 * What stands inside a message's node.
 *
 * @param act what the reader can do, see phone.js, and `{say, lang, personId, botName}`.
 */
export function contents(message, act) {
  const isMine = isFrom(message, act.personId);
  const who = isMine ? act.say("you") : act.botName;
  const words = message.text ?? message.caption;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  const parts = [photo(message, act), file(message, act)];
  if (words) parts.push(h("div", { class: "words" }, ...nodesOf(words, entities, act)));
  if (parts.every((part) => !part)) parts.push(h("div", { class: "words odd" }, act.say("unknownKind")));
  parts.push(stamp(message, act));
  return [
    h("span", { class: "unseen" }, act.say("says", { name: who })),
    h("div", { class: "bubble" }, ...parts),
    keyboard(message, act),
  ].filter(Boolean);
}

/** Whether `message` was sent by this person and not by the bot. */
export const isFrom = (message, personId) => message.from?.id === personId;

/** When `message` was sent. */
export const sentAt = (message) => new Date(message.date * 1000);

function stamp(message, act) {
  const date = sentAt(message);
  const time = h("time", { datetime: date.toISOString(), title: day(date, act.lang) }, hour(date, act.lang));
  const edited = message.edit_date ? h("span", {}, act.say("edited")) : null;
  return h("div", { class: "stamp" }, edited, time);
}

function photo(message, act) {
  if (!message.photo?.length) return null;
  const sizes = [...message.photo].sort((one, other) => one.width - other.width);
  const shown = sizes.find((one) => one.width >= BUBBLE_WIDTH) ?? sizes.at(-1);
  const largest = sizes.at(-1);
  const picture = h("img", {
    src: shown.url,
    alt: "",
    width: shown.width || null,
    height: shown.height ? Math.max(shown.height, Math.round(shown.width * MINIMUM_RATIO)) : null,
    decoding: "async",
  });
  const label = act.say("openPicture");
  const open = () => act.openPicture(largest.url, message.caption ?? "");
  return h("button", { type: "button", class: "photo", "aria-label": label, on: { click: open } }, picture);
}

function file(message, act) {
  const document = message.document;
  if (!document) return null;
  const name = document.file_name ?? act.say("picture");
  const bytes = size(document.file_size ?? 0, act.lang);
  const kind = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  return h(
    "a",
    { class: "file", href: document.url, target: "_blank", rel: "noopener", "aria-label": act.say("openFile", { name, size: bytes }) },
    h("span", { class: "file-kind", "aria-hidden": "true" }, icon("file"), h("span", {}, kind)),
    h("span", { class: "file-name" }, h("b", {}, name), h("small", {}, bytes)),
  );
}
