/** Text and its entities become DOM nodes. Offsets are in UTF-16 units, as JavaScript counts them. */

import { h } from "./dom.js";
import { deepLink, findLinks, safeAddress } from "./links.js";

const PLAIN_TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const LONG_QUOTE = 180;

/**
 * Nodes for `text` with `entities`.
 *
 * @param act what the reader can do: `{username, say, openDeepLink(payload), sendCommand(text)}`.
 */
export function nodesOf(text, entities, act) {
  const sorted = findLinks(text, entities ?? [])
    .filter(({ length }) => length > 0)
    .sort((one, other) => one.offset - other.offset || other.length - one.length || isQuoteOrPre(other) - isQuoteOrPre(one));
  return nest(text, 0, text.length, sorted, act);
}

/** Of entities over the same words a block goes outside. */
const isQuoteOrPre = ({ type }) => type === "pre" || type.endsWith("blockquote");

function nest(text, from, to, entities, act) {
  const nodes = [];
  const waiting = [...entities];
  let at = from;
  while (waiting.length) {
    const entity = waiting.shift();
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    const inner = takeWithin(waiting, end);
    if (start > at) nodes.push(text.slice(at, start));
    const node = wrap(entity, text.slice(start, end), nest(text, start, end, inner, act), act);
    nodes.push(node);
    at = isBlock(node) && text[end] === "\n" ? end + 1 : end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

/** Take from `waiting` what begins before `end`; what reaches beyond it is split and its rest stays waiting. */
function takeWithin(waiting, end) {
  const inner = [];
  const rests = [];
  while (waiting.length && waiting[0].offset < end) {
    const entity = waiting.shift();
    const beyond = entity.offset + entity.length - end;
    inner.push(beyond > 0 ? { ...entity, length: entity.length - beyond } : entity);
    if (beyond > 0) rests.push({ ...entity, offset: end, length: beyond });
  }
  waiting.unshift(...rests);
  return inner;
}

/** Whether a line break after `node` would show as an empty line. */
const isBlock = (node) => ["PRE", "BLOCKQUOTE"].includes(node.tagName);

function wrap(entity, text, children, act) {
  switch (entity.type) {
    case "bold":
    case "italic":
    case "underline":
    case "strikethrough":
    case "code":
      return h(PLAIN_TAGS[entity.type], {}, ...children);
    case "pre":
      return h("pre", { "data-language": entity.language, tabindex: 0 }, h("code", {}, ...children));
    case "blockquote":
      return h("blockquote", {}, ...children);
    case "expandable_blockquote":
      return expandable(text, children, act);
    case "spoiler":
      return spoiler(children, act);
    case "text_link":
      return link(entity.url, children, act);
    case "url":
      return link(text, children, act);
    case "email":
      return link(`mailto:${text}`, children, act);
    case "phone_number":
      return link(`tel:${text.replace(/\s/g, "")}`, children, act);
    case "bot_command":
      return h("button", { type: "button", class: "command", on: { click: () => act.sendCommand(text) } }, ...children);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return h("span", { class: "mention" }, ...children);
    default:
      return h("span", {}, ...children);
  }
}

/** A link: inside the demo if it leads to the bot, to a new tab if it is safe, else only its text. */
export function link(address, children, act, className = null) {
  const deep = deepLink(address, act.username);
  const href = safeAddress(address);
  if (!deep && !href) return h("span", {}, ...children);
  const leaving = { target: "_blank", rel: "noopener noreferrer" };
  const anchor = h("a", { class: className, href: href ?? "#", ...(deep ? {} : leaving) }, ...children);
  if (deep) {
    anchor.addEventListener("click", (event) => {
      event.preventDefault();
      act.openDeepLink(deep.payload);
    });
  }
  return anchor;
}

function expandable(text, children, act) {
  if (text.length < LONG_QUOTE && text.split("\n").length < 4) return h("blockquote", {}, ...children);
  const more = h("button", { type: "button", class: "more", "aria-expanded": "false" }, act.say("more"));
  const quote = h("blockquote", { class: "folded" }, h("div", {}, ...children), more);
  more.addEventListener("click", () => {
    const isFolded = quote.classList.toggle("folded");
    more.setAttribute("aria-expanded", String(!isFolded));
    more.textContent = act.say(isFolded ? "more" : "less");
  });
  return quote;
}

function spoiler(children, act) {
  const hidden = h("span", { inert: true }, ...children);
  const label = act.say("spoiler");
  const cover = h("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": label, title: label }, hidden);
  const reveal = (event) => {
    if (event.type === "keydown" && ![" ", "Enter"].includes(event.key)) return;
    event.preventDefault();
    hidden.inert = false;
    cover.className = "spoiler shown";
    for (const name of ["role", "tabindex", "aria-label", "title"]) cover.removeAttribute(name);
    cover.removeEventListener("click", reveal);
    cover.removeEventListener("keydown", reveal);
  };
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", reveal);
  return cover;
}
