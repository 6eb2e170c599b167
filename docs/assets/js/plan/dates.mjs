/**
 * Days without a clock, as text such as "2026-11-22": reading, counting, and counting of working days.
 *
 * @typedef {{ weekend: number[], days: Set<string>, until?: string }} Calendar days off: weekdays (Sunday is 0) and
 *   dates; holidays are known up to `until`
 */

const DAY = 86_400_000;

/** @type {Calendar} */
export const WEEKENDS = { weekend: [0, 6], days: new Set() };

/** Whether `text` names a day that exists. @param {any} text @returns {text is string} */
export function isDate(text) {
  return typeof text === "string" && /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(number(text)) && dateOf(number(text)) === text;
}

/** Whether `text` is a time of day such as "09:30". @param {any} text @returns {text is string} */
export const isTime = (text) => typeof text === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Days since 1970. @param {string} date */
export const number = (date) => Date.parse(`${date}T00:00:00Z`) / DAY;

/** @param {number} days since 1970 */
export const dateOf = (days) => new Date(days * DAY).toISOString().slice(0, 10);

/** @param {string} date @param {number} days */
export const addDays = (date, days) => dateOf(number(date) + days);

/** Days from one date to another. @param {string} from @param {string} to */
export const daysBetween = (from, to) => number(to) - number(from);

/** Sunday is 0. @param {string} date */
export const weekday = (date) => new Date(number(date) * DAY).getUTCDay();

/** @param {string} date @param {Calendar} calendar */
export const isWorkingDay = (date, { weekend, days }) => !weekend.includes(weekday(date)) && !days.has(date);

/**
 * The `count`-th working day after `date`; that day itself is not counted, whatever it is. With a count of 0, the
 * first working day from `date` on.
 * @param {string} date @param {number} count @param {Calendar} [calendar]
 */
export function addWorkingDays(date, count, calendar = WEEKENDS) {
  let day = count ? addDays(date, 1) : date;
  for (let left = Math.max(count, 1); ; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar) && --left === 0) return day;
  }
}

/** A day in words. @param {string} date @param {Intl.DateTimeFormatOptions} [form] */
export function inWords(date, form = { weekday: "long", day: "numeric", month: "long" }) {
  return new Intl.DateTimeFormat("en-GB", { ...form, timeZone: "UTC" }).format(number(date) * DAY).replace(",", "");
}

/** "Thu 26 Nov". @param {string} date */
export const inShort = (date) => inWords(date, { weekday: "short", day: "numeric", month: "short" });
