/** Checks for stored and imported values. Used wherever a module reads what a reader saved. */

export const ITEM_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** A name of a record: an id with a prefix, as in `question-<id>`. */
export const RECORD_NAME = /^[a-z0-9][a-z0-9-]{0,95}$/;
/** No widget nests deeper, and copying a very deep value would overflow the stack. */
const MAX_DEPTH = 32;

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The value of a text field; "" for anything but a string or a number. @param {unknown} value */
export const toText = (value) => (["string", "number"].includes(typeof value) ? `${value}` : "");

/** @param {unknown} value @param {number} [depth] levels that are allowed @returns {boolean} */
export const isTooDeep = (value, depth = MAX_DEPTH) =>
  typeof value === "object" && value !== null && (depth === 0 || Object.values(value).some((part) => isTooDeep(part, depth - 1)));
