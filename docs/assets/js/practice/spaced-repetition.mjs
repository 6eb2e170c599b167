/**
 * When a practised question comes back. A hard one after a day, a fine one after three, a solid one after a week; hard
 * and fine ones in half the days that are left when the interview is near, and none on the day of the interview itself.
 * Days are text, `YYYY-MM-DD`.
 *
 * @typedef {"hard" | "fine" | "solid"} Feel
 * @typedef {{ feel?: Feel, rounds?: number, last?: string, said?: string[] }} Practised   `last` is a time in UTC.
 */
const GAP = { hard: 1, fine: 3, solid: 7 };
const DAY = 24 * 60 * 60 * 1000;

/** The reader's own day of a moment. @param {Date} moment */
export function dayOf(moment) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** @param {string} day @param {number} days */
export const plusDays = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** @param {string} from @param {string} to */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * The day on which a question is due again, or "" when it is not.
 * @param {Practised | undefined} record @param {string} interview the day of the interview, or ""
 */
export function dueOn(record, interview) {
  const gap = record?.feel && GAP[record.feel];
  const last = new Date(record?.last ?? "");
  if (!gap || Number.isNaN(last.getTime())) return "";
  const day = dayOf(last);
  const left = interview ? daysBetween(day, interview) : 0;
  if (left <= 0) return plusDays(day, gap);
  const squeezed = record?.feel === "solid" ? gap : Math.min(gap, Math.max(1, Math.floor(left / 2)));
  return squeezed < left ? plusDays(day, squeezed) : "";
}

/** An interview that is over no longer counts. @param {Practised | undefined} record @param {string} interview @param {string} today */
export function isDue(record, interview, today) {
  if (today === interview) return false;
  const day = dueOn(record, today < interview ? interview : "");
  return day !== "" && day <= today;
}

/**
 * The record after one more round.
 * @param {Practised | undefined} record @param {{ feel: Feel, said: string[] }} review @param {Date} now @returns {Practised}
 */
export const reviewed = (record, review, now) =>
  ({ ...record, ...review, rounds: (Number.isSafeInteger(record?.rounds) ? Number(record?.rounds) : 0) + 1, last: now.toISOString() });
