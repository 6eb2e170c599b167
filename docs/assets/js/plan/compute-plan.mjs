/** Computes the whole plan of an interview: its timing, the schedule until then, and the dates of the steps afterwards. */
import { fetchApi } from "../lib/api.mjs";
import { store } from "../storage/store.mjs";
import { formatShortDate } from "./dates.mjs";
import { fetchDaysOff } from "./holidays.mjs";
import { computeTiming } from "./interview-timing.mjs";
import { withCurrentIds } from "./plan-data.mjs";
import { schedulePreparation } from "./tasks.mjs";
import { localZone } from "./time-zones.mjs";
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

/** @param {import("./timelines.mjs").Timeline | undefined} timeline @param {Record<string, import("./timelines.mjs").Point>} moments @param {import("./interview-timing.mjs").InterviewTiming} timing @param {import("./dates.mjs").DaysOff} calendar @returns {Dated[]} */
const toDatedSteps = (timeline, moments, timing, calendar) => (timeline ? timeline.steps.map((step) => ({ step, timeline, due: computeDue(step.when, moments, timing.zone, calendar) })) : []);

/** The short date of each step, by the id of the step. @param {PlanData} plan @returns {Promise<Map<string, string>>} */
export async function computeDueDates(plan) {
  const { timing, timelines } = await computePlan(plan);
  return new Map(timelines.flat().flatMap(({ step, due }) => (due ? [[step.id, formatShortDate(atDaytime(due, timing.readerZone).date)]] : [])));
}
