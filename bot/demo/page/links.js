/** Links in messages: which are safe to follow, and which open the chat with the bot. */

const HOSTS = ["t.me", "telegram.me", "telegram.dog"];
const SCHEMES = ["http:", "https:", "mailto:", "tel:"];
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

function parse(link) {
  const text = link.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

/**
 * What a link to the bot `username` asks for: `{payload}`, where the payload is the `start` parameter or null if the
 * link only opens the chat. Null for every other link.
 */
export function deepLink(link, username) {
  if (/\s/.test(link.trim())) return null;
  const url = parse(link);
  if (!url) return null;
  const resolves = url.protocol === "tg:" && (url.host || url.pathname) === "resolve";
  const web = SCHEMES.slice(0, 2).includes(url.protocol) && HOSTS.includes(url.host.toLowerCase());
  const name = resolves ? url.searchParams.get("domain") : web ? url.pathname.split("/")[1] : null;
  if (name?.toLowerCase() !== username.toLowerCase()) return null;
  const start = url.searchParams.get("start");
  return { payload: start !== null && (start === "" || PAYLOAD.test(start)) ? start : null };
}

/** The address to follow, or null when it is none or not a safe one (such as `javascript:`). */
export function safeAddress(link) {
  const url = parse(link);
  return url && SCHEMES.includes(url.protocol) ? url.href : null;
}

const FOUND = /https?:\/\/[^\s<>"»«]+|\b(?:t\.me|telegram\.me)\/[^\s<>"»«]+|(?<=^|\s)\/[a-zA-Z0-9_]{1,32}(?![\w/.])/g;

/** Entities for links and commands that the server has not marked; those it has marked stay as they are. */
export function findLinks(text, entities) {
  const taken = entities.filter(({ type }) => !["blockquote", "expandable_blockquote"].includes(type));
  const found = [...text.matchAll(FOUND)].map((match) => {
    const word = match[0].startsWith("/") ? match[0] : match[0].replace(/[.,;:!?)\]]+$/, "");
    return { type: word.startsWith("/") ? "bot_command" : "url", offset: match.index, length: word.length };
  });
  const free = ({ offset, length }) => !taken.some((one) => one.offset < offset + length && offset < one.offset + one.length);
  return [...entities, ...found.filter(free)];
}
