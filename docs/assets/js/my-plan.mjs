/**
 * The facts of the interview in use that practising needs, read from the kept `plan`: whatever cannot be read is left out.
 *
 * @typedef {{ name: string, role: string, person: string }} PanelMember   `person` is an id of data/people, or "".
 * @typedef {{ date: string, formats: string[], people: PanelMember[], field: string }} Plan
 */
import { isRecord } from "./state.mjs";
import { store } from "./store.mjs";

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value.trim() : "");

/** @param {unknown} value @returns {unknown[]} */
const list = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} [kept] @returns {Plan} */
export function plan(kept = store.kept("plan")) {
  const found = isRecord(kept) ? kept : {};
  return {
    date: /^\d{4}-\d\d-\d\d$/.test(text(found.date)) ? text(found.date) : "",
    formats: list(found.formats).map(text).filter(Boolean),
    people: list(found.people).filter(isRecord).map(({ name, role, person }) => ({ name: text(name), role: text(role), person: text(person) })),
    field: text(found.field),
  };
}
