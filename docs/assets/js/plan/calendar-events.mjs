/**
 * Converts the plan to calendar events: the interview, the work of each day of preparation, and the steps afterwards.
 *
 * @typedef {import("./icalendar.mjs").Event} Event
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {import("./interview-timing.mjs").InterviewTiming} InterviewTiming
 * @typedef {{ step: import("./timelines.mjs").Step, due?: import("./timelines.mjs").Due, timeline: import("./timelines.mjs").Timeline }} DatedStep
 */
import { stripMarkdown } from "./messages.mjs";
import { toInstant } from "./time-zones.mjs";
import { reminderTime } from "./timelines.mjs";

const MINUTE = 60_000;
const FIVE = 5 * MINUTE;
const QUARTER = 15 * MINUTE;
const STEP_LENGTH = 15 * MINUTE;
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
 * When the work of a day begins: at the hour of the reader, early enough to end by LATEST_END and not before now. On the
 * day of the interview it ends when the interview begins.
 * @param {import("./scheduler.mjs").Day} day @param {InterviewTiming} timing @param {string} evening
 */
export function startOfWork({ date, minutes }, timing, evening) {
  const length = minutes * MINUTE;
  const clock = (/** @type {string} */ time) => toInstant(date, time, timing.readerZone).at;
  const now = date === timing.now.date ? Math.ceil(clock(timing.now.time) / QUARTER) * QUARTER : 0;
  if (date === timing.interview?.date) return Math.max(Math.min(now, clock(timing.now.time)), Math.floor(((timing.start ?? clock("12:00")) - length) / FIVE) * FIVE);
  return Math.max(Math.min(now, clock(LATEST_END) - length), Math.min(clock(evening || DEFAULT_EVENING), clock(LATEST_END) - length));
}

/** @param {import("./scheduler.mjs").Day[]} days @param {PlanData} plan @param {InterviewTiming} timing @param {(id: string) => string} uid @param {string} url @returns {Event[]} */
export function dayEvents(days, plan, timing, uid, url) {
  return days.filter(({ minutes }) => minutes).map((day) => {
    const start = startOfWork(day, timing, plan.evening);
    const text = day.pieces.map(({ task, minutes, part }) => `${minutes} min: ${task.text}${part ? ` (part ${part[0]} of ${part[1]})` : ""}`).join("\n");
    return { uid: uid(`day-${day.date}`), title: ["Prepare", interviewTitle(plan)].filter(Boolean).join(": "), text, url, start, end: start + day.minutes * MINUTE, alarms: ["-PT10M"] };
  });
}

/** @param {DatedStep[]} steps @param {PlanData} plan @param {InterviewTiming} timing @param {(id: string) => string} uid @param {(timeline: import("./timelines.mjs").Timeline, step: string) => string} url @returns {Event[]} */
export function stepEvents(steps, plan, timing, uid, url) {
  return steps.flatMap(({ step, due, timeline }) => {
    if (!due) return [];
    const base = { uid: uid(step.id), title: [step.title, plan.company.trim()].filter(Boolean).join(": "), text: stripMarkdown(step.do), url: url(timeline, step.id) };
    const start = reminderTime(due, timing.readerZone, (date, time) => toInstant(date, time, timing.readerZone).at);
    return [start === undefined ? { ...base, date: due.usual.date, alarms: ["PT9H"] } : { ...base, start, end: start + STEP_LENGTH, alarms: ["PT0M"] }];
  });
}
