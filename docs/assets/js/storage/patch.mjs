/**
 * The difference between two states, cell by cell, and applying it to a third one. Undo and the healing
 * of two tabs that wrote at the same moment are both this: a cell changes only where it still holds what
 * the change expects, so nothing that came later is lost.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {{ part: "current" | "interview" | "about" | "items" | "kept", id?: string, key?: string, was?: any, now?: any }} Change
 */
import { ID, isRecord, KEPT_NAME, tooDeep } from "./validators.mjs";

/** The text of a JSON value, the same however its fields are ordered. @param {unknown} value */
export const canonical = (value) => JSON.stringify(value, (_, part) =>
  (isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));

/** @param {unknown} a @param {unknown} b */
const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b) || canonical(a) === canonical(b);

/** @param {Record<string, any> | undefined} record @param {string} key */
const own = (record, key) => (record && Object.hasOwn(record, key) ? record[key] : undefined);

/** @param {Record<string, any>} interview */
const about = ({ items, kept, ...rest }) => rest;

/** @param {State} before @param {State} after @returns {Change[]} */
export function diff(before, after) {
  /** @type {Change[]} */
  const changes = [];
  for (const id of keys(before.interviews, after.interviews)) {
    const [was, now] = [own(before.interviews, id), own(after.interviews, id)];
    if (!was || !now) {
      changes.push({ part: "interview", id, was, now });
      continue;
    }
    if (!equal(about(was), about(now))) changes.push({ part: "about", id, was: about(was), now: about(now) });
    for (const part of /** @type {("items" | "kept")[]} */ (CELLS)) {
      for (const key of keys(was[part], now[part])) {
        const [old, next] = [own(was[part], key), own(now[part], key)];
        if (!equal(old, next)) changes.push({ part, id, key, was: old, now: next });
      }
    }
  }
  if (before.interview !== after.interview) changes.push({ part: "current", was: before.interview, now: after.interview });
  return changes;
}

/**
 * Apply `changes` to `state` in place. @returns {Change[]} those that took hold
 * @param {State} state @param {Change[]} changes
 */
export const apply = (state, changes) =>
  changes.filter((change) => equal(read(state, change), change.was) && write(state, change, structuredClone(change.now)));

/** What takes `changes` back. @param {Change[]} changes @returns {Change[]} */
export const inverse = (changes) => changes.map(({ was, now, ...where }) => ({ ...where, was: now, now: was })).reverse();

/** Whether a stored value is a list of changes that may be applied. @param {any} stored @returns {stored is Change[]} */
export const areChanges = (stored) => Array.isArray(stored) && !tooDeep(stored, 64) && stored.every((one) =>
  isRecord(one) && PARTS.includes(one.part) && (one.part === "current" || ID.test(one.id)) && (!CELLS.includes(one.part) || KEPT_NAME.test(one.key)));

const CELLS = ["items", "kept"];
const PARTS = ["current", "interview", "about", ...CELLS];

/** @param {State} state @param {Change} change */
function read(state, { part, id = "", key = "" }) {
  if (part === "current") return state.interview;
  const interview = own(state.interviews, id);
  if (part === "interview" || !interview) return interview;
  return part === "about" ? about(interview) : own(interview[part], key);
}

/** @param {State} state @param {Change} change @param {any} value @returns {boolean} */
function write(state, { part, id = "", key = "" }, value) {
  if (part === "current") return Boolean((state.interview = value));
  if (part === "interview") return put(state.interviews, id, value);
  const interview = own(state.interviews, id);
  if (!interview) return false;
  if (part !== "about") return put(interview[part], key, value);
  return put(state.interviews, id, { ...value, items: interview.items, kept: interview.kept });
}

/** @param {Record<string, any>} record @param {string} key @param {any} value */
function put(record, key, value) {
  if (value === undefined) return delete record[key];
  record[key] = value;
  return true;
}

/** @param {Record<string, any>} a @param {Record<string, any>} b */
const keys = (a, b) => new Set([...Object.keys(a), ...Object.keys(b)]);
