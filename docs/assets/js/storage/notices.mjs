/** Tells readers when their changes cannot be saved. Used by every widget that saves something. */
import { h } from "../lib/dom.mjs";
import { store } from "./store.mjs";

/** @type {Record<string, string>} */
const MESSAGES = {
  blocked: "This browser doesn't let this site save anything, so what you check off is gone when you close the page.",
  full: "This browser's storage is full, so anything new is gone when you close the page.",
  newer: "Reload this page: your data was saved by a newer version of the guide. It's shown here and stays as it is, but what you check off now is gone when you close the page.",
  unreadable: "Some saved data can't be read, and there's no room to make a copy of it. It stays as it is, but what you check off now is gone when you close the page.",
};

/** @returns {string[]} */
export function storageNotices() {
  const quarantined = store.hasQuarantined ? "Some saved data couldn't be read. You'll find a copy of it under My data." : "";
  return [MESSAGES[store.saveError] ?? "", quarantined].filter(Boolean);
}

/** Show the messages in an element, or empty it. @param {HTMLElement} host */
export function renderNotices(host) {
  const text = storageNotices().join(" ");
  if (host.dataset.shown === text) return;
  host.dataset.shown = text;
  host.replaceChildren(...(text ? [h("p", { className: "trouble-note" }, text)] : []));
}
