/**
 * Merges two states: the newest status, note and record win. Merging again changes nothing, and the order does not
 * matter, except where two devices each renamed their first interview: those stay two.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./state.mjs").SavedRecord} SavedRecord
 * @typedef {import("./state.mjs").Interview} Interview
 */
import { maxBy, mergeItemStates } from "./item-state.mjs";
import { canonicalJson } from "./patch.mjs";
import { DEFAULT_NAME, millis } from "./state.mjs";

/** The ids that the first interview of a device can have. */
const FIRST_ID = /^default(-|$)/;

/** @param {State} mine @param {State} theirs @returns {State} */
export function mergeStates(mine, theirs) {
  const state = structuredClone(mine);
  for (const [id, interview] of Object.entries(theirs.interviews)) {
    const target = findTargetId(state.interviews, id, interview);
    const own = Object.hasOwn(state.interviews, target) ? state.interviews[target] : undefined;
    state.interviews[target] = own ? mergeInterviews(own, interview) : structuredClone(interview);
  }
  return state;
}

/**
 * The id of the interview that `theirs` is merged into. Every device starts with an interview "default": two of them
 * are the same, unless both were renamed. Then theirs gets another id, under which later merges find it again.
 * @param {Record<string, Interview>} interviews @param {string} id @param {Interview} theirs
 */
function findTargetId(interviews, id, theirs) {
  if (!FIRST_ID.test(id)) return id;
  const twin = Object.keys(interviews).find((one) => FIRST_ID.test(one) && theirs.created && interviews[one].created === theirs.created);
  if (twin) return twin;
  const renamed = `${id.slice(0, 40)}-${millis(theirs.created).toString(36)}`;
  let target = id;
  for (let count = 1; Object.hasOwn(interviews, target) && !hasSameName(interviews[target], theirs); count += 1) target = count > 1 ? `${renamed}-${count}` : renamed;
  return target;
}

/** @param {Interview} a @param {Interview} b */
const hasSameName = (a, b) => a.name === b.name || a.name === DEFAULT_NAME || b.name === DEFAULT_NAME;

/** @param {Interview} a @param {Interview} b @returns {Interview} */
function mergeInterviews(a, b) {
  const newest = maxBy(a, b, ({ items, kept, created, ...rest }) => [Number(rest.name !== DEFAULT_NAME), millis(rest.at), canonicalJson(rest)]);
  return {
    ...newest,
    created: [a.created, b.created].filter(Boolean).sort()[0] ?? "",
    items: mergeEntries(a.items, b.items, mergeItemStates),
    kept: mergeEntries(a.kept, b.kept, newestRecord),
  };
}

/** At the same time, a value wins over a deletion. @param {SavedRecord} a @param {SavedRecord} b */
const newestRecord = (a, b) => maxBy(a, b, (record) => [millis(record.at), Number(record.value !== null), canonicalJson(record)]);

/**
 * @template T
 * @param {Record<string, T>} a @param {Record<string, T>} b @param {(x: T, y: T) => T} merge @returns {Record<string, T>}
 */
function mergeEntries(a, b, merge) {
  const all = { ...a };
  for (const [key, value] of Object.entries(b)) all[key] = Object.hasOwn(a, key) ? merge(a[key], value) : structuredClone(value);
  return all;
}
