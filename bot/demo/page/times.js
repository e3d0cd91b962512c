/** Dates and hours as people say them, always in the time zone of the association. */

const ZONE = "Europe/Ljubljana";
const LOCALES = { sl: "sl-SI", en: "en-GB" };
const made = new Map();

function format(lang, name, options) {
  const key = `${lang} ${name}`;
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(LOCALES[lang], { timeZone: ZONE, ...options }));
  return made.get(key);
}

/** »9.30« in Slovene, »09:30« in English. */
export function hour(date, lang) {
  const parts = format(lang, "hour", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(date);
  const [hours, minutes] = ["hour", "minute"].map((type) => parts.find((part) => part.type === type).value);
  return lang === "sl" ? `${Number(hours)}.${minutes}` : `${hours}:${minutes}`;
}

/** »torek, 2. marec 2027«. */
export function day(date, lang) {
  return format(lang, "day", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(date);
}

/** »2. mar., 9.30«, and the year if it is not that of `now`. */
export function moment(date, now, lang) {
  const year = format(lang, "year", { year: "numeric" });
  const sameYear = year.format(date) === year.format(now);
  const options = { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) };
  return `${format(lang, `moment ${sameYear}`, options).format(date)}, ${hour(date, lang)}`;
}

/** The same for all moments of one day in Ljubljana. */
export function dayKey(date) {
  return format("en", "key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
}

const UNITS = ["B", "kB", "MB", "GB"];

/** »1,2 MB«. */
export function size(bytes, lang) {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const number = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: power > 1 ? 1 : 0 });
  return `${number.format(bytes / 1000 ** power)} ${UNITS[power]}`;
}
