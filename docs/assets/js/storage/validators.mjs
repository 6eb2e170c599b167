/** What names and values may look like, for whatever reads what was stored. */
export const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Names under which widgets keep something: an id with what it is for, as in `question-<id>`. */
export const KEPT_NAME = /^[a-z0-9][a-z0-9-]{0,95}$/;
/** Deeper values come from no widget, and copying them would overflow. */
const DEEPEST = 32;

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands in a text field. @param {unknown} value */
export const text = (value) => (["string", "number"].includes(typeof value) ? `${value}` : "");

/** @param {unknown} value @param {number} [left] @returns {boolean} */
export const tooDeep = (value, left = DEEPEST) =>
  typeof value === "object" && value !== null && (left === 0 || Object.values(value).some((part) => tooDeep(part, left - 1)));
