/** Access to localStorage that never throws. Used by the store and by the few modules that save outside an interview. */
import { QUARANTINE_PREFIX } from "./saved-names.mjs";

/** The stored text; null when there is none, undefined when the browser blocks storage. @param {string} key */
export function readText(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

/** Return whether the text was stored. @param {string} key @param {string} text */
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
  } catch { /* storage is blocked, so nothing is stored */ }
}

/** The stored value; null when there is none or it is not JSON. @param {string} key @returns {any} */
export function readJson(key) {
  try {
    return JSON.parse(readText(key) ?? "null");
  } catch {
    return null;
  }
}

/** Copies of unreadable data, oldest first, each with its key. @returns {{ key: string, text: string }[]} */
export function quarantined() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(QUARANTINE_PREFIX)).sort()
      .map((key) => ({ key, text: readText(key) ?? "" }));
  } catch {
    return [];
  }
}

/** Save a copy of unreadable data. Returns false when there is no room, and the original must stay. @param {string} text */
export function quarantine(text) {
  if (text.trim() === "" || quarantined().some((copy) => copy.text === text)) return true;
  return writeText(QUARANTINE_PREFIX + new Date().toISOString(), text);
}
