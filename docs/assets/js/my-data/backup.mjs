/**
 * A backup: one readable JSON file, the same state with a heading. Reading one back refuses what is not whole,
 * says why, and changes nothing: the reader sees first what would happen.
 *
 * @typedef {import("../storage/state.mjs").State} State
 * @typedef {{ added: number, changed: number, removed: number, interviews: { added: number, removed: number } }} Effect
 */
import { diff } from "../storage/patch.mjs";
import { parseState, VERSION } from "../storage/state.mjs";

export const FORMAT = "round-two-backup";
/** More bytes than a browser stores for a site. */
const LARGEST = 20_000_000;

/** What open pages know of each other stays behind. @param {State} state */
export const backupText = ({ seen, last, ...state }) =>
  `${JSON.stringify({ format: FORMAT, saved: new Date().toISOString(), state }, null, 2)}\n`;

/** The name of a backup file, which sorts by day. @param {Date} [day] */
export const backupName = (day = new Date()) => `round-two-${day.toISOString().slice(0, 10)}.json`;

/** The state in a backup. Throws an Error that says what is wrong. @param {Blob} file @returns {Promise<State>} */
export async function readBackup(file) {
  if (file.size > LARGEST) throw new Error("It is larger than any backup of this guide.");
  let backup;
  try {
    backup = JSON.parse(await file.text());
  } catch {
    throw new Error("It is not JSON: it may be cut off, or another kind of file.");
  }
  if (backup?.format !== FORMAT) throw new Error("It is JSON, but not a backup of this guide.");
  return checked(backup.state);
}

/** @param {any} stored @returns {State} */
export function checked(stored) {
  if (Number.isInteger(stored?.version) && stored.version > VERSION)
    throw new Error(`It was saved by a newer version of this guide (${stored.version}; this page knows ${VERSION}). Reload the page and try again.`);
  let read;
  try {
    read = parseState(stored);
  } catch (error) {
    throw new Error(`It holds no state: ${/** @type {Error} */ (error).message}.`);
  }
  const [first, ...more] = read.errors;
  if (first) throw new Error(`It is damaged: ${first}${more.length ? `, and ${more.length} more` : ""}.`);
  return read.state;
}

/** How `after` differs from `before`, counted. @param {State} before @param {State} after @returns {Effect} */
export function effect(before, after) {
  const counts = { added: 0, changed: 0, removed: 0, interviews: { added: 0, removed: 0 } };
  for (const { part, was, now } of diff(before, after)) {
    if (part === "interview") {
      const way = now ? "added" : "removed";
      counts.interviews[way] += 1;
      counts[way] += size(now ?? was);
    } else if (part === "items" || part === "kept") {
      if (!was) counts.added += Number(says(now));
      else if (!now) counts.removed += 1;
      else counts.changed += 1;
    } else if (part === "about") counts.changed += 1;
  }
  return counts;
}

/** @param {import("../storage/state.mjs").Interview} interview */
const size = ({ items, kept }) => [...Object.values(items), ...Object.values(kept)].filter(says).length;

/** Whether there is anything in it: what was taken back or forgotten stays, with its time, but says nothing. @param {any} cell */
const says = (cell) => ("value" in cell ? cell.value !== null : cell.state !== "todo" || Boolean(cell.note));
