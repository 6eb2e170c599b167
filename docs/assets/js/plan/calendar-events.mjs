/**
 * Converts the plan to calendar events: the interview, and the work of each day of preparation.
 *
 * @typedef {import("./icalendar.mjs").Event} Event
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {import("./interview-timing.mjs").InterviewTiming} InterviewTiming
 * @typedef {import("./scheduler.mjs").Day} Day
 * @typedef {ReturnType<typeof import("./tasks.mjs").schedulePreparation>} Schedule
 */
import { formatTime } from "./dates.mjs";
import { toTime } from "./departure.mjs";
import { interviewDay } from "./interview-day.mjs";
import { toInstant } from "./time-zones.mjs";

const MINUTE = 60_000;
const FIVE = 5 * MINUTE;
const QUARTER = 15 * MINUTE;
const DEFAULT_EVENING = "19:00";
const LATEST_END = "22:30";

/** The role and the company. @param {PlanData} plan */
export const interviewTitle = ({ company, role }) => [role, company].map((text) => text.trim()).filter(Boolean).join(", ");

/** @param {PlanData} plan @param {InterviewTiming} timing @param {(id: string) => string} uid @param {string} url @returns {Event[]} */
export function interviewEvents(plan, { start, end }, uid, url) {
  const title = ["Interview", interviewTitle(plan)].filter(Boolean).join(": ");
  const text = plan.people.map(({ name, role }) => [name, role].filter(Boolean).join(", ")).filter(Boolean).join("\n");
  const base = { uid: uid("interview"), title, text, place: plan.place, url };
  if (start !== undefined && end !== undefined) return [{ ...base, start, end, alarms: ["-PT90M"] }];
  return plan.date ? [{ ...base, date: plan.date, alarms: ["PT7H"] }] : [];
}

/**
 * When the work of a day begins: at the hour of the reader, early enough to end by LATEST_END and not before now. Late at
 * night it begins now, and on the day of the interview with the first task that has a time.
 * @param {Day} day @param {InterviewTiming} timing @param {string} evening @param {Schedule} schedule
 */
export function startOfWork(day, timing, evening, schedule) {
  const clock = (/** @type {string} */ time) => toInstant(day.date, time, timing.readerZone).at;
  if (day.date === timing.interview?.date) return clock(toTime(dayRows(day, schedule).find(({ time }) => time >= 0)?.time ?? 9 * 60));
  const length = day.minutes * MINUTE;
  if (day.date < timing.now.date) return toInstant(timing.now.date, timing.now.time, timing.readerZone).at;
  const now = day.date === timing.now.date ? Math.ceil(clock(timing.now.time) / QUARTER) * QUARTER : 0;
  const latest = clock(LATEST_END) - length;
  return Math.max(Math.min(now, Math.max(latest, clock(timing.now.time))), Math.min(clock(evening || DEFAULT_EVENING), latest));
}

/** The timeline of the day of the interview. @param {Day} day @param {Schedule} schedule */
export const dayRows = (day, { departure, begin }) => interviewDay(day.pieces, departure, begin);

/** One task in words. @param {import("./scheduler.mjs").Piece} piece */
const describePiece = ({ task, minutes, part }) => `${minutes} min: ${task.text}${part ? ` (part ${part[0]} of ${part[1]})` : ""}`;

/** @param {Day[]} days @param {Schedule} schedule @param {PlanData} plan @param {InterviewTiming} timing @param {(id: string) => string} uid @param {string} url @returns {Event[]} */
export function dayEvents(days, schedule, plan, timing, uid, url) {
  const { departure } = schedule;
  return days.filter(({ minutes }) => minutes).flatMap(/** @returns {Event[]} */ (day) => {
    const isDay = day.date === timing.interview?.date;
    const start = startOfWork(day, timing, plan.evening, schedule);
    const end = isDay && departure ? toInstant(day.date, toTime(departure.leave), timing.readerZone).at : start + day.minutes * MINUTE;
    const title = [isDay ? "Get ready" : "Prepare", interviewTitle(plan)].filter(Boolean).join(": ");
    const text = isDay ? dayRows(day, schedule).flatMap(({ time, piece }) => (piece ? [`${Number.isNaN(time) ? "" : `${formatTime(toTime(time))} `}${piece.task.text}`] : [])) : day.pieces.map(describePiece);
    // Without a time, nothing may ring: the interview could be then.
    if (isDay && !departure) return [{ uid: uid(`day-${day.date}`), title, text: text.join("\n"), url, date: day.date }];
    const event = { uid: uid(`day-${day.date}`), title, text: text.join("\n"), url, start, end: Math.max(end, start), alarms: ["-PT10M"] };
    return isDay && departure?.travel ? [event, { uid: uid("leave"), title: "Leave for the interview", text: plan.place, url, start: end, end: end + FIVE, alarms: ["PT0M"] }] : [event];
  });
}
