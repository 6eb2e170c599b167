/** DOM helpers for all widgets: create elements, announce to screen readers, ask for confirmation, download a file. */

/**
 * Create an element (hyperscript).
 * @param {string} tag @param {Record<string, any>} [props] functions are event listeners, names with a hyphen attributes, the rest properties
 * @param {...(Node | string)} children @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name.includes("-") || name === "role" || name === "for") element.setAttribute(name, String(value));
    else /** @type {any} */ (element)[name] = value;
  }
  element.append(...children);
  return element;
}

/** @param {string} label @param {() => void} click @param {Record<string, any>} [props] */
export const button = (label, click, props = {}) =>
  h("button", { type: "button", className: "quiet-button", click, ...props }, label);

/** Text for screen readers only, for instance to tell controls with the same label apart. @param {string} text */
export const visuallyHidden = (text) => h("span", { className: "sr" }, text);

/** The text of each element as it was written; the browser may have translated it since. @type {WeakMap<Element, string>} */
const written = new WeakMap();

/** Write a text that is not there yet: screen readers announce a status each time it is written. @param {Element} element @param {string} text */
export function setText(element, text) {
  if (written.get(element) === text) return;
  written.set(element, text);
  element.textContent = text;
}

/** A message that loading failed, with a button. @param {string} message @param {() => void} retry */
export const retryNotice = (message, retry) => h("p", { className: "trouble-note", role: "status" }, `${message} `, button("Try again", retry));

/** @param {string[]} lines @param {string} [className] */
export const bulletList = (lines, className = "") => h("ul", { className }, ...lines.map((line) => h("li", {}, line)));

/** A bar without a text of its own: screen readers get the text beside it. @param {number} value @param {number} max */
export const progressBar = (value, max) => h("progress", { className: "bar", max: Math.max(max, 1), value, "aria-hidden": "true" });

/** @param {number} count @param {string} singular @param {string} [plural] */
export const pluralize = (count, singular, plural = `${singular}s`) => `${count} ${count === 1 ? singular : plural}`;

/** Decode a part of an address; "" when it is malformed. @param {string} text */
export function decodeUri(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** @type {HTMLElement | undefined} */
let liveRegion;

/** Announce a text politely to screen readers. @param {string} text */
export function announce(text) {
  if (!liveRegion) document.body.append((liveRegion = h("p", { className: "sr", role: "status" })));
  // Screen readers only announce changes of a region that they know already.
  setTimeout(() => { /** @type {HTMLElement} */ (liveRegion).textContent = text; }, 50);
}

/** How long `showResult` shows a text, in ms. */
const RESULT_TIME = 2000;

/** Show the result of a click on a button for a moment, and announce it. @param {HTMLElement} control @param {string} text */
export function showResult(control, text) {
  const label = (control.dataset.label ??= control.textContent ?? "");
  control.textContent = text;
  announce(`${text}.`);
  setTimeout(() => { control.textContent = label; }, RESULT_TIME);
}

/** Ask before something is deleted. @param {string} question @param {string} yes @param {string} [no] @returns {Promise<boolean>} */
export function confirmDialog(question, yes, no = "Keep") {
  const dialog = /** @type {HTMLDialogElement} */ (h("dialog", { className: "ask", "aria-label": question },
    h("form", { method: "dialog" },
      h("p", {}, question),
      h("p", { className: "choices" },
        h("button", { value: "no", className: "quiet-button" }, no),
        h("button", { value: "yes", className: "quiet-button quiet-button--strong quiet-button--danger" }, yes)))));
  (document.querySelector(".md-typeset") ?? document.body).append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => { dialog.remove(); resolve(dialog.returnValue === "yes"); });
    dialog.showModal();
  });
}

/** Copy a text. Resolves to false when the browser does not allow it. @param {string} text */
export const copyText = async (text) => Boolean(await navigator.clipboard?.writeText(text).then(() => true, () => false));

/** @param {string} name of the file @param {string | Blob} content @param {string} [type] */
export function download(name, content, type = "application/json") {
  const href = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/** The absolute address of a path of this site, wherever the site is hosted. @param {string} path */
export const siteUrl = (path) => new URL(`../../../${path}`, import.meta.url).href;
