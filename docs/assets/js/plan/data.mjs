/** The data of the guide that the plan needs, each loaded once, when it is first wanted. */
import { siteUrl } from "../dom.mjs";
import { WEEKENDS } from "./dates.mjs";

/** @type {Map<string, Promise<any>>} */
const loading = new Map();

/** @param {string} name of a file in api/v1 @returns {Promise<any>} */
export function data(name) {
  const known = loading.get(name);
  if (known) return known;
  const answer = fetch(siteUrl(`api/v1/${name}.json`)).then((found) => {
    if (!found.ok) throw new Error(`status ${found.status}`);
    return found.json();
  });
  loading.set(name, answer);
  // What failed once may work when the reader is back online.
  answer.catch(() => loading.delete(name));
  return answer;
}

/** The days off of a country; without one, the weekend. @param {string} country @returns {Promise<import("./dates.mjs").Calendar>} */
export async function calendarOf(country) {
  if (!country) return WEEKENDS;
  const { items, to } = await data("holidays");
  const found = items.find((/** @type {any} */ { id }) => id === country);
  return found ? { weekend: found.weekend, days: new Set(found.days), until: to } : WEEKENDS;
}
