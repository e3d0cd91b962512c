/** A round badge with a person's initial, in a colour that stays theirs. */

import { h } from "./dom.js";

const TONES = 8;

export function avatar(person) {
  const initials = person.first_name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0].toUpperCase())
    .join("");
  return h("span", { class: `avatar tone-${person.id % TONES}`, "aria-hidden": "true" }, initials);
}
