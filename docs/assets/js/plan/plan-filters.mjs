/** Reads the part of the plan that chooses questions, without the code for the rest of it. */
import { PLAN } from "../storage/saved-names.mjs";
import { isDate } from "./dates.mjs";

const MAX_MEMBERS = 40;

/** @param {any} value */
export const parseId = (value) => (typeof value === "string" && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value) ? value : "");
/** @template T @param {any} value @param {(one: any) => T} each */
export const parseList = (value, each) => (Array.isArray(value) ? value.slice(0, MAX_MEMBERS).map(each) : []);

/** The formats, kinds of people, line of work and date of the plan. @param {import("./plan-data.mjs").Store} store */
export function readPlanFilters(store) {
  const plan = store.getRecord(PLAN);
  return {
    formats: [...new Set(parseList(plan?.formats, parseId).filter(Boolean))], people: parseList(plan?.people, (one) => parseId(one?.id) && parseId(one?.person)).filter(Boolean),
    field: parseId(plan?.field), date: isDate(plan?.date) ? plan.date : "",
  };
}
