/** Turns what people say about a date into a date. */
import { addDays, addWorkingDays, weekday } from "./dates.mjs";

/** The day that people mean by these words, from `today` on. @type {Record<string, (today: string) => string>} */
const IN_WORDS = {
  tomorrow: (today) => addWorkingDays(today, 1),
  "this-week": (today) => nextWeekday(today, 5),
  "early-next-week": (today) => addDays(nextWeekday(addDays(today, 1), 1), 1),
  "next-week": (today) => addDays(nextWeekday(addDays(today, 1), 1), 4),
  "two-weeks": (today) => addDays(today, 14),
  "end-of-month": (today) => addDays(`${addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1),
};

/** The first such weekday from `date` on. @param {string} date @param {number} day Sunday is 0 */
const nextWeekday = (date, day) => addDays(date, (day - weekday(date) + 7) % 7);

/** The date of "early-next-week" and the like; "" for other words. @param {string} words @param {string} today */
export const dateInWords = (words, today) => (Object.hasOwn(IN_WORDS, words) ? IN_WORDS[words](today) : "");
