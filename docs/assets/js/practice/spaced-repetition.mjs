/**
 * Computes when a practiced question is due again. When the interview is near, hard and fine questions are due in at most
 * half of the days left. No question is due on the day of the interview. Days are text, `YYYY-MM-DD`.
 *
 * @typedef {"hard" | "fine" | "solid"} Feel
 * @typedef {{ feel?: Feel, rounds?: number, last?: string, said?: string[] }} PracticeRecord `last` is a time in UTC
 */
import { addDays, daysBetween } from "../plan/dates.mjs";
/** In days. */
const INTERVALS = { hard: 1, fine: 3, solid: 7 };

/** The day of an instant in the time zone of the device. @param {Date} moment */
export function localDay(moment) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * The day on which a question is due again, or "".
 * @param {PracticeRecord | undefined} record @param {string} interview the day of the interview, or ""
 */
export function nextDueDate(record, interview) {
  const interval = record?.feel && INTERVALS[record.feel];
  const last = new Date(record?.last ?? "");
  if (!interval || Number.isNaN(last.getTime())) return "";
  const day = localDay(last);
  const left = interview ? daysBetween(day, interview) : 0;
  if (left <= 0) return addDays(day, interval);
  const shortened = record?.feel === "solid" ? interval : Math.min(interval, Math.max(1, Math.floor(left / 2)));
  return shortened < left ? addDays(day, shortened) : "";
}

/** Whether a question is due today or was before. A past interview is ignored. @param {PracticeRecord | undefined} record @param {string} interview @param {string} today */
export function isDue(record, interview, today) {
  if (today === interview) return false;
  const day = nextDueDate(record, today < interview ? interview : "");
  return day !== "" && day <= today;
}

/**
 * The record after another review.
 * @param {PracticeRecord | undefined} record @param {{ feel: Feel, said: string[] }} review @param {Date} now @returns {PracticeRecord}
 */
export const withReview = (record, review, now) =>
  ({ ...record, ...review, rounds: (Number.isSafeInteger(record?.rounds) ? Number(record?.rounds) : 0) + 1, last: now.toISOString() });
