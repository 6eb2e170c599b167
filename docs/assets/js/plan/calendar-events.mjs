/**
 * The plan as events of a calendar: the interview, an evening for each day of preparation, and the steps afterwards.
 *
 * @typedef {import("./icalendar.mjs").Event} Event
 * @typedef {import("./plan-data.mjs").Facts} Facts
 * @typedef {import("./interview-stage.mjs").Situation} Situation
 * @typedef {{ step: import("./timelines.mjs").Step, due?: import("./timelines.mjs").Due, timeline: import("./timelines.mjs").Timeline }} Dated
 */
import { reminder } from "./timelines.mjs";
import { moment } from "./time-zones.mjs";
import { plain } from "./messages.mjs";

const MINUTE = 60_000;
const FIVE = 5 * MINUTE;
const QUARTER = 15 * MINUTE;
const STEP_LENGTH = 15 * MINUTE;
const USUAL_EVENING = "19:00";
const LATEST = "22:30";

/** The name of the interview, as a calendar shows it. @param {Facts} facts */
export const titled = ({ company, role }) => [role, company].map((text) => text.trim()).filter(Boolean).join(", ");

/** @param {Facts} facts @param {Situation} at @param {(id: string) => string} uid @param {string} url @returns {Event[]} */
export function interviewEvents(facts, { start, end }, uid, url) {
  const title = ["Interview", titled(facts)].filter(Boolean).join(": ");
  const text = facts.people.map(({ name, role }) => [name, role].filter(Boolean).join(", ")).filter(Boolean).join("\n");
  const base = { uid: uid("interview"), title, text, place: facts.place, url };
  if (start !== undefined && end !== undefined) return [{ ...base, start, end, alarms: ["-PT90M"] }];
  return facts.date ? [{ ...base, date: facts.date, alarms: ["PT7H"] }] : [];
}

/**
 * When the work of a day begins: at the reader's hour, early enough to end by half past ten; today not before now; on
 * the day itself so that it ends when the interview begins.
 * @param {import("./scheduler.mjs").Day} day @param {Situation} at @param {string} evening
 */
export function beginning({ date, minutes }, at, evening) {
  const length = minutes * MINUTE;
  const clock = (/** @type {string} */ time) => moment(date, time, at.here).at;
  const now = date === at.now.date ? Math.ceil(clock(at.now.time) / QUARTER) * QUARTER : 0;
  if (date === at.interview?.date) return Math.max(Math.min(now, clock(at.now.time)), Math.floor(((at.start ?? clock("12:00")) - length) / FIVE) * FIVE);
  return Math.max(Math.min(now, clock(LATEST) - length), Math.min(clock(evening || USUAL_EVENING), clock(LATEST) - length));
}

/** @param {import("./scheduler.mjs").Day[]} days @param {Facts} facts @param {Situation} at @param {(id: string) => string} uid @param {string} url @returns {Event[]} */
export function dayEvents(days, facts, at, uid, url) {
  return days.filter(({ minutes }) => minutes).map((day) => {
    const start = beginning(day, at, facts.evening);
    const text = day.pieces.map(({ task, minutes, part }) => `${minutes} min: ${task.text}${part ? ` (part ${part[0]} of ${part[1]})` : ""}`).join("\n");
    return { uid: uid(`day-${day.date}`), title: ["Prepare", titled(facts)].filter(Boolean).join(": "), text, url, start, end: start + day.minutes * MINUTE, alarms: ["-PT10M"] };
  });
}

/** @param {Dated[]} steps @param {Facts} facts @param {Situation} at @param {(id: string) => string} uid @param {(timeline: import("./timelines.mjs").Timeline, step: string) => string} url @returns {Event[]} */
export function stepEvents(steps, facts, at, uid, url) {
  return steps.flatMap(({ step, due, timeline }) => {
    if (!due) return [];
    const base = { uid: uid(step.id), title: [step.title, facts.company.trim()].filter(Boolean).join(": "), text: plain(step.do), url: url(timeline, step.id) };
    const start = reminder(due, at.here, (date, time) => moment(date, time, at.here).at);
    return [start === undefined ? { ...base, date: due.usual.date, alarms: ["PT9H"] } : { ...base, start, end: start + STEP_LENGTH, alarms: ["PT0M"] }];
  });
}
