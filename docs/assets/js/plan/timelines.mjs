/**
 * What happens after, with real dates: which timelines run, from which days they count, and when each step is due.
 *
 * @typedef {import("./dates.mjs").Calendar} Calendar
 * @typedef {import("./plan-data.mjs").Facts} Facts
 * @typedef {{ moment: string, unit: "hours" | "days" | "business-days", earliest: number, usual: number, latest: number }} When
 * @typedef {{ id: string, title: string, when: When, do: string, messages?: string[], stop?: boolean }} Step
 * @typedef {{ id: string, title: string, moment: string, summary: string, url: string, steps: Step[] }} Timeline
 * @typedef {{ date: string, at?: number }} Point a day, and the moment on it where that is known
 * @typedef {{ earliest: Point, usual: Point, latest: Point }} Due
 * @typedef {{ timeline: string, moments: Record<string, Point> }} Running a timeline and the days its steps count from
 */
import { addDays, addWorkingDays } from "./dates.mjs";
import { moment, wall } from "./time-zones.mjs";

const HOUR = 3_600_000;

/** What can happen, the timeline it starts, the moment it is for that timeline, and what it does to the others. */
export const HAPPENINGS = /** @type {const} */ ({
  "they-wrote": { title: "They wrote, nothing decided yet", moment: "last-message", waits: true },
  silence: { title: "Their date has passed in silence", moment: "", waits: true },
  "references-asked": { title: "They asked for references", timeline: "references-asked", moment: "references-asked" },
  "on-hold": { title: "They put the job on hold", timeline: "on-hold", moment: "hold" },
  "next-round": { title: "They invited me to one more round", timeline: "third-round", moment: "invitation" },
  offer: { title: "They made me an offer", timeline: "verbal-offer", moment: "offer" },
  "offer-on-the-spot": { title: "They made an offer in the room", timeline: "offer-on-the-spot", moment: "offer" },
  "other-offer": { title: "I have another offer", timeline: "other-offer", moment: "other-offer", beside: true },
  "counter-offer": { title: "My present employer wants to keep me", timeline: "counter-offer", moment: "offer", beside: true },
  "check-asked": { title: "A background check begins", timeline: "background-check", moment: "check-asked", beside: true },
  "they-moved": { title: "They moved the date", timeline: "they-reschedule", moment: "change-of-date", beside: true },
  "i-moved": { title: "I moved the date", timeline: "you-reschedule", moment: "change-of-date", beside: true },
  "turned-down": { title: "They turned me down", timeline: "turned-down", moment: "rejection", ends: true },
  withdrew: { title: "I withdrew", timeline: "withdrawing", moment: "decision", ends: true },
});
/** @typedef {{ title: string, timeline?: string, moment: string, waits?: boolean, beside?: boolean, ends?: boolean }} Happening */

/** @param {string} what @returns {Happening | undefined} */
export const happening = (what) => (Object.hasOwn(HAPPENINGS, what) ? /** @type {any} */ (HAPPENINGS)[what] : undefined);

/** Whether the reader or the employer has ended it. @param {Facts} facts */
export const isOver = ({ events }) => {
  const last = events.findLast(({ what }) => happening(what) && !happening(what)?.beside);
  return Boolean(last && happening(last.what)?.ends);
};

/**
 * The timelines that run now, given what has happened. A promised date before the interview counts for nothing.
 * @param {Facts} facts @param {Point | undefined} interview the end of the interview @returns {Running[]}
 */
export function course(facts, interview) {
  const told = story(facts);
  const promised = interview && told.promised < interview.date ? "" : told.promised;
  /** @param {{ timeline: string, own: Record<string, Point> }} begun @returns {Running} */
  const running = ({ timeline, own }) => ({ timeline, moments: { ...known(interview, promised, own.invitation), ...own } });
  const beside = told.beside.map(running);
  if (told.main && told.over) return [running(told.main), ...beside];
  const first = interview ? [running({ timeline: "after-interview", own: {} })] : [];
  const next = told.main ?? waiting(promised, promised <= told.silent, told.spoken ?? interview);
  return [...first, ...(next ? [running(next)] : []), ...beside];
}

/**
 * What happened, one after the other: what it comes to.
 * @param {Facts} facts
 */
function story({ promised, events }) {
  /** @typedef {{ timeline: string, own: Record<string, Point> }} Begun */
  const told = { promised, silent: "", over: false, main: /** @type {Begun | undefined} */ (undefined),
    beside: /** @type {Begun[]} */ ([]), spoken: /** @type {Point | undefined} */ (undefined) };
  for (const { what, date, promised: named } of events) {
    const kind = happening(what);
    if (!kind) continue;
    if (named) told.promised = named;
    else if (what === "they-wrote" && told.promised <= date) told.promised = "";
    if (what === "they-wrote") told.spoken = { date };
    const begun = kind.timeline ? { timeline: kind.timeline, own: { [kind.moment]: { date } } } : undefined;
    if (begun && kind.beside) told.beside = [...told.beside.filter(({ timeline }) => timeline !== begun.timeline), begun];
    else Object.assign(told, { main: begun, silent: what === "silence" ? date : "", over: Boolean(kind.ends) });
    if (kind.ends) told.beside = [];
  }
  return told;
}

/**
 * The interview that an invitation leads to is one after it.
 * @param {Point | undefined} interview @param {string} promised @param {Point} [invitation] @returns {Record<string, Point>}
 */
function known(interview, promised, invitation) {
  const counts = interview && !(invitation && interview.date < invitation.date);
  return { ...(counts && { interview }), ...(promised && { "promised-date": { date: promised } }) };
}

/**
 * Nothing is decided: the date they named counts, else the day they last spoke to you.
 * @param {string} promised @param {boolean} silent @param {Point | undefined} spoken
 * @returns {{ timeline: string, own: Record<string, Point> } | undefined}
 */
function waiting(promised, silent, spoken) {
  if (promised) return { timeline: silent ? "silence-after-date" : "date-given", own: {} };
  return spoken && { timeline: "no-date-given", own: { interview: spoken } };
}

/**
 * When a step is due, or nothing when the day it counts from is not known. Hours run from the moment where that is
 * known, else from noon.
 * @param {When} when @param {Record<string, Point>} moments @param {string} zone whose days are meant @param {Calendar} [calendar]
 * @returns {Due | undefined}
 */
export function due({ moment, unit, earliest, usual, latest }, moments, zone, calendar) {
  const from = Object.hasOwn(moments, moment) ? moments[moment] : undefined;
  if (!from) return undefined;
  /** @param {number} count @returns {Point} */
  const point = (count) => {
    if (unit === "days") return { date: addDays(from.date, count) };
    if (unit === "business-days") return { date: addWorkingDays(from.date, count, calendar) };
    if (from.at === undefined) return { date: addDays(from.date, Math.floor((12 + count) / 24)) };
    const at = from.at + count * HOUR;
    return { at, date: wall(at, zone).date };
  };
  return { earliest: point(earliest), usual: point(usual), latest: point(latest) };
}

/**
 * The moment to be reminded of something due by the hour: the usual one, but by day, and never after the latest.
 * @param {Due} due @param {string} zone of the reader @param {(date: string, time: string) => number} moment
 */
export function reminder({ usual, latest }, zone, moment) {
  if (usual.at === undefined || latest.at === undefined) return undefined;
  const { date, time } = wall(usual.at, zone);
  if (time >= "08:00" && time <= "21:00") return usual.at;
  const morning = moment(time < "08:00" ? date : addDays(date, 1), "08:00");
  return morning <= latest.at ? morning : Math.min(usual.at, moment(time < "08:00" ? addDays(date, -1) : date, "21:00"));
}

/** The usual moment as a reader keeps it: by day when it counts in hours. @param {Due} due @param {string} zone of the reader @returns {Point} */
export function wakeful(due, zone) {
  const at = reminder(due, zone, (date, time) => moment(date, time, zone).at);
  return at === undefined ? due.usual : { at, date: wall(at, zone).date };
}
