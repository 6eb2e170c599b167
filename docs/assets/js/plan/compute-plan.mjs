/** All that follows from what is known: where the reader stands, the days until then, and each step afterwards with its date. */
import { fetchApi } from "../lib/api.mjs";
import { store } from "../storage/store.mjs";
import { course, due, wakeful } from "./timelines.mjs";
import { inShort } from "./dates.mjs";
import { calendarOf } from "./holidays.mjs";
import { situation } from "./interview-stage.mjs";
import { planFor } from "./tasks.mjs";
import { here } from "./time-zones.mjs";

/**
 * @typedef {import("./plan-data.mjs").Facts} Facts
 * @typedef {import("./calendar-events.mjs").Dated} Dated
 */

/** Load what the plan of these facts needs, and work it out. @param {Facts} known */
export async function reckon(known) {
  const [guide, timelines, calendar] = await Promise.all([fetchApi("plan"), fetchApi("timelines"), calendarOf(known.country)]);
  const at = situation(known, Date.now(), here(), guide.formats);
  const plan = at.stage === "before" ? planFor(guide, known, at, (task) => store.getItem(task.id, task.aliases)) : undefined;
  const courses = course(known, at.point).map(({ timeline, moments }) => dated(timelines.items.find((/** @type {any} */ { id }) => id === guide.named[timeline]), moments, at, calendar));
  return { guide, at, calendar, plan, courses: courses.filter((steps) => steps.length) };
}

/** @param {import("./timelines.mjs").Timeline | undefined} timeline @param {Record<string, import("./timelines.mjs").Point>} moments @param {import("./interview-stage.mjs").Situation} at @param {import("./dates.mjs").Calendar} calendar @returns {Dated[]} */
const dated = (timeline, moments, at, calendar) => (timeline ? timeline.steps.map((step) => ({ step, timeline, due: due(step.when, moments, at.zone, calendar) })) : []);

/** The day of each step that runs, in short words, by the id of the step. @param {Facts} known @returns {Promise<Map<string, string>>} */
export async function dueDays(known) {
  const { at, courses } = await reckon(known);
  return new Map(courses.flat().flatMap(({ step, due: found }) => (found ? [[step.id, inShort(wakeful(found, at.here).date)]] : [])));
}
