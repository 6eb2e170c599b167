/**
 * Writes and reads backup files: the state as readable JSON, with a header. A damaged file is refused with the reason.
 *
 * @typedef {import("../storage/state.mjs").State} State
 * @typedef {{ added: number, changed: number, removed: number, interviews: { added: number, removed: number } }} Effect
 */
import { diff } from "../storage/patch.mjs";
import { parseState, VERSION } from "../storage/state.mjs";

const BACKUP_FORMAT = "round-two-backup";
/** Names the file to choose, as `backupName` does. */
const NOT_A_BACKUP = "Choose a file with a name such as round-two-2026-11-30.json.";
/** More than browsers store for a site. In bytes. */
const MAX_SIZE = 20_000_000;

/** The text of a backup, without the fields that only open pages need. @param {State} state */
export const backupText = ({ seen, last, ...state }) =>
  `${JSON.stringify({ format: BACKUP_FORMAT, saved: new Date().toISOString(), state }, null, 2)}\n`;

/** The name has the day of the reader; Swedish dates are written like that. */
export const backupName = () => `round-two-${new Date().toLocaleDateString("sv")}.json`;

/** The state in a backup. Throws an Error whose message is for the reader. @param {Blob} file @returns {Promise<State>} */
export async function readBackup(file) {
  if (file.size > MAX_SIZE) throw new Error(`${NOT_A_BACKUP} This one is too large.`);
  let backup;
  try {
    backup = JSON.parse(await file.text());
  } catch {
    throw new Error(`${NOT_A_BACKUP} This one is another kind of file, or part of it is missing.`);
  }
  if (backup?.format !== BACKUP_FORMAT) throw new Error(`${NOT_A_BACKUP} This one isn't a Round Two backup.`);
  return parseImported(backup.state);
}

/** The state in a backup or a link. Throws an Error whose message is for the reader. @param {any} stored @returns {State} */
export function parseImported(stored) {
  if (Number.isInteger(stored?.version) && stored.version > VERSION)
    throw new Error(`Reload this page and try again: this was saved by a newer version of the guide (${stored.version}; this page knows ${VERSION}).`);
  let parsed;
  try {
    parsed = parseState(stored);
  } catch (error) {
    throw new Error(`Try an older copy: this one can't be read (${/** @type {Error} */ (error).message}).`);
  }
  const [first, ...more] = parsed.errors;
  if (first) throw new Error(`Try an older copy: this one is damaged (${first}${more.length ? `, and ${more.length} more` : ""}).`);
  return parsed.state;
}

/** Replace the browser's message about a module that did not load. @returns {never} */
export function explainFailure() {
  throw new Error("Check your connection, then try again: part of this page didn't load.");
}

/** Count the entries and interviews that differ. @param {State} before @param {State} after @returns {Effect} */
export function countEffect(before, after) {
  const counts = { added: 0, changed: 0, removed: 0, interviews: { added: 0, removed: 0 } };
  for (const { part, was, now } of diff(before, after)) {
    if (part === "interview") {
      const effect = now ? "added" : "removed";
      counts.interviews[effect] += 1;
      counts[effect] += countEntries(now ?? was);
    } else if (part === "items" || part === "kept") {
      if (!was) counts.added += Number(hasContent(now));
      else if (!now) counts.removed += 1;
      else counts.changed += 1;
    } else if (part === "about") counts.changed += 1;
  }
  return counts;
}

/** @param {import("../storage/state.mjs").Interview} interview */
const countEntries = ({ items, kept }) => [...Object.values(items), ...Object.values(kept)].filter(hasContent).length;

/** Whether an entry was not cleared or deleted. @param {any} entry */
const hasContent = (entry) => ("value" in entry ? entry.value !== null : entry.state !== "todo" || Boolean(entry.note));
