/**
 * Which tasks of the guide belong to one interview, what of them is done, and the plan that comes of it.
 *
 * @typedef {import("./scheduler.mjs").Task} Task
 * @typedef {{ id: string, role?: string, title: string, url: string, formats: string[] }} List
 * @typedef {{ lists: List[], tasks: Task[] }} Bundle
 * @typedef {(task: Task) => { state: string, at: string } | undefined} Marks
 */
import { LAST, MOST_DAYS, plan, rooms, SHORT, total } from "./scheduler.mjs";
import { wall } from "./time-zones.mjs";

/**
 * The tasks for these formats, in order. On the day itself the short list replaces those of no format.
 * @param {Bundle} guide @param {string[]} formats @param {boolean} today whether the interview is today @returns {Task[]}
 */
export function candidates({ lists, tasks }, formats, today) {
  /** @param {List} list */
  const fits = ({ id, role, formats: own }) => {
    if (today) return role === SHORT || role === LAST || formats.includes(id);
    return role !== SHORT && (!own.length || own.some((one) => formats.includes(one)));
  };
  const order = lists.filter(fits).sort((a, b) => Number(b.role === SHORT) - Number(a.role === SHORT)).map(({ id }) => id);
  return tasks.filter(({ list }) => order.includes(list)).sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list));
}

/**
 * The plan from now to the interview. Tasks ticked today count against today's hours. Who has not said how many hours
 * there are is given the essentials, not all that would fit.
 * @param {Bundle} guide @param {import("./plan-data.mjs").Facts} facts @param {import("./interview-stage.mjs").Situation} at @param {Marks} marks
 */
export function planFor(guide, facts, at, marks) {
  const interview = /** @type {import("./time-zones.mjs").Wall} */ (at.interview);
  const today = interview.date === at.now.date;
  const all = candidates(guide, facts.formats, today);
  const doneToday = all.filter((task) => doneOn(marks(task), at.here) === at.now.date);
  const open = all.filter((task) => !marks(task) || marks(task)?.state === "todo");
  const wanted = facts.hours || today ? open : open.filter(({ essential, role }) => essential || role === LAST);
  const { days } = plan(wanted, rooms(at.now, interview, facts.hours, total(doneToday)).slice(-MOST_DAYS));
  const planned = new Set(days.flatMap(({ pieces }) => pieces.map(({ task }) => task)));
  return { days, left: open.filter((task) => !planned.has(task) && task.role !== LAST), doneToday };
}

/** The day on which a task was ticked, on the reader's calendar. @param {ReturnType<Marks>} mark @param {string} zone */
const doneOn = (mark, zone) => (mark?.state === "done" && !Number.isNaN(Date.parse(mark.at)) ? wall(Date.parse(mark.at), zone).date : "");
