/** The page's own texts in the reader's language. */

import { TEXTS } from "./texts.js";

const KEY = "glasnik.language";

export const LANGUAGES = ["sl", "en"];

/** The language of a person whose telephone says `code`; English for every language we have no texts in. */
export const languageOf = (code) => (LANGUAGES.includes(code) ? code : "en");

/** A function that gives a text of `lang` by its key, with `{names}` filled in. An unknown key is an error. */
export function speaker(lang) {
  return (key, values = {}) => {
    const text = TEXTS[lang][key];
    if (text === undefined) throw new Error(`No text »${key}« in ${lang}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };
}

/** The language remembered, else that of the browser if it is English, else Slovene. */
export function rememberedLanguage() {
  const kept = localStorage.getItem(KEY);
  if (LANGUAGES.includes(kept)) return kept;
  return navigator.language.startsWith("en") ? "en" : "sl";
}

export function rememberLanguage(lang) {
  localStorage.setItem(KEY, lang);
}

/** Fill every element under `root` that names its text (`data-text`) or its label (`data-label`). */
export function fillTexts(root, say) {
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
}
