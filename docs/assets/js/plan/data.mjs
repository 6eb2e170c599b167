/** The data of the guide that the plan needs, each loaded once, when it is first wanted. */
import { siteUrl } from "../dom.mjs";
import { WEEKENDS } from "./dates.mjs";

/** Written out, because what a script asks for by its whole name is kept for reading offline. */
const FILES = {
  plan: "api/v1/plan.json", timelines: "api/v1/timelines.json", messages: "api/v1/messages.json",
  taxonomy: "api/v1/taxonomy.json", holidays: "api/v1/holidays.json",
};

/** @type {Map<string, Promise<any>>} */
const loading = new Map();

/** @param {keyof typeof FILES} name @returns {Promise<any>} */
export function data(name) {
  const known = loading.get(name);
  if (known) return known;
  const answer = fetch(siteUrl(FILES[name])).then((found) => {
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
