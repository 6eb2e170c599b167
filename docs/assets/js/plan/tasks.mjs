/**
 * Selects the tasks of the guide that belong to an interview, and schedules those that are not done. Used by computePlan.
 *
 * @typedef {import("./scheduler.mjs").Task} Task
 * @typedef {{ id: string, role?: string, title: string, url: string, formats: string[], only?: string }} List
 * @typedef {{ lists: List[], tasks: Task[], formats: any[], core: import("./choose-tasks.mjs").Core }} Bundle
 * @typedef {(task: Task) => { state: string, at: string } | undefined} GetItem
 */
import { chooseTasks, shorten } from "./choose-tasks.mjs";
import { DAWN, ONLINE } from "./clock.mjs";
import { addDays, WEEKENDS } from "./dates.mjs";
import { computeDeparture, isOnline } from "./departure.mjs";
import { dailyCapacity, fitTasks, LAST_LIST, NIGHT_LIST, scheduleTasks, SHORT_LIST, totalMinutes } from "./scheduler.mjs";
import { toWallTime } from "./time-zones.mjs";

/** When an interview without a time begins, for the plan of its day. */
const NOON = "12:00";

/** With fewer minutes than these, the trip is prepared the short way. */
const LITTLE = 240;
/** On a day without a time, the interview is over by then. */
const EVENING = "21:00";

/** Until dawn on the day of the interview, it is still the evening before. @param {import("./time-zones.mjs").WallTime} now @param {string} date */
const atNight = (now, date) => (now.date === date && now.time < DAWN ? { date: addDays(date, -1), time: `${24 + Number(now.time.slice(0, 2))}${now.time.slice(2)}` } : now);

/**
 * The tasks for these formats and this way to meet, in the order of their lists.
 * @param {Bundle} guide @param {string[]} formats @param {boolean} online @returns {Task[]}
 */
export function selectTasks({ lists, tasks }, formats, online) {
  const side = online ? ONLINE : "office";
  const fits = (/** @type {List} */ { only, formats: own }) => (only ? only === side : !own.length || own.some((one) => formats.includes(one)));
  const order = lists.filter(fits).map(({ id }) => id);
  return tasks.map((task, position) => ({ ...task, position })).filter(({ list, only }) => order.includes(list) && (!only || only === side))
    .sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list));
}

/**
 * Schedule the tasks from now to the interview. Tasks that were done today count toward today's hours. Readers who have
 * not entered their hours get the essential tasks only.
 * @param {Bundle} guide @param {import("./plan-data.mjs").PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing @param {GetItem} getItem
 * @param {import("./dates.mjs").DaysOff} [calendar]
 */
export function schedulePreparation(guide, plan, timing, getItem, calendar = WEEKENDS) {
  const interview = /** @type {import("./time-zones.mjs").WallTime} */ (timing.interview);
  const now = atNight(timing.now, interview.date);
  const isToday = interview.date === now.date;
  const online = isOnline(plan, guide.formats);
  const all = selectTasks(guide, plan.formats, online);
  const isOpen = (/** @type {Task} */ task) => !getItem(task) || getItem(task)?.state === "todo";
  const settled = new Set(all.filter((task) => !isOpen(task)).map(({ id }) => id));
  const doneToday = all.filter((task) => completionDate(getItem(task), timing.readerZone) === timing.now.date);
  const always = alwaysTasks(guide, plan, all, isToday).filter(isOpen);
  const clock = computeDeparture(plan, interview.time || NOON, online, always);
  const getReady = totalMinutes(always.filter(({ phase, where = "home" }) => where === "home" && (phase === "the-day" || (isToday && phase === "night-before"))).map((task) => (isToday ? shorten(task) : task)));
  const leave = clock?.leave ?? 0;
  const capacities = dailyCapacity(now, interview, plan.hours, totalMinutes(doneToday), { leave, ready: leave - getReady }, calendar);
  const hasOfficeHours = capacities.some(({ working }) => working);
  const isShort = capacities.length === 2 || totalMinutes(capacities) < LITTLE;
  const isMissed = isToday && !interview.time && now.time > EVENING;
  const pool = (isMissed ? [] : all).filter((task) => !isToday || task.phase !== "night-before" || task.where === "home")
    .map((task) => ((task.soon === "working-day" && !hasOfficeHours) || (always.includes(task) && (isToday || (isShort && !["night-before", "the-day"].includes(task.phase)))) ? shorten(task) : task))
    .filter((task) => task.soon !== "working-day" || hasOfficeHours);
  const chosen = chooseTasks(choices(guide, plan, pool, always, all.filter((task) => !pool.some(({ id }) => id === task.id)), isToday), settled, (tasks) => fitTasks(tasks, capacities));
  const days = scheduleTasks(chosen, capacities) ?? [];
  const present = new Set(chosen.flatMap(({ id, instead_of = [] }) => [id, ...instead_of]));
  const left = all.filter((task) => isOpen(task) && !present.has(task.id) && task.role !== LAST_LIST && task.role !== SHORT_LIST);
  const departure = interview.time ? computeDeparture(plan, interview.time, online, chosen) : undefined;
  return { days: days.filter(({ pieces }, index) => pieces.length || !capacities[index].early), left, doneToday, departure, online };
}

/**
 * The tasks of every plan, most important first: the night before, the way there or the screen, the last minutes, and
 * what the formats need on the day.
 * @param {Bundle} guide @param {import("./plan-data.mjs").PlanData} plan @param {Task[]} all @param {boolean} today
 */
function alwaysTasks({ lists }, { formats }, all, today) {
  const order = lists.filter(({ role, only }) => role === NIGHT_LIST || role === LAST_LIST || only).map(({ id }) => id);
  const isOfDay = ({ list = "", phase = "" }) => phase === "the-day" && formats.includes(list);
  const rank = (/** @type {Task} */ task) => (isOfDay(task) ? 3 : task.phase === "the-day" ? 0 : task.role === NIGHT_LIST ? 1 : 2);
  return all.filter((task) => isOfDay(task) || (order.includes(task.list) && (task.essential || task.role === LAST_LIST) && (!today || task.phase !== "night-before" || task.where === "home")))
    .sort((a, b) => rank(a) - rank(b));
}

/**
 * @param {Bundle} guide @param {import("./plan-data.mjs").PlanData} plan @param {Task[]} tasks @param {Task[]} always
 * @param {Task[]} missing tasks that can't be done anymore: their checklists would stay unfinished @param {boolean} isToday
 * @returns {import("./choose-tasks.mjs").Choices}
 */
function choices({ formats, core: general, lists }, plan, tasks, always, missing, isToday) {
  const ids = (/** @type {Task[]} */ some) => some.map(({ id }) => id);
  const isOfFormat = (/** @type {Task} */ task) => plan.formats.includes(task.list);
  const isLast = (/** @type {Task} */ task) => isOfFormat(task) || (isToday && !["night-before", "the-day"].includes(task.phase));
  const base = { tasks, always: ids(always.filter((task) => !isLast(task))), day: ids(always.filter(isLast)) };
  if (plan.hours < 0) return { ...base, cores: [], general: { full: [], evening: [], hour: [], then: [] }, lists: [], extras: [] };
  const cores = formats.filter(({ id }) => plan.formats.includes(id)).map(({ core }) => core);
  const then = [...new Set([...cores.flatMap((core) => core.then), ...general.then])];
  const rest = tasks.filter(({ role }) => role !== SHORT_LIST);
  const order = [...new Set([...plan.formats, ...then, ...lists.map(({ id }) => id)])];
  const whole = then.filter((list) => !isToday && !missing.some((task) => task.list === list && task.essential));
  return {
    ...base, cores, general,
    lists: whole.map((list) => ids(rest.filter((task) => task.list === list && task.essential))),
    extras: plan.hours && !isToday ? order.map((list) => rest.filter((task) => task.list === list)).map((own) => ({ essentials: ids(own.filter(({ list, essential }) => essential && then.includes(list))), ids: ids(own) })) : [],
  };
}

/** The day on which a task was done, in the zone of the reader. @param {ReturnType<GetItem>} item @param {string} zone */
const completionDate = (item, zone) => (item?.state === "done" && !Number.isNaN(Date.parse(item.at)) ? toWallTime(Date.parse(item.at), zone).date : "");

