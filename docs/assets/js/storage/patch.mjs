/**
 * Computes the changes between two states and applies them to a third one: for undo, and for tabs that write at the same
 * moment. A change applies only where the state still has the old value, so nothing that came later is lost.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {{ part: "current" | "interview" | "about" | "items" | "kept", id?: string, key?: string, was?: any, now?: any }} Change
 */
import { isRecord, isTooDeep, ITEM_ID, RECORD_NAME } from "./validators.mjs";

/** A value as JSON with sorted keys. @param {unknown} value */
export const canonicalJson = (value) => JSON.stringify(value, (_, part) =>
  (isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));

/** @param {unknown} a @param {unknown} b */
const isEqual = (a, b) => JSON.stringify(a) === JSON.stringify(b) || canonicalJson(a) === canonicalJson(b);

/** @param {Record<string, any> | undefined} record @param {string} key */
const ownValue = (record, key) => (record && Object.hasOwn(record, key) ? record[key] : undefined);

/** The fields of an interview without its entries. @param {Record<string, any>} interview */
const metadata = ({ items, kept, ...rest }) => rest;

/** @param {State} before @param {State} after @returns {Change[]} */
export function diff(before, after) {
  /** @type {Change[]} */
  const changes = [];
  for (const id of allKeys(before.interviews, after.interviews)) {
    const [was, now] = [ownValue(before.interviews, id), ownValue(after.interviews, id)];
    if (!was || !now) {
      changes.push({ part: "interview", id, was, now });
      continue;
    }
    if (!isEqual(metadata(was), metadata(now))) changes.push({ part: "about", id, was: metadata(was), now: metadata(now) });
    for (const part of /** @type {const} */ (["items", "kept"])) {
      for (const key of allKeys(was[part], now[part])) {
        const [old, next] = [ownValue(was[part], key), ownValue(now[part], key)];
        if (!isEqual(old, next)) changes.push({ part, id, key, was: old, now: next });
      }
    }
  }
  if (before.interview !== after.interview) changes.push({ part: "current", was: before.interview, now: after.interview });
  return changes;
}

/**
 * Apply changes to a state, in place.
 * @param {State} state @param {Change[]} changes @returns {Change[]} the changes that were applied
 */
export const applyChanges = (state, changes) =>
  changes.filter((change) => isEqual(readPart(state, change), change.was) && writePart(state, change, structuredClone(change.now)));

/** The changes that undo `changes`. @param {Change[]} changes @returns {Change[]} */
export const invertChanges = (changes) => changes.map(({ was, now, ...target }) => ({ ...target, was: now, now: was })).reverse();

/** @param {any} stored @returns {stored is Change[]} */
export const isChangeList = (stored) => Array.isArray(stored) && !isTooDeep(stored, 64) && stored.every((change) =>
  isRecord(change) && PARTS.includes(change.part) && (change.part === "current" || ITEM_ID.test(change.id)) && (!ENTRY_PARTS.includes(change.part) || RECORD_NAME.test(change.key)));

const ENTRY_PARTS = ["items", "kept"];
const PARTS = ["current", "interview", "about", ...ENTRY_PARTS];

/** @param {State} state @param {Change} change */
function readPart(state, { part, id = "", key = "" }) {
  if (part === "current") return state.interview;
  const interview = ownValue(state.interviews, id);
  if (part === "interview" || !interview) return interview;
  return part === "about" ? metadata(interview) : ownValue(interview[part], key);
}

/** @param {State} state @param {Change} change @param {any} value @returns {boolean} */
function writePart(state, { part, id = "", key = "" }, value) {
  if (part === "current") return Boolean((state.interview = value));
  if (part === "interview") return setOrDelete(state.interviews, id, value);
  const interview = ownValue(state.interviews, id);
  if (!interview) return false;
  if (part !== "about") return setOrDelete(interview[part], key, value);
  return setOrDelete(state.interviews, id, { ...value, items: interview.items, kept: interview.kept });
}

/** @param {Record<string, any>} record @param {string} key @param {any} value */
function setOrDelete(record, key, value) {
  if (value === undefined) return delete record[key];
  record[key] = value;
  return true;
}

/** @param {Record<string, any>} a @param {Record<string, any>} b */
const allKeys = (a, b) => new Set([...Object.keys(a), ...Object.keys(b)]);
