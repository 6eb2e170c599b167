/** Fetches the public holidays and the weekend of a country. */
import { fetchApi } from "../lib/api.mjs";
import { WEEKENDS } from "./dates.mjs";

/** @param {string} country its code; "" for weekends only @returns {Promise<import("./dates.mjs").DaysOff>} */
export async function fetchDaysOff(country) {
  if (!country) return WEEKENDS;
  const { items, to } = await fetchApi("holidays");
  const holidays = items.find((/** @type {any} */ { id }) => id === country);
  return holidays ? { weekend: holidays.weekend, days: new Set(holidays.days), until: to } : WEEKENDS;
}
