/** Small helpers to make elements, to speak to screen readers, and to ask before something is lost. */

/**
 * @param {string} tag @param {Record<string, any>} [given] properties; names with a hyphen are attributes; functions listen
 * @param {...(Node | string)} children @returns {any}
 */
export function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name.includes("-") || name === "role" || name === "for") element.setAttribute(name, String(value));
    else /** @type {any} */ (element)[name] = value;
  }
  element.append(...children);
  return element;
}

/** @param {string} label @param {() => void} click @param {Record<string, any>} [given] */
export const button = (label, click, given = {}) =>
  make("button", { type: "button", className: "quiet-button", click, ...given }, label);

/** Words only a screen reader says, to tell controls with the same label apart. @param {string} text */
export const unseen = (text) => make("span", { className: "sr" }, text);

/** What could not be loaded, and a way on. @param {string} words @param {() => void} again */
export const failed = (words, again) => make("p", { className: "trouble-note", role: "status" }, `${words} `, button("Try again", again));

/** @param {string[]} lines @param {string} [className] */
export const listed = (lines, className = "") => make("ul", { className }, ...lines.map((line) => make("li", {}, line)));

/** @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** A part of an address as words; "" when nobody could have meant it. @param {string} text */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** @type {HTMLElement | undefined} */
let region;

/** Say something politely. @param {string} text */
export function say(text) {
  if (!region) document.body.append((region = make("p", { className: "sr", role: "status" })));
  // A region must be there before its text changes, or nothing is said.
  setTimeout(() => { /** @type {HTMLElement} */ (region).textContent = text; }, 50);
}

/** Ask before something is lost. @param {string} question @param {string} yes @param {string} [no] @returns {Promise<boolean>} */
export function confirmed(question, yes, no = "Keep") {
  const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { className: "ask", "aria-label": question },
    make("form", { method: "dialog" },
      make("p", {}, question),
      make("p", { className: "choices" },
        make("button", { value: "no", className: "quiet-button" }, no),
        make("button", { value: "yes", className: "quiet-button quiet-button--strong" }, yes)))));
  const place = document.querySelector(".md-typeset") ?? document.body;
  place.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => { dialog.remove(); resolve(dialog.returnValue === "yes"); });
    dialog.showModal();
  });
}

/** @param {string} name @param {string} text @param {string} [type] */
export function download(name, text, type = "application/json") {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/** The address of something on this site, from the place of this module. @param {string} path */
export const siteUrl = (path) => new URL(`../../../${path}`, import.meta.url).href;

/** A bar that draws `done` of `all`; the words beside it say the same. @param {number} done @param {number} all */
export function bar(done, all) {
  return make("progress", { className: "bar", max: Math.max(all, 1), value: done, "aria-hidden": "true" });
}
