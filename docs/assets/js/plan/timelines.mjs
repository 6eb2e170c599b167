/**
 * Finds the timelines that are active after an interview, and computes the due dates of their steps. Used by the plan and
 * by <timeline-dates>.
 *
 * @typedef {import("./dates.mjs").DaysOff} Calendar
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {{ moment: string, unit: "hours" | "days" | "business-days", earliest: number, usual: number, latest: number }} When
 * @typedef {{ id: string, title: string, when: When, do: string, messages?: string[], stop?: boolean }} Step
 * @typedef {{ id: string, title: string, moment: string, summary: string, url: string, steps: Step[] }} Timeline
 * @typedef {{ date: string, at?: number }} Point a day, and the instant on it when it is known
 * @typedef {{ earliest: Point, usual: Point, latest: Point }} Due
 * @typedef {{ timeline: string, moments: Record<string, Point> }} ActiveTimeline a timeline, and the points that its steps count from
 */
import { addDays, addWorkingDays } from "./dates.mjs";
import { toInstant, toWallTime } from "./time-zones.mjs";

const HOUR = 3_600_000;

/**
 * The events that a reader can add to the plan: the timeline that each starts, its moment in that timeline, and its effect
 * on the others (`waits`: nothing is decided; `beside`: others continue; `ends`: the application is over).
 */
export const EVENTS = /** @type {const} */ ({
  "they-wrote": { title: "They wrote, but nothing is decided yet", moment: "last-message", waits: true },
  silence: { title: "Their date passed and I heard nothing", moment: "", waits: true },
  "references-asked": { title: "They asked for references", timeline: "references-asked", moment: "references-asked" },
  "on-hold": { title: "They put the job on hold", timeline: "on-hold", moment: "hold" },
  "next-round": { title: "They invited me to another round", timeline: "third-round", moment: "invitation" },
  offer: { title: "They made me an offer", timeline: "verbal-offer", moment: "offer" },
  "offer-on-the-spot": { title: "They made me an offer on the spot", timeline: "offer-on-the-spot", moment: "offer" },
  "other-offer": { title: "I have another offer", timeline: "other-offer", moment: "other-offer", beside: true },
  "counter-offer": { title: "My current employer wants to keep me", timeline: "counter-offer", moment: "offer", beside: true },
  "check-asked": { title: "A background check is starting", timeline: "background-check", moment: "check-asked", beside: true },
  "they-moved": { title: "They rescheduled the interview", timeline: "they-reschedule", moment: "change-of-date", beside: true },
  "i-moved": { title: "I rescheduled the interview", timeline: "you-reschedule", moment: "change-of-date", beside: true },
  "turned-down": { title: "They turned me down", timeline: "turned-down", moment: "rejection", ends: true },
  withdrew: { title: "I withdrew", timeline: "withdrawing", moment: "decision", ends: true },
});
/** @typedef {{ title: string, timeline?: string, moment: string, waits?: boolean, beside?: boolean, ends?: boolean }} EventType */

/** @param {string} what @returns {EventType | undefined} */
export const findEvent = (what) => (Object.hasOwn(EVENTS, what) ? /** @type {any} */ (EVENTS)[what] : undefined);

/** Whether the last event ended the application. @param {PlanData} plan */
export const isOver = ({ events }) => {
  const last = events.findLast(({ what }) => findEvent(what) && !findEvent(what)?.beside);
  return Boolean(last && findEvent(last.what)?.ends);
};

/**
 * The active timelines after these events. A promised date before the interview is ignored.
 * @param {PlanData} plan @param {Point | undefined} interview the end of the interview @returns {ActiveTimeline[]}
 */
export function activeTimelines(plan, interview) {
  const summary = summarizeEvents(plan);
  const promised = interview && summary.promised < interview.date ? "" : summary.promised;
  /** @param {{ timeline: string, own: Record<string, Point> }} started @returns {ActiveTimeline} */
  const toActive = ({ timeline, own }) => ({ timeline, moments: { ...knownMoments(interview, promised, own.invitation), ...own } });
  const beside = summary.beside.map(toActive);
  if (summary.main && summary.over) return [toActive(summary.main), ...beside];
  const first = interview ? [toActive({ timeline: "after-interview", own: {} })] : [];
  const next = summary.main ?? waitingTimeline(promised, promised <= summary.silent, summary.spoken ?? interview);
  return [...first, ...(next ? [toActive(next)] : []), ...beside];
}

/**
 * Reduce the events, in order, to the started timelines and the newest promise.
 * @param {PlanData} plan
 */
function summarizeEvents({ promised, events }) {
  /** @typedef {{ timeline: string, own: Record<string, Point> }} Started */
  const summary = { promised, silent: "", over: false, main: /** @type {Started | undefined} */ (undefined),
    beside: /** @type {Started[]} */ ([]), spoken: /** @type {Point | undefined} */ (undefined) };
  for (const { what, date, promised: named } of events) {
    const kind = findEvent(what);
    if (!kind) continue;
    if (named) summary.promised = named;
    else if (what === "they-wrote" && summary.promised <= date) summary.promised = "";
    if (what === "they-wrote") summary.spoken = { date };
    const started = kind.timeline ? { timeline: kind.timeline, own: { [kind.moment]: { date } } } : undefined;
    if (started && kind.beside) summary.beside = [...summary.beside.filter(({ timeline }) => timeline !== started.timeline), started];
    else Object.assign(summary, { main: started, silent: what === "silence" ? date : "", over: Boolean(kind.ends) });
    if (kind.ends) summary.beside = [];
  }
  return summary;
}

/**
 * The moments that are known. An interview before an invitation is not the one that it leads to.
 * @param {Point | undefined} interview @param {string} promised @param {Point} [invitation] @returns {Record<string, Point>}
 */
function knownMoments(interview, promised, invitation) {
  const counts = interview && !(invitation && interview.date < invitation.date);
  return { ...(counts && { interview }), ...(promised && { "promised-date": { date: promised } }) };
}

/**
 * The timeline while nothing is decided: from the promised date, or else from the last contact.
 * @param {string} promised @param {boolean} silent @param {Point | undefined} spoken
 * @returns {{ timeline: string, own: Record<string, Point> } | undefined}
 */
function waitingTimeline(promised, silent, spoken) {
  if (promised) return { timeline: silent ? "silence-after-date" : "date-given", own: {} };
  return spoken && { timeline: "no-date-given", own: { interview: spoken } };
}

/**
 * When a step is due; undefined when the moment it counts from is unknown. Hours count from the instant when it is known,
 * or else from noon.
 * @param {When} when @param {Record<string, Point>} moments @param {string} zone @param {Calendar} [calendar]
 * @returns {Due | undefined}
 */
export function computeDue({ moment, unit, earliest, usual, latest }, moments, zone, calendar) {
  const from = Object.hasOwn(moments, moment) ? moments[moment] : undefined;
  if (!from) return undefined;
  /** @param {number} count @returns {Point} */
  const point = (count) => {
    if (unit === "days") return { date: addDays(from.date, count) };
    if (unit === "business-days") return { date: addWorkingDays(from.date, count, calendar) };
    if (from.at === undefined) return { date: addDays(from.date, Math.floor((12 + count) / 24)) };
    const at = from.at + count * HOUR;
    return { at, date: toWallTime(at, zone).date };
  };
  return { earliest: point(earliest), usual: point(usual), latest: point(latest) };
}

/**
 * The instant of a reminder for a step that is due by the hour: the usual one, moved to the daytime, but not after the latest.
 * @param {Due} due @param {string} zone of the reader @param {(date: string, time: string) => number} moment
 */
export function reminderTime({ usual, latest }, zone, moment) {
  if (usual.at === undefined || latest.at === undefined) return undefined;
  const { date, time } = toWallTime(usual.at, zone);
  if (time >= "08:00" && time <= "21:00") return usual.at;
  const morning = moment(time < "08:00" ? date : addDays(date, 1), "08:00");
  return morning <= latest.at ? morning : Math.min(usual.at, moment(time < "08:00" ? addDays(date, -1) : date, "21:00"));
}

/** The usual point, moved to the daytime when it counts in hours. @param {Due} due @param {string} zone of the reader @returns {Point} */
export function atDaytime(due, zone) {
  const at = reminderTime(due, zone, (date, time) => toInstant(date, time, zone).at);
  return at === undefined ? due.usual : { at, date: toWallTime(at, zone).date };
}
