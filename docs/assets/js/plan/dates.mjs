/**
 * Calendar days as text such as "2026-11-22": validation, arithmetic, working days and formats.
 *
 * @typedef {{ weekend: number[], days: Pick<Set<string>, "has">, until?: string }} DaysOff weekdays (Sunday is 0)
 *   and dates; holidays are known up to `until`
 */

const DAY = 86_400_000;

/** Without a country: weekends, and the two holidays on which hardly anyone works. @type {DaysOff} */
export const WEEKENDS = { weekend: [0, 6], days: { has: (date) => /-(01-01|12-25)$/.test(date) } };

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

/** "Thursday, November 26", unless other options are given. @param {string} date @param {Intl.DateTimeFormatOptions} [options] */
export function formatDate(date, options = { weekday: "long", day: "numeric", month: "long" }) {
  return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(toDayNumber(date) * DAY);
}

/** "7:30 a.m.", "2 p.m.", "noon"; other texts stay as they are. @param {string} time */
export function formatTime(time) {
  if (!isTime(time)) return time;
  const [hour, minute] = time.split(":");
  if (minute === "00" && Number(hour) % 12 === 0) return hour === "12" ? "noon" : "midnight";
  return `${Number(hour) % 12 || 12}${minute === "00" ? "" : `:${minute}`} ${Number(hour) < 12 ? "a.m." : "p.m."}`;
}

/** "Thu, Nov 26". @param {string} date */
export const formatShortDate = (date) => formatDate(date, { weekday: "short", day: "numeric", month: "short" });
