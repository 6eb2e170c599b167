/** The list of changes that the reader can undo, in localStorage or, where that is not possible, until the page closes. */
import { readJson, readText, removeText, writeText } from "./local-storage.mjs";
import { isChangeList } from "./patch.mjs";
import { UNDO_KEY } from "./saved-names.mjs";
import { isRecord } from "./validators.mjs";

/** @typedef {{ label: string, at: string, changes: import("./patch.mjs").Change[] }} Undo */

const MAX_ENTRIES = 8;

export class UndoHistory {
  /** @type {Undo[]} used when the entries cannot be stored */
  #entries = [];

  /** The entries, the newest first. @param {boolean} isStored whether localStorage is in use @returns {Undo[]} */
  list(isStored) {
    const stored = readJson(UNDO_KEY);
    return isStored && Array.isArray(stored) ? stored.filter(isUndo) : this.#entries;
  }

  /** @param {Undo[]} entries @param {boolean} isStored whether localStorage is in use */
  replace(entries, isStored) {
    this.#entries = entries.slice(0, MAX_ENTRIES);
    if (isStored && !(entries.length && writeText(UNDO_KEY, JSON.stringify(this.#entries)))) removeText(UNDO_KEY);
  }

  /** Free storage by keeping the entries in memory. @returns {boolean} whether there was something to free */
  moveToMemory() {
    if (!readText(UNDO_KEY)) return false;
    this.#entries = this.list(true);
    removeText(UNDO_KEY);
    return true;
  }

  /** Drop the entries in memory: another tab has changed the stored ones. */
  reset() {
    this.#entries = [];
  }
}

/** @param {any} value @returns {value is Undo} */
const isUndo = (value) => isRecord(value) && typeof value.label === "string" && typeof value.at === "string" && isChangeList(value.changes);
