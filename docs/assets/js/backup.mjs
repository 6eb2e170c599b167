/**
 * A backup: one readable JSON file, the same state with a heading. Reading one back refuses what is not whole,
 * says why, and changes nothing: the reader sees first what would happen.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {{ added: number, changed: number, removed: number, interviews: number }} Effect
 */
import { diff } from "./changes.mjs";
import { sound, VERSION } from "./state.mjs";

export const FORMAT = "round-two-backup";
const LARGEST = 5_000_000;

/** What open pages know of each other stays behind. @param {State} state */
export const backupText = ({ seen, last, ...state }) =>
  `${JSON.stringify({ format: FORMAT, saved: new Date().toISOString(), state }, null, 2)}\n`;

/** The name of a backup file, which sorts by day. @param {Date} [day] */
export const backupName = (day = new Date()) => `round-two-${day.toISOString().slice(0, 10)}.json`;

/** The state in the text of a backup. Throws an Error that says what is wrong. @param {string} text @returns {State} */
export function readBackup(text) {
  if (text.length > LARGEST) throw new Error("It is larger than any backup of this guide.");
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error("It is not JSON: it may be cut off, or another kind of file.");
  }
  if (file?.format !== FORMAT) throw new Error("It is JSON, but not a backup of this guide.");
  return checked(file.state);
}

/** @param {any} stored @returns {State} */
export function checked(stored) {
  if (Number.isInteger(stored?.version) && stored.version > VERSION)
    throw new Error(`It was saved by a newer version of this guide (${stored.version}; this page knows ${VERSION}). Reload the page and try again.`);
  let read;
  try {
    read = sound(stored);
  } catch (error) {
    throw new Error(`It holds no state: ${/** @type {Error} */ (error).message}.`);
  }
  const [first, ...more] = read.flaws;
  if (first) throw new Error(`It is damaged: ${first}${more.length ? `, and ${more.length} more` : ""}.`);
  return read.state;
}

/** How `after` differs from `before`, counted. @param {State} before @param {State} after @returns {Effect} */
export function effect(before, after) {
  const counts = { added: 0, changed: 0, removed: 0, interviews: 0 };
  for (const { part, was, now } of diff(before, after)) {
    if (part === "interview") {
      counts.interviews += now ? 1 : -1;
      if (now) counts.added += size(now);
      else counts.removed += size(was);
    } else if (part === "items" || part === "kept") {
      if (!was) counts.added += 1;
      else if (!now) counts.removed += 1;
      else counts.changed += 1;
    } else if (part === "about") counts.changed += 1;
  }
  return counts;
}

/** @param {import("./state.mjs").Interview} interview */
const size = ({ items, kept }) => Object.keys(items).length + Object.keys(kept).length;
