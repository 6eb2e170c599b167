/**
 * Which tasks of the guide belong to one interview, what of them is done, and the plan that comes of it.
 *
 * @typedef {import("./planner.mjs").Task} Task
 * @typedef {{ id: string, title: string, url: string, formats: string[] }} List
 * @typedef {{ lists: List[], tasks: Task[] }} Bundle
 * @typedef {(task: Task) => { state: string, at: string } | undefined} Marks
 */
import { LAST, plan, rooms, SHORT, total } from "./planner.mjs";
import { wall } from "./zones.mjs";

/**
 * The tasks for these formats, in order. On the day itself the short list replaces the long ones.
 * @param {Bundle} guide @param {string[]} formats @param {boolean} today whether the interview is today @returns {Task[]}
 */
export function candidates({ lists, tasks }, formats, today) {
  const fits = (/** @type {List} */ { id, formats: own }) => (id === SHORT ? today : !own.length ? !today || id === LAST : own.some((one) => formats.includes(one)));
  const order = lists.filter(fits).sort((a, b) => Number(b.id === SHORT) - Number(a.id === SHORT)).map(({ id }) => id);
  return tasks.filter(({ list }) => order.includes(list)).sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list));
}

/**
 * The plan from now to the interview. Tasks ticked today count against today's hours.
 * @param {Bundle} guide @param {import("./facts.mjs").Facts} facts @param {import("./situation.mjs").Situation} at @param {Marks} marks
 */
export function planFor(guide, facts, at, marks) {
  const interview = /** @type {import("./zones.mjs").Wall} */ (at.interview);
  const all = candidates(guide, facts.formats, interview.date === at.now.date);
  const doneToday = all.filter((task) => doneOn(marks(task), at.here) === at.now.date);
  const open = all.filter((task) => !marks(task) || marks(task)?.state === "todo");
  return { ...plan(open, rooms(at.now, interview, facts.hours, total(doneToday))), doneToday };
}

/** The day on which a task was ticked, on the reader's calendar. @param {ReturnType<Marks>} mark @param {string} zone */
const doneOn = (mark, zone) => (mark?.state === "done" && !Number.isNaN(Date.parse(mark.at)) ? wall(Date.parse(mark.at), zone).date : "");
