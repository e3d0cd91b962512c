/** The people side of the local Telegram and the demo's own endpoints, as functions. */

/** The server said no: `status` and a description in plain words. */
export class Refused extends Error {
  constructor(status, description) {
    super(description);
    this.status = status;
  }
}

async function ask(path, { method = "GET", json, form, signal } = {}) {
  const headers = json === undefined ? {} : { "Content-Type": "application/json" };
  const body = json === undefined ? form : JSON.stringify(json);
  const answer = await fetch(path, { method, headers, body, signal, cache: "no-store" });
  const text = await answer.text();
  if (answer.ok) return text ? JSON.parse(text) : null;
  throw new Refused(answer.status, text);
}

const post = (path, json) => ask(path, { method: "POST", json });

/** Pictures that a telephone would send as a photo; everything else goes as a file. */
const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"];

export const api = {
  me: () => ask("/me"),
  people: () => ask("/people"),
  addPerson: (firstName, language) => post("/people", { first_name: firstName, language_code: language }),
  changePerson: (id, change) => ask(`/people/${id}`, { method: "PATCH", json: change }),
  removePerson: (id) => ask(`/people/${id}`, { method: "DELETE" }),
  send: (id, text) => post(`/people/${id}/send`, { text }),
  start: (id, payload) => post(`/people/${id}/send`, { start: payload }),
  tap: (id, messageId, data) => post(`/people/${id}/tap`, { message_id: messageId, data }),
  block: (id) => post(`/people/${id}/block`, {}),
  unblock: (id) => post(`/people/${id}/unblock`, {}),
  commands: (id) => ask(`/people/${id}/commands`),
  demo: () => ask("/demo"),
  moveClock: (step) => post("/demo/clock", step),

  /** Messages changed since version `after`; waits up to `wait` seconds for the first. */
  chat: (id, after, wait, signal) => ask(`/people/${id}/chat?after=${after}&wait=${wait}`, { signal }),

  sendFile: (id, file, caption) => {
    const form = new FormData();
    form.append(PHOTO_TYPES.includes(file.type) ? "photo" : "document", file, file.name);
    if (caption) form.append("caption", caption);
    return ask(`/people/${id}/send`, { method: "POST", form });
  },
};
