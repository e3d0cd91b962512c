/** Two buttons to choose a language: of the page, or of one person. */

import { h } from "./dom.js";
import { LANGUAGES } from "./i18n.js";

const NAMES = { sl: "slovenščina", en: "English" };

/** `{element, set(lang, label)}`; `choose(lang)` is called when somebody chooses. */
export function languageSwitch(choose) {
  const buttons = LANGUAGES.map((lang) =>
    h("button", { type: "button", lang, title: NAMES[lang], on: { click: () => choose(lang) } }, lang.toUpperCase()),
  );
  const element = h("div", { class: "languages", role: "group" }, ...buttons);
  const set = (current, label) => {
    element.setAttribute("aria-label", label);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.lang === current));
  };
  return { element, set };
}
