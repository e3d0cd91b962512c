/** Making elements: text only ever becomes text nodes, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element. Known properties are set as such, `on` adds listeners, everything else becomes an attribute;
 * `false`, `null` and `undefined` are left out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** An icon of the sprite in index.html, silent for screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A button that shows only an icon; the label is its name and its tooltip. */
export function iconButton(name, label, click, className = "bare") {
  return h("button", { type: "button", class: className, "aria-label": label, title: label, on: { click } }, icon(name));
}

/** Give an icon button another label. */
export function relabel(button, label) {
  button.setAttribute("aria-label", label);
  button.title = label;
}

/** Make `parent` hold exactly `nodes`, in order, moving only those that are out of place. */
export function reconcile(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, place) => {
    if (parent.childNodes[place] !== node) parent.insertBefore(node, parent.childNodes[place] ?? null);
  });
}
