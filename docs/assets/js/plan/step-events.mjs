/**
 * Converts the dated steps of timelines to calendar events.
 *
 * @typedef {{ step: import("./timelines.mjs").Step, due?: import("./timelines.mjs").Due, timeline: import("./timelines.mjs").Timeline }} DatedStep
 */
import { stripMarkdown } from "./messages.mjs";
import { toInstant } from "./time-zones.mjs";
import { reminderTime } from "./timelines.mjs";

/** In milliseconds. */
const STEP_LENGTH = 900_000;

/** @param {DatedStep[]} steps @param {import("./plan-data.mjs").PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing @param {(id: string) => string} uid @param {(timeline: import("./timelines.mjs").Timeline, step: string) => string} url @returns {import("./icalendar.mjs").Event[]} */
export function stepEvents(steps, plan, timing, uid, url) {
  return steps.flatMap(/** @returns {import("./icalendar.mjs").Event[]} */ ({ step, due, timeline }) => {
    if (!due) return [];
    const base = { uid: uid(step.id), title: [step.title, plan.company.trim()].filter(Boolean).join(": "), text: stripMarkdown(step.do), url: url(timeline, step.id) };
    const start = reminderTime(due, timing.readerZone, (date, time) => toInstant(date, time, timing.readerZone).at);
    if (start === undefined) return [{ ...base, date: due.usual.date, alarms: ["PT9H"] }];
    // They may run over.
    const at = timing.end !== undefined && start >= timing.end ? Math.max(start, timing.end + STEP_LENGTH) : start;
    return [{ ...base, start: at, end: at + STEP_LENGTH, alarms: ["PT0M"] }];
  });
}
