/** The demo's clock in the head of the page. */

import { day, hour, moment } from "./times.js";

const SECOND = 1000;
const HOUR = 3600;
const DAY = 86400;

export class Clock {
  #parts;
  #page;
  #shown = null;
  #due = null;

  /** `page`: `{api, say, lang, announce(text), changed()}`. */
  constructor(root, page) {
    const find = (name) => root.querySelector(`#clock-${name}`);
    this.#page = page;
    this.#parts = { root, time: find("time"), day: find("day"), next: find("next"), hour: find("hour"), dayOn: find("day-on") };
    this.#parts.hour.addEventListener("click", () => this.#move({ seconds: HOUR }));
    this.#parts.dayOn.addEventListener("click", () => this.#move({ seconds: DAY }));
    this.#parts.next.addEventListener("click", () => this.#move({ to: "next" }));
    setInterval(() => this.draw(), SECOND);
  }

  /** Take over what the demo says: `{now, next_due}`. */
  set({ now, next_due: due }) {
    this.#shown = { at: Date.parse(now), since: performance.now() };
    this.#due = due ? new Date(due) : null;
    this.#parts.root.hidden = false;
    this.draw();
  }

  draw() {
    if (!this.#shown) return;
    const { lang, say } = this.#page;
    const now = new Date(this.#shown.at + performance.now() - this.#shown.since);
    const { time, day: dayLine, next } = this.#parts;
    write(time, hour(now, lang));
    time.dateTime = now.toISOString();
    write(dayLine, day(now, lang));
    next.disabled = !this.#due;
    write(next, this.#due ? say("nextDue", { moment: moment(this.#due, now, lang) }) : say("nothingDue"));
  }

  async #move(step) {
    const { api, say, lang, announce, changed } = this.#page;
    try {
      this.set(await api.moveClock(step));
      const now = new Date(this.#shown.at);
      announce(say("clockMoved", { day: day(now, lang), hour: hour(now, lang) }));
      if (this.#parts.next.disabled && step.to) this.#parts.hour.focus();
      changed();
    } catch {
      announce(say("pageFailed"), true);
    }
  }
}

/** Change a text only where it differs, so that nobody's selection or screen reader is disturbed. */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
