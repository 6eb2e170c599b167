/**
 * Reading and writing localStorage, where nothing may throw. Only keys under `round-two:`.
 */
export const KEY = "round-two:state";
export const UNDO = "round-two:undo";
export const BACKUP = "round-two:backup";
export const ASIDE = "round-two:unreadable:";

/** The stored text, null when there is none, undefined when this browser keeps nothing. @param {string} key */
export function readText(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Whether the text was stored. @param {string} key @param {string} text */
export function writeText(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} key */
export function removeText(key) {
  try {
    localStorage.removeItem(key);
  } catch { /* nothing is kept, so nothing is there */ }
}

/** @param {string} key @returns {any} */
export function readJson(key) {
  try {
    return JSON.parse(readText(key) ?? "null");
  } catch {
    return null;
  }
}

/** What could not be read, with the key it was set aside under. @returns {{ key: string, text: string }[]} */
export function setAside() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(ASIDE)).sort()
      .map((key) => ({ key, text: readText(key) ?? "" }));
  } catch {
    return [];
  }
}

/** Keep a copy of what cannot be read. False when there is no room: then it must not be overwritten. @param {string} text */
export function putAside(text) {
  if (text.trim() === "" || setAside().some((one) => one.text === text)) return true;
  return writeText(ASIDE + new Date().toISOString(), text);
}
