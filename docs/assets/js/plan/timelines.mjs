/**
 * Finds the timelines that are active after an interview, and computes the due dates of their steps. Used by the plan and
 * by <timeline-dates>.
 *
 * @typedef {import("./dates.mjs").DaysOff} Calendar
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {{ moment: string, unit: "hours" | "days" | "business-days", earliest: number, usual: number, latest: number, deadline?: number }} When
 *   `deadline`: business days before the deadline of an offer by which it is due
 * @typedef {{ id: string, title: string, when: When, do: string, messages?: string[], stop?: boolean, until_agreed?: boolean }} Step
 * @typedef {{ id: string, title: string, moment: string, summary: string, url: string, steps: Step[] }} Timeline
 * @typedef {{ date: string, at?: number }} Point a day, and the instant on it when it is known
 * @typedef {{ earliest: Point, usual: Point, latest: Point }} Due
 * @typedef {{ timeline: string, moments: Record<string, Point> }} ActiveTimeline a timeline, and the points that its steps count from
 */
import { addDays, addWorkingDays, isWorkingDay, WEEKENDS } from "./dates.mjs";
import { toInstant, toWallTime } from "./time-zones.mjs";

const HOUR = 3_600_000;

/**
 * The events that a reader can add to the plan: the timeline that each starts, its moment in that timeline, and its effect
 * on the others (`waits`: nothing is decided; `beside`: others continue; `instead`: no one waits meanwhile; `ends`: the
 * application is over). `asks` is the date that the reader may add.
 */
export const EVENTS = /** @type {const} */ ({
  "they-wrote": { title: "They wrote, but nothing is decided yet", moment: "last-message", waits: true, asks: "promised", headline: "Waiting for their answer" },
  silence: { title: "Their date passed, and I haven't heard anything", moment: "", waits: true, headline: "No answer yet" },
  "references-asked": { title: "They asked for references", timeline: "references-asked", moment: "references-asked", headline: "They're checking your references" },
  "on-hold": { title: "They put the job on hold", timeline: "on-hold", moment: "hold", headline: "The job is on hold" },
  "next-round": { title: "They invited me to another round", timeline: "third-round", moment: "invitation", asks: "day", headline: "They want to see you again" },
  offer: { title: "They made me an offer", timeline: "verbal-offer", moment: "offer", asks: "deadline", headline: "You have an offer" },
  "offer-on-the-spot": { title: "They made me an offer on the spot", timeline: "offer-on-the-spot", moment: "offer", asks: "deadline", headline: "You have an offer" },
  "other-offer": { title: "I have another offer", timeline: "other-offer", moment: "other-offer", beside: true, instead: true, asks: "deadline", headline: "You have another offer" },
  "counter-offer": { title: "My current employer wants to keep me", timeline: "counter-offer", moment: "offer", beside: true, asks: "deadline" },
  "check-asked": { title: "A background check is starting", timeline: "background-check", moment: "check-asked", beside: true },
  "they-moved": { title: "They rescheduled the interview", timeline: "they-reschedule", moment: "change-of-date", beside: true, asks: "day" },
  "i-moved": { title: "I have to reschedule the interview", timeline: "you-reschedule", moment: "change-of-date", beside: true, asks: "day" },
  "turned-down": { title: "They turned me down", timeline: "turned-down", moment: "rejection", ends: true },
  withdrew: { title: "I want to withdraw", timeline: "withdrawing", moment: "decision", ends: true, headline: "You're withdrawing" },
});
/** @typedef {{ title: string, timeline?: string, moment: string, waits?: boolean, beside?: boolean, instead?: boolean, ends?: boolean, asks?: "promised" | "deadline" | "day", headline?: string }} EventType */

/** @param {string} what @returns {EventType | undefined} */
export const findEvent = (what) => (Object.hasOwn(EVENTS, what) ? /** @type {any} */ (EVENTS)[what] : undefined);

/** The event that ended the application, if the last one did. @param {PlanData} plan */
const endingEvent = ({ events }) => {
  const last = findEvent(events.findLast(({ what }) => findEvent(what) && !findEvent(what)?.beside)?.what ?? "");
  return last?.ends ? last : undefined;
};

/** @param {PlanData} plan */
export const isOver = (plan) => Boolean(endingEvent(plan));

/** The headline of the last event that has one, and the deadline of that event. @param {PlanData} plan */
export function lastNews(plan) {
  const ending = endingEvent(plan);
  if (ending) return { headline: ending.headline ?? "It's decided", deadline: "" };
  const last = plan.events.findLast(({ what }) => findEvent(what)?.headline);
  return { headline: findEvent(last?.what ?? "")?.headline, deadline: last?.deadline ?? "" };
}

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
  const next = summary.main ? [summary.main] : summary.instead ? [] : waitingTimelines(promised, promised <= summary.silent, summary.spoken ?? interview);
  return [...first, ...next.map(toActive), ...beside];
}

/**
 * Reduce the events, in order, to the started timelines and the newest promise.
 * @param {PlanData} plan
 */
function summarizeEvents({ promised, events }) {
  /** @typedef {{ timeline: string, own: Record<string, Point> }} Started */
  const summary = { promised, silent: "", over: false, instead: false, main: /** @type {Started | undefined} */ (undefined),
    beside: /** @type {Started[]} */ ([]), spoken: /** @type {Point | undefined} */ (undefined) };
  for (const { what, date, promised: named, deadline, day } of events) {
    const kind = findEvent(what);
    if (!kind) continue;
    if (named) summary.promised = named;
    else if (what === "they-wrote" && summary.promised <= date) summary.promised = "";
    if (what === "they-wrote") summary.spoken = { date };
    const started = kind.timeline ? { timeline: kind.timeline, own: { [kind.moment]: { date }, ...(deadline && { "offer-deadline": { date: deadline } }), ...(day && { "new-date": { date: day } }) } } : undefined;
    summary.instead ||= Boolean(kind.instead);
    if (started && kind.beside) summary.beside = [...summary.beside.filter(({ own }) => !Object.hasOwn(own, kind.moment)), started];
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
 * The timelines while nothing is decided: from the promised date, or else from the last contact.
 * @param {string} promised @param {boolean} silent @param {Point | undefined} spoken
 * @returns {{ timeline: string, own: Record<string, Point> }[]}
 */
function waitingTimelines(promised, silent, spoken) {
  if (promised) return ["date-given", ...(silent ? ["silence-after-date"] : [])].map((timeline) => ({ timeline, own: {} }));
  return spoken ? [{ timeline: "no-date-given", own: { interview: spoken } }] : [];
}

/**
 * When a step is due; undefined when the moment it counts from is unknown. Hours count from the instant when it is known,
 * or else from noon.
 * @param {When} when @param {Record<string, Point>} moments @param {string} zone @param {Calendar} [calendar]
 * @returns {Due | undefined}
 */
export function computeDue({ moment, unit, earliest, usual, latest, deadline }, moments, zone, calendar) {
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
  const due = { earliest: point(earliest), usual: point(usual), latest: point(latest) };
  const offer = moments["offer-deadline"];
  if (!offer || deadline === undefined) return due;
  const last = { date: subtractWorkingDays(offer.date, deadline, calendar) };
  // On a day off no one reads the answer, so it is due on the working day before.
  const open = { date: subtractWorkingDays(addDays(last.date, 1), 1, calendar) };
  const usually = deadline && due.usual.date < open.date ? due.usual : open;
  return { earliest: due.earliest.date < usually.date ? due.earliest : usually, usual: usually, latest: last };
}

/** The `count`-th working day before `date`. @param {string} date @param {number} count @param {Calendar} [calendar] */
function subtractWorkingDays(date, count, calendar = WEEKENDS) {
  let day = date;
  for (let left = count; left > 0; left -= Number(isWorkingDay(day, calendar))) day = addDays(day, -1);
  return day;
}

/**
 * How far each step of a timeline is: "ahead", "now", "late" while it is still worth doing, "past", or "" without a date. A
 * note that was due by the hour can be sent for two more days, and a message until the next one can, or for a week; anything
 * else can be done until a later step begins. To stop is never late.
 * @param {{ due?: Due, stop?: boolean, messages?: string[] }[]} steps @param {string} today @param {number} now
 */
export function stepStates(steps, today, now) {
  const isOver = (/** @type {Point} */ { date, at }, days = 0) => (at === undefined ? addDays(date, days) < today : at + days * 24 * HOUR < now);
  const hasBegun = (/** @type {Due | undefined} */ due) => due && (due.earliest.at === undefined ? due.earliest.date <= today : due.earliest.at <= now);
  return steps.map(({ due, stop, messages = [] }, index) => {
    if (!due) return "";
    if (!hasBegun(due)) return "ahead";
    if (!isOver(due.latest)) return "now";
    if (due.latest.at !== undefined) return isOver(due.latest, 2) ? "past" : "late";
    const next = steps.slice(index + 1).some((one) => hasBegun(one.due) && (!messages.length || one.messages?.length));
    return next || isOver(due.latest, 7) || (stop && !messages.length) ? "past" : "late";
  });
}

/** @param {string} state */
export const isDueNow = (state) => state === "now" || state === "late";

/**
 * The next step of the timelines: the first that is due now, or else the first that is ahead. What an event has started
 * comes before waiting, and something to do before a reason to stop.
 * @template {{ step: Step, due?: Due, timeline: Timeline }} D @param {D[][]} timelines @param {string} today @param {number} now
 * @returns {D & { due: Due, state: string } | undefined}
 */
export function nextStep(timelines, today, now) {
  const dated = timelines.flatMap((steps) => {
    const states = stepStates(steps.map(({ step, due }) => ({ ...step, due })), today, now);
    return steps.flatMap((one, index) => (one.due ? [{ ...one, due: one.due, state: states[index] }] : []));
  });
  const isWaiting = (/** @type {D} */ { timeline: { moment } }) => ["interview", "promised-date"].includes(moment);
  const rank = (/** @type {typeof dated[0]} */ one) => `${Number(isWaiting(one))}${Number(Boolean(one.step.stop && !one.step.messages?.length))}${one.due.usual.date}`;
  const first = (/** @type {typeof dated} */ some) => some.toSorted((a, b) => (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))))[0];
  return first(dated.filter(({ state }) => isDueNow(state))) ?? first(dated.filter(({ state }) => state === "ahead"));
}

/**
 * The instant of a reminder for a step that is due by the hour: the usual one, moved to the daytime, but not before the earliest or after the latest.
 * @param {Due} due @param {string} zone of the reader @param {(date: string, time: string) => number} moment
 */
export function reminderTime({ earliest, usual, latest }, zone, moment) {
  if (usual.at === undefined || latest.at === undefined) return undefined;
  const { date, time } = toWallTime(usual.at, zone);
  // What waits until the next day is due before ten, if it may be.
  const nextDay = moment(date, "09:00");
  if (time > "09:00" && earliest.at !== undefined && earliest.at <= nextDay) return nextDay;
  if (time >= "08:00" && time <= "21:00") return usual.at;
  const morning = moment(time < "08:00" ? date : addDays(date, 1), "08:00");
  return morning <= latest.at ? morning : Math.max(earliest.at ?? 0, Math.min(usual.at, moment(time < "08:00" ? addDays(date, -1) : date, "21:00")));
}

/** The usual point, moved to the daytime when it counts in hours. @param {Due} due @param {string} zone of the reader @returns {Point} */
export function atDaytime(due, zone) {
  const at = reminderTime(due, zone, (date, time) => toInstant(date, time, zone).at);
  return at === undefined ? due.usual : { at, date: toWallTime(at, zone).date };
}
