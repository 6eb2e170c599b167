/** What the reader must know about saving, in words. */
import { make } from "../lib/dom.mjs";
import { store } from "./store.mjs";

/** @type {Record<string, string>} */
const TROUBLE = {
  blocked: "This browser keeps nothing for this site, so what you tick lasts until you close the page.",
  full: "This browser's storage is full, so what is new lasts until you close the page.",
  newer: "Your data was saved by a newer version of this guide. It is shown and stays as it is; what you tick now lasts until you close the page.",
  stuck: "Saved data cannot be read, and there is no room to set it aside. It stays as it is; what you tick now lasts until you close the page.",
};

/** @returns {string[]} */
export function notices() {
  const aside = store.hasSetAside ? "Some saved data could not be read. It was set aside; you find it under My data." : "";
  return [TROUBLE[store.trouble] ?? "", aside].filter(Boolean);
}

/** @param {HTMLElement} place */
export function showTrouble(place) {
  const text = notices().join(" ");
  if (place.textContent !== text) place.replaceChildren(...(text ? [make("p", { className: "trouble-note" }, text)] : []));
}
