/**
 * Who is asked for news, and when.
 *
 * A browser keeps at most six connections to one origin over HTTP/1.1, and a tap needs one at once. So at most `slots`
 * long polls hang at a time. While there are no more phones than slots, each has its own. With more they take turns of
 * a second; a phone that somebody has just touched goes first and takes the slot that has hung longest.
 */

const LONG_WAIT = 25;
const TURN = 1;
const OUT_OF_VIEW = 1500;
const HOT_FOR = 5000;
const GRACE = 10;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8000;

export class Rota {
  #ask;
  #slots;
  #entries = new Map();
  #paused = false;

  /** `ask(id, after, wait, signal)` answers `{version, messages}`; `slots` is the number of polls in flight. */
  constructor(ask, slots = 4) {
    this.#ask = ask;
    this.#slots = slots;
  }

  /** Keep `listener` informed: `receive(messages)`, `forget()`, `trouble(isSo)`, `gone()`. */
  add(id, listener) {
    const entry = { id, listener, version: 0, fresh: true, asked: 0, hot: 0, failures: 0, seen: true, call: null, timer: 0 };
    this.#entries.set(id, entry);
    if (this.#crowded) this.#recall();
    this.#fill();
  }

  remove(id) {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.#hangUp(entry);
    this.#fill();
  }

  /** Something is about to happen in this chat: ask it before all others. */
  urge(id) {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.hot = performance.now() + HOT_FOR;
    if (entry.call) return;
    const calls = this.#running();
    if (calls.length >= this.#slots) this.#hangUp(calls.sort((one, other) => one.asked - other.asked)[0]);
    this.#fill();
  }

  /** A phone came into view or left it. */
  look(id, isSeen) {
    const entry = this.#entries.get(id);
    if (entry) entry.seen = isSeen;
  }

  pause() {
    this.#paused = true;
    this.#recall();
  }

  resume() {
    this.#paused = false;
    this.#fill();
  }

  get #crowded() {
    return this.#entries.size > this.#slots;
  }

  #running() {
    return [...this.#entries.values()].filter((entry) => entry.call);
  }

  #recall() {
    for (const entry of this.#running()) this.#hangUp(entry);
  }

  #hangUp(entry) {
    entry.call?.abort();
    entry.call = null;
  }

  #rank(entry, now) {
    if (entry.hot > now) return -1;
    return entry.asked + (entry.seen ? 0 : OUT_OF_VIEW);
  }

  #fill() {
    if (this.#paused) return;
    const now = performance.now();
    const free = this.#slots - this.#running().length;
    [...this.#entries.values()]
      .filter((entry) => !entry.call && !entry.timer)
      .sort((one, other) => this.#rank(one, now) - this.#rank(other, now))
      .slice(0, free)
      .forEach((entry) => this.#poll(entry));
  }

  async #poll(entry) {
    const call = new AbortController();
    const wait = entry.fresh ? 0 : this.#crowded ? TURN : LONG_WAIT;
    entry.call = call;
    entry.asked = performance.now();
    const signal = AbortSignal.any([call.signal, AbortSignal.timeout((wait + GRACE) * 1000)]);
    const outcome = await this.#ask(entry.id, entry.version, wait, signal).then(
      (answer) => () => this.#took(entry, answer),
      (error) => () => this.#failed(entry, error),
    );
    if (entry.call !== call) return;
    entry.call = null;
    outcome();
    this.#fill();
  }

  #took(entry, answer) {
    if (entry.failures) entry.listener.trouble(false);
    entry.failures = 0;
    entry.fresh = answer.version < entry.version;
    if (entry.fresh) entry.listener.forget();
    entry.version = entry.fresh ? 0 : answer.version;
    if (!entry.fresh) entry.listener.receive(answer.messages);
  }

  #failed(entry, error) {
    if (error.status === 404) {
      entry.listener.gone();
      return;
    }
    entry.failures += 1;
    entry.fresh = true;
    entry.listener.trouble(true);
    const pause = Math.min(FIRST_PAUSE * 2 ** (entry.failures - 1), LONGEST_PAUSE);
    entry.timer = setTimeout(() => {
      entry.timer = 0;
      this.#fill();
    }, pause);
  }
}
