/**
 * Selects the tasks of the guide that belong to an interview, and schedules those that are not done. Used by computePlan.
 *
 * @typedef {import("./scheduler.mjs").Task} Task
 * @typedef {{ id: string, role?: string, title: string, url: string, formats: string[] }} List
 * @typedef {{ lists: List[], tasks: Task[] }} Bundle
 * @typedef {(task: Task) => { state: string, at: string } | undefined} GetItem
 */
import { dailyCapacity, LAST_LIST, MAX_DAYS, scheduleTasks, SHORT_LIST, totalMinutes } from "./scheduler.mjs";
import { toWallTime } from "./time-zones.mjs";

/**
 * The tasks for these formats, in order. On the day of the interview, the short list replaces the general lists.
 * @param {Bundle} guide @param {string[]} formats @param {boolean} today whether the interview is today @returns {Task[]}
 */
export function selectTasks({ lists, tasks }, formats, today) {
  /** @param {List} list */
  const fits = ({ id, role, formats: own }) => {
    if (today) return role === SHORT_LIST || role === LAST_LIST || formats.includes(id);
    return role !== SHORT_LIST && (!own.length || own.some((one) => formats.includes(one)));
  };
  const order = lists.filter(fits).sort((a, b) => Number(b.role === SHORT_LIST) - Number(a.role === SHORT_LIST)).map(({ id }) => id);
  return tasks.filter(({ list }) => order.includes(list)).sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list));
}

/**
 * Schedule the tasks from now to the interview. Tasks that were done today count toward today's hours. Readers who have
 * not entered their hours get the essential tasks only.
 * @param {Bundle} guide @param {import("./plan-data.mjs").PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing @param {GetItem} getItem
 */
export function schedulePreparation(guide, plan, timing, getItem) {
  const interview = /** @type {import("./time-zones.mjs").WallTime} */ (timing.interview);
  const today = interview.date === timing.now.date;
  const all = selectTasks(guide, plan.formats, today);
  const doneToday = all.filter((task) => completionDate(getItem(task), timing.readerZone) === timing.now.date);
  const open = all.filter((task) => !getItem(task) || getItem(task)?.state === "todo");
  const selected = plan.hours || today ? open : open.filter(({ essential, role }) => essential || role === LAST_LIST);
  const { days } = scheduleTasks(selected, dailyCapacity(timing.now, interview, plan.hours, totalMinutes(doneToday)).slice(-MAX_DAYS));
  const scheduled = new Set(days.flatMap(({ pieces }) => pieces.map(({ task }) => task)));
  return { days, left: open.filter((task) => !scheduled.has(task) && task.role !== LAST_LIST), doneToday };
}

/** The day on which a task was done, in the zone of the reader. @param {ReturnType<GetItem>} item @param {string} zone */
const completionDate = (item, zone) => (item?.state === "done" && !Number.isNaN(Date.parse(item.at)) ? toWallTime(Date.parse(item.at), zone).date : "");
