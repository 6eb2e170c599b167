/**
 * Calendar days as text such as "2026-11-22": validation, arithmetic, working days and formats.
 *
 * @typedef {{ weekend: number[], days: Set<string>, until?: string }} DaysOff weekdays (Sunday is 0)
 *   and dates; holidays are known up to `until`
 */

const DAY = 86_400_000;

/** Without a country: weekends, and the two holidays on which hardly anyone works. @type {DaysOff} */
export const WEEKENDS = { weekend: [0, 6], days: new Set(Array.from({ length: 200 }, (_, index) => [`${1950 + index}-01-01`, `${1950 + index}-12-25`]).flat()) };

/** Whether `text` is a date that exists. @param {any} text @returns {text is string} */
export function isDate(text) {
  return typeof text === "string" && /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(toDayNumber(text)) && fromDayNumber(toDayNumber(text)) === text;
}

/** Whether `text` is a time of day such as "09:30". @param {any} text @returns {text is string} */
export const isTime = (text) => typeof text === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Days since 1970. @param {string} date */
const toDayNumber = (date) => Date.parse(`${date}T00:00:00Z`) / DAY;

/** @param {number} days since 1970 */
const fromDayNumber = (days) => new Date(days * DAY).toISOString().slice(0, 10);

/** @param {string} date @param {number} days */
export const addDays = (date, days) => fromDayNumber(toDayNumber(date) + days);

/** The days between two dates. @param {string} from @param {string} to */
export const daysBetween = (from, to) => toDayNumber(to) - toDayNumber(from);

/** Sunday is 0. @param {string} date */
export const weekday = (date) => new Date(toDayNumber(date) * DAY).getUTCDay();

/** @param {string} date @param {DaysOff} calendar */
export const isWorkingDay = (date, { weekend, days }) => !weekend.includes(weekday(date)) && !days.has(date);

/**
 * The `count`-th working day after `date`, which is not counted itself. With a count of 0, the first working day from
 * `date` on.
 * @param {string} date @param {number} count @param {DaysOff} [calendar]
 */
export function addWorkingDays(date, count, calendar = WEEKENDS) {
  let day = count ? addDays(date, 1) : date;
  for (let left = Math.max(count, 1); ; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar) && --left === 0) return day;
  }
}

/** The `count`-th working day before `date`. @param {string} date @param {number} count @param {DaysOff} [calendar] */
export function subtractWorkingDays(date, count, calendar = WEEKENDS) {
  let day = date;
  for (let left = count; left > 0; left -= Number(isWorkingDay(day, calendar))) day = addDays(day, -1);
  return day;
}

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

/** "Thursday, November 26", unless other options are given. @param {string} date @param {Intl.DateTimeFormatOptions} [options] */
export function formatDate(date, options = { weekday: "long", day: "numeric", month: "long" }) {
  return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(toDayNumber(date) * DAY);
}

/** "Thu, Nov 26". @param {string} date */
export const formatShortDate = (date) => formatDate(date, { weekday: "short", day: "numeric", month: "short" });
