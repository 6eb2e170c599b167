/**
 * Computes when the interview begins and ends, in the time zone of the interview and of the reader, and how far it is.
 * Used by the planner.
 *
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {"open" | "before" | "during" | "after" | "over"} Stage "open" without a date; "over" when either side has ended it
 * @typedef {{ stage: Stage, zone: string, readerZone: string, now: import("./time-zones.mjs").WallTime, interview?: import("./time-zones.mjs").WallTime,
 *   start?: number, end?: number, clockChange: "" | "skipped" | "twice", endPoint?: import("./timelines.mjs").Point }} InterviewTiming
 *   `now` and `interview` are in the zone of the reader; the steps afterwards count from `endPoint`, the end of the interview
 */
import { isEnd } from "./clock.mjs";
import { addDays } from "./dates.mjs";
import { toInstant, toWallTime } from "./time-zones.mjs";
import { isOver } from "./timelines.mjs";

const MINUTE = 60_000;
/** Length of an interview without a format, in minutes. */
const DEFAULT_LENGTH = 60;
/** On a day without a time, the interview is over by then. */
const EVENING = "21:00";

/**
 * @param {PlanData} plan @param {number} now @param {string} readerZone @param {{ id: string, minutes: { most: number } }[]} formats
 * @returns {InterviewTiming}
 */
export function computeTiming(plan, now, readerZone, formats) {
  const zone = plan.zone || readerZone;
  const base = { zone, readerZone, now: toWallTime(now, readerZone), clockChange: /** @type {const} */ ("") };
  const over = isOver(plan);
  // A promised date in the past implies that the interview took place.
  if (!plan.date) return { ...base, stage: over ? "over" : plan.promised && plan.promised < base.now.date ? "after" : "open" };
  if (!plan.time) {
    const interview = { date: plan.date, time: "" };
    const stage = plan.date < base.now.date || (plan.date === base.now.date && base.now.time > EVENING) ? "after" : "before";
    return { ...base, interview, stage: over ? "over" : stage, endPoint: { date: plan.date } };
  }
  const { at: start, clockChange } = toInstant(plan.date, plan.time, zone);
  const end = endOf(plan, start, zone, formats);
  const stage = now < start ? "before" : now < end ? "during" : "after";
  return { ...base, start, end, clockChange, interview: toWallTime(start, readerZone), stage: over ? "over" : stage, endPoint: { date: toWallTime(end, zone).date, at: end } };
}

/** The end as given, unless it comes before the beginning, or after the longest of the formats. @param {PlanData} plan @param {number} start @param {string} zone @param {{ id: string, minutes: { most: number } }[]} formats */
function endOf({ date, time, ends, formats: chosen }, start, zone, formats) {
  if (isEnd(time, ends)) {
    const end = toInstant(ends > time ? date : addDays(date, 1), ends, zone).at;
    // A start that the clocks skip is moved behind the change, and may then be later than the end.
    if (end > start) return end;
    return start + Date.parse(`${date}T${ends}Z`) - Date.parse(`${date}T${time}Z`);
  }
  const lengths = formats.filter(({ id }) => chosen.includes(id)).map(({ minutes }) => minutes.most);
  return start + Math.max(...lengths, lengths.length ? 0 : DEFAULT_LENGTH) * MINUTE;
}

/** Whole minutes between two instants. @param {number} from @param {number} to */
export const minutesUntil = (from, to) => Math.floor((to - from) / MINUTE);
