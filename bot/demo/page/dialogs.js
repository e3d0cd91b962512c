/** The dialogs of the page. Being native modal ones, they keep the focus, close on Escape and give the focus back. */

const find = (id) => document.getElementById(id);

/** Open `dialog`; resolves to what its button says, or to an empty text when it was dismissed. */
function ask(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

/** A click on the dark around a dialog closes it. */
function closeFromOutside(dialog) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close("");
  });
}

export function makeDialogs() {
  const dialogs = { alert: find("dialog-alert"), picture: find("dialog-picture"), remove: find("dialog-remove"), add: find("dialog-add") };
  Object.values(dialogs).forEach(closeFromOutside);
  // No submit button: Enter in the name takes the first of those.
  find("dialog-add-back").addEventListener("click", () => dialogs.add.close(""));
  let lastAlert = Promise.resolve();

  /** The bot's alert, in front of the phone it belongs to; several wait for each other. */
  const alert = (name, text, ok, lang, device) => {
    lastAlert = lastAlert.then(() => {
      find("dialog-alert-title").textContent = name;
      find("dialog-alert-text").textContent = text;
      find("dialog-alert-ok").textContent = ok;
      dialogs.alert.lang = lang;
      const { left, width } = device.getBoundingClientRect();
      dialogs.alert.style.setProperty("--middle", `${Math.round(left + width / 2)}px`);
      return ask(dialogs.alert);
    });
    return lastAlert;
  };

  const picture = (url, caption) => {
    find("dialog-picture-image").src = url;
    find("dialog-picture-image").alt = caption;
    find("dialog-picture-caption").textContent = caption;
    return ask(dialogs.picture);
  };

  /** Whether the person is really to go. */
  const remove = async (question) => {
    find("dialog-remove-title").textContent = question;
    return (await ask(dialogs.remove)) === "yes";
  };

  /** `{name, language}` of a new person, or null. */
  const add = async (lang) => {
    const form = find("dialog-add-form");
    form.reset();
    form.elements.language_code.value = lang;
    const answer = ask(dialogs.add);
    form.elements.first_name.focus();
    if ((await answer) !== "add") return null;
    return { name: form.elements.first_name.value.trim(), language: form.elements.language_code.value };
  };

  return { alert, picture, remove, add };
}
