/** Computes the whole plan of an interview: its timing, the schedule until then, and the dates of the steps afterwards. */
import { fetchApi } from "../lib/api.mjs";
import { store } from "../storage/store.mjs";
import { addDays, formatShortDate } from "./dates.mjs";
import { fetchDaysOff } from "./holidays.mjs";
import { computeTiming } from "./interview-timing.mjs";
import { withCurrentIds } from "./plan-data.mjs";
import { schedulePreparation } from "./tasks.mjs";
import { localZone } from "./zones.mjs";
import { activeTimelines, atDaytime, computeDue } from "./timelines.mjs";

/**
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {import("./step-events.mjs").DatedStep} Dated
 */

/** Load the data of the guide that the plan needs, and compute it. @param {PlanData} saved */
export async function computePlan(saved) {
  const [guide, { items }, calendar] = await Promise.all([fetchApi("plan"), fetchApi("timelines"), fetchDaysOff(saved.country)]);
  const plan = withCurrentIds(saved, guide);
  const timing = computeTiming(plan, Date.now(), localZone(), guide.formats);
  const schedule = timing.stage === "before" ? schedulePreparation(guide, plan, timing, (task) => store.getItem(task.id, task.aliases), calendar) : undefined;
  const timelines = activeTimelines(plan, timing.endPoint).map(({ timeline, moments }) => toDatedSteps(items.find((/** @type {any} */ { id }) => id === guide.named[timeline]), moments, timing, calendar));
  return { plan, guide, timing, calendar, schedule, timelines: timelines.filter((steps) => steps.length) };
}

/** The span of a step that follows the answer to an offer. @param {import("./timelines.mjs").Due} due @param {string} deadline */
function afterwards({ earliest, usual, latest }, deadline) {
  const later = (/** @type {import("./timelines.mjs").Point} */ { date }, days = 1) => (date > deadline ? { date } : { date: addDays(deadline, days) });
  return { earliest: later(earliest), usual: later(usual), latest: later(latest, 7) };
}

/**
 * The steps of a timeline with their dates. What leads up to the interview is due before its day, and thanks come once.
 * @param {import("./timelines.mjs").Timeline | undefined} timeline @param {Record<string, import("./timelines.mjs").Point>} moments @param {import("./interview-timing.mjs").InterviewTiming} timing @param {import("./dates.mjs").DaysOff} calendar @returns {Dated[]}
 */
function toDatedSteps(timeline, moments, timing, calendar) {
  const { interview, "new-date": agreed, "offer-deadline": deadline } = moments;
  const isBeforehand = interview && ["invitation", "change-of-date"].includes(timeline?.moment ?? "");
  let answered = false;
  return timeline?.steps.flatMap((step) => {
    const due = computeDue(step.when, moments, timing.zone, calendar);
    const dated = { step, timeline, due };
    if (agreed && step.until_agreed) return [];
    if (due && deadline && step.when.deadline === undefined && due.usual.date <= deadline.date && answered) return [{ ...dated, due: afterwards(due, deadline.date) }];
    answered ||= step.when.deadline === 0;
    if (!due || !isBeforehand) return [dated];
    if (step.when.moment === "interview") return step.messages?.length ? [] : [dated];
    const [from, eve] = [moments[step.when.moment].date, addDays(interview.date, -1)];
    if (due.earliest.date > eve && due.earliest.date > from) return [];
    const limit = (/** @type {import("./timelines.mjs").Point} */ point) => (point.date > eve ? { date: eve > from ? eve : from } : point);
    return [{ ...dated, due: { earliest: due.earliest, usual: limit(due.usual), latest: limit(due.latest) } }];
  }) ?? [];
}

/** The short date of each step, by the id of the step. @param {PlanData} plan @returns {Promise<Map<string, string>>} */
export async function computeDueDates(plan) {
  const { timing, timelines } = await computePlan(plan);
  return new Map(timelines.flat().flatMap(({ step, due }) => (due ? [[step.id, formatShortDate(atDaytime(due, timing.readerZone).date)]] : [])));
}
