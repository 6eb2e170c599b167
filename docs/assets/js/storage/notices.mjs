/** Tells readers when their changes cannot be saved. Used by every widget that saves something. */
import { h } from "../lib/dom.mjs";
import { store } from "./store.mjs";

/** @type {Record<string, string>} */
const MESSAGES = {
  blocked: "This browser keeps nothing for this site, so what you tick lasts until you close the page.",
  full: "This browser's storage is full, so what is new lasts until you close the page.",
  newer: "Your data was saved by a newer version of this guide. It is shown and stays as it is; what you tick now lasts until you close the page.",
  unreadable: "Saved data cannot be read, and there is no room to set it aside. It stays as it is; what you tick now lasts until you close the page.",
};

/** @returns {string[]} */
export function storageNotices() {
  const quarantined = store.hasQuarantined ? "Some saved data could not be read. It was set aside; you find it under My data." : "";
  return [MESSAGES[store.saveError] ?? "", quarantined].filter(Boolean);
}

/** Show the messages in an element, or empty it. @param {HTMLElement} host */
export function renderNotices(host) {
  const text = storageNotices().join(" ");
  if (host.textContent !== text) host.replaceChildren(...(text ? [h("p", { className: "trouble-note" }, text)] : []));
}
