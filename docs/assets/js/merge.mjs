/**
 * Two states into one: for each item, note and widget the newest wins. The result is the same whichever
 * side comes first, and merging twice changes nothing.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./state.mjs").Mark} Mark
 * @typedef {import("./state.mjs").Kept} Kept
 * @typedef {import("./state.mjs").Interview} Interview
 */
import { ANSWERS, DEFAULT_NAME, millis } from "./state.mjs";

/** @param {State} mine @param {State} theirs @param {number} [now] @returns {State} */
export function merge(mine, theirs, now = Date.now()) {
  const state = structuredClone(mine);
  for (const [id, interview] of Object.entries(theirs.interviews)) {
    const home = homeOf(state, id, interview);
    const here = Object.hasOwn(state.interviews, home) ? state.interviews[home] : undefined;
    state.interviews[home] = here ? mergeInterviews(here, interview, now) : structuredClone(interview);
  }
  return state;
}

/**
 * The id under which `theirs` belongs. Every device starts with a "default" interview: two of them are one,
 * unless each was given a name of its own.
 * @param {State} state @param {string} id @param {Interview} theirs
 */
function homeOf(state, id, theirs) {
  const mine = Object.hasOwn(state.interviews, id) ? state.interviews[id] : undefined;
  if (!mine || same(mine, theirs)) return id;
  const stem = `${id.slice(0, 50)}-${millis(theirs.created).toString(36)}`;
  return stem;
}

/** @param {Interview} a @param {Interview} b */
const same = (a, b) =>
  a.name === b.name || a.name === DEFAULT_NAME || b.name === DEFAULT_NAME || (a.created !== "" && a.created === b.created);

/** @param {Interview} a @param {Interview} b @param {number} now @returns {Interview} */
function mergeInterviews(a, b, now) {
  const newest = latest(b.at, now) > latest(a.at, now) ? b : a;
  const name = newest.name === DEFAULT_NAME && !newest.at ? [a.name, b.name].find((one) => one !== DEFAULT_NAME) ?? DEFAULT_NAME : newest.name;
  return {
    ...a, ...newest, name,
    created: a.created || b.created,
    items: union(a.items, b.items, (x, y) => mergeMarks(x, y, now)),
    kept: union(a.kept, b.kept, (x, y) => mergeKept(x, y, now)),
  };
}

/** The state and the note have each their own time. @param {Mark} a @param {Mark} b @param {number} now @returns {Mark} */
function mergeMarks(a, b, now) {
  const ahead = latest(b.at, now) - latest(a.at, now) || ANSWERS.indexOf(b.state) - ANSWERS.indexOf(a.state) || b.rev - a.rev;
  const mark = ahead > 0 ? b : a;
  const notes = latest(b.noted, now) - latest(a.noted, now) || (b.note ?? "").length - (a.note ?? "").length;
  const { note, noted } = notes > 0 ? b : a;
  const { note: _, noted: __, ...rest } = mark;
  // A link carries no wordings; the one known here stays.
  const what = rest.what ?? (a.rev === b.rev ? a.what : undefined);
  return { ...rest, ...(what === undefined ? {} : { what }), ...(note === undefined ? {} : { note }), ...(noted === undefined ? {} : { noted }) };
}

/** At the same moment, something is more than nothing. @param {Kept} a @param {Kept} b @param {number} now */
function mergeKept(a, b, now) {
  const ahead = latest(b.at, now) - latest(a.at, now) || Number(b.value !== null) - Number(a.value !== null);
  return ahead > 0 ? b : a;
}

/** A clock that ran ahead must not win for ever: no time is later than now. @param {string | undefined} at @param {number} now */
const latest = (at, now) => Math.min(millis(at), now);

/**
 * @template T
 * @param {Record<string, T>} a @param {Record<string, T>} b @param {(x: T, y: T) => T} both @returns {Record<string, T>}
 */
function union(a, b, both) {
  const all = { ...a };
  for (const [key, value] of Object.entries(b)) all[key] = Object.hasOwn(a, key) ? both(a[key], value) : value;
  return all;
}
