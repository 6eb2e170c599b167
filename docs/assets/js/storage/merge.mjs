/**
 * Two states into one: for each item, note and widget the newest wins. Merging twice changes nothing, and the order
 * does not matter, save where two devices each named their first interview: those stay two.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./state.mjs").Kept} Kept
 * @typedef {import("./state.mjs").Interview} Interview
 */
import { canonical } from "./patch.mjs";
import { later, newest } from "./item-state.mjs";
import { DEFAULT_NAME, millis } from "./state.mjs";

/** @param {State} mine @param {State} theirs @returns {State} */
export function merge(mine, theirs) {
  const state = structuredClone(mine);
  for (const [id, interview] of Object.entries(theirs.interviews)) {
    const home = homeOf(state.interviews, id, interview);
    const here = Object.hasOwn(state.interviews, home) ? state.interviews[home] : undefined;
    state.interviews[home] = here ? mergeInterviews(here, interview) : structuredClone(interview);
  }
  return state;
}

/**
 * The id under which `theirs` belongs. Every device starts with a "default" interview: two of them are one, unless
 * each was given a name of its own. Then the other one stands under a further id, where later merges find it again.
 * @param {Record<string, Interview>} interviews @param {string} id @param {Interview} theirs
 */
function homeOf(interviews, id, theirs) {
  if (!FIRST.test(id)) return id;
  const twin = Object.keys(interviews).find((one) => FIRST.test(one) && theirs.created && interviews[one].created === theirs.created);
  if (twin) return twin;
  const further = `${id.slice(0, 40)}-${millis(theirs.created).toString(36)}`;
  let home = id;
  for (let count = 1; Object.hasOwn(interviews, home) && !same(interviews[home], theirs); count += 1) home = count > 1 ? `${further}-${count}` : further;
  return home;
}

/** The first interview of a device. */
const FIRST = /^default(-|$)/;

/** @param {Interview} a @param {Interview} b */
const same = (a, b) => a.name === b.name || a.name === DEFAULT_NAME || b.name === DEFAULT_NAME;

/** @param {Interview} a @param {Interview} b @returns {Interview} */
function mergeInterviews(a, b) {
  const about = later(a, b, ({ items, kept, created, ...rest }) => [Number(rest.name !== DEFAULT_NAME), millis(rest.at), canonical(rest)]);
  return {
    ...about,
    created: [a.created, b.created].filter(Boolean).sort()[0] ?? "",
    items: union(a.items, b.items, newest),
    kept: union(a.kept, b.kept, newestKept),
  };
}

/** At the same moment, something wins over nothing. @param {Kept} a @param {Kept} b */
const newestKept = (a, b) => later(a, b, (one) => [millis(one.at), Number(one.value !== null), canonical(one)]);

/**
 * @template T
 * @param {Record<string, T>} a @param {Record<string, T>} b @param {(x: T, y: T) => T} both @returns {Record<string, T>}
 */
function union(a, b, both) {
  const all = { ...a };
  for (const [key, value] of Object.entries(b)) all[key] = Object.hasOwn(a, key) ? both(a[key], value) : structuredClone(value);
  return all;
}
