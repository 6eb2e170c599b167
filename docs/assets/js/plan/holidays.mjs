/** The days off of a country; without one, the weekend. */
import { fetchApi } from "../lib/api.mjs";
import { WEEKENDS } from "./dates.mjs";

/** @param {string} country @returns {Promise<import("./dates.mjs").Calendar>} */
export async function calendarOf(country) {
  if (!country) return WEEKENDS;
  const { items, to } = await fetchApi("holidays");
  const found = items.find((/** @type {any} */ { id }) => id === country);
  return found ? { weekend: found.weekend, days: new Set(found.days), until: to } : WEEKENDS;
}
