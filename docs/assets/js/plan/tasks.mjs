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
import { computeDeparture, isOnline, toMinutes, toTime } from "./departure.mjs";
import { dailyCapacity, fitTasks, LAST_LIST, NIGHT_LIST, scheduleTasks, SHORT_LIST, totalMinutes } from "./scheduler.mjs";
import { toWallTime } from "./time-zones.mjs";

/** When an interview without a time begins, for the plan of its day: at noon, or in a few hours. */
const NOON = "12:00";
const HOURS = 240;

/** With fewer minutes than these, the trip is prepared the short way. */
const LITTLE = 240;
/** With fewer minutes than these before leaving, dressing is short, too. */
const HURRY = 120;

/** An interview that is nearer than this is no longer worth going to bed for. */
const NAP = 240;

/**
 * Until dawn on the day of the interview, it is still the evening before.
 * @param {import("./time-zones.mjs").WallTime} now @param {import("./time-zones.mjs").WallTime} interview
 */
const atNight = (now, { date, time }) => (now.date === date && now.time < DAWN && toMinutes(time || NOON) - toMinutes(now.time) > NAP
  ? { date: addDays(date, -1), time: `${24 + Number(now.time.slice(0, 2))}${now.time.slice(2)}` } : now);

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
 * not entered their hours get the essential tasks only. When not even the shortest core fits, the evening before is kept
 * short, and then the morning of the interview is used.
 * @param {Bundle} guide @param {import("./plan-data.mjs").PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing @param {GetItem} getItem
 * @param {import("./dates.mjs").DaysOff} [calendar]
 */
export function schedulePreparation(guide, plan, timing, getItem, calendar = WEEKENDS) {
  const interview = /** @type {import("./time-zones.mjs").WallTime} */ (timing.interview);
  const now = atNight(timing.now, interview);
  const online = isOnline(plan, guide.formats);
  const all = selectTasks(guide, plan.formats, online);
  const isOpen = (/** @type {Task} */ task) => !isSettled(getItem(task));
  const settled = new Set(all.filter((task) => !isOpen(task)).map(({ id }) => id));
  const doneToday = all.filter((task) => completionDate(getItem(task), timing.readerZone) === timing.now.date);
  const isToday = interview.date === now.date;
  const begin = isToday ? toMinutes(now.time) : 0;
  const always = alwaysTasks(guide, plan, all, isToday).filter(isOpen);
  const departure = (/** @type {Task[]} */ tasks) => computeDeparture(plan, interview.time || toTime(Math.max(toMinutes(NOON), begin + HOURS)), online, tasks, begin, isToday ? dressing(always) : 0);
  const { leave, start, arrive } = departure(always);
  const getReady = totalMinutes(always.filter(({ phase, where = "home" }) => where === "home" && (phase === "the-day" || (isToday && phase === "night-before"))).map((task) => (isToday ? shorten(task) : task)));
  const attempt = (/** @type {boolean} */ isShort, /** @type {boolean} */ usesMorning) => {
    const capacities = dailyCapacity(now, interview, plan.hours, totalMinutes(doneToday), { leave, ready: leave - getReady, there: Math.max(0, start - arrive) }, calendar, usesMorning);
    const pool = availableTasks(all, always, capacities, leave - begin, isShort);
    const missing = all.filter((task) => !pool.some(({ id }) => id === task.id));
    return { capacities, ...chooseTasks(choices(guide, plan, pool, always, missing, isToday), settled, (tasks) => fitTasks(tasks, capacities)) };
  };
  const tries = /** @type {[boolean, boolean][]} */ ([[true, false], [true, true]]);
  const night = totalMinutes(always.filter(({ phase }) => phase === "night-before"));
  const { chosen, capacities } = tries.reduce((best, one) => (best.isWhole ? best : attempt(...one)), attempt(plan.hours > 0 && plan.hours * 60 < night, false));
  const days = scheduleTasks(chosen, capacities) ?? [];
  const present = new Set(chosen.flatMap(({ id, instead_of = [] }) => [id, ...instead_of]));
  const left = all.filter((task) => isOpen(task) && !present.has(task.id) && task.role !== LAST_LIST && task.role !== SHORT_LIST);
  return { days: days.filter(({ pieces }, index) => pieces.length || !capacities[index].early), left, doneToday, begin, departure: interview.time ? departure(chosen) : undefined, online };
}

/**
 * The tasks to begin with while the interview has no date: the cores. What belongs to its eve or its day comes with the date.
 * @param {Bundle} guide @param {import("./plan-data.mjs").PlanData} plan @param {GetItem} getItem @returns {Task[]} in order of priority
 */
export function firstTasks(guide, plan, getItem) {
  const all = selectTasks(guide, plan.formats, isOnline(plan, guide.formats));
  const settled = new Set(all.filter((task) => isSettled(getItem(task))).map(({ id }) => id));
  const { chosen } = chooseTasks(choices(guide, plan, all, [], all, true), settled, () => true);
  return chosen.filter(({ phase, role }) => role === SHORT_LIST || !["night-before", "the-day"].includes(phase));
}

/** @param {ReturnType<GetItem>} item */
const isSettled = (item) => Boolean(item && item.state !== "todo");

/** The minutes to get dressed in a hurry. @param {Task[]} always */
const dressing = (always) => totalMinutes(always.filter(({ phase, where, role }) => phase === "the-day" && where === "home" && !role).map(shorten));

/**
 * The tasks that can still be done, in their shorter form when there is little time for the trip, for the evening before, or
 * for the day.
 * @param {Task[]} all @param {Task[]} always @param {import("./scheduler.mjs").Capacity[]} capacities @param {number} minutes until leaving, on the day itself
 * @param {boolean} isShort whether the evening before has to be short
 */
function availableTasks(all, always, capacities, minutes, isShort) {
  const hasOfficeHours = capacities.some(({ working }) => working);
  const isToday = capacities.length === 1;
  const isHurried = isToday && minutes < HURRY;
  const shortPhases = [...(isToday || isShort || capacities.length === 2 || totalMinutes(capacities) < LITTLE ? ["week-before", "days-before"] : []),
    ...(isToday || isShort ? ["night-before"] : []), ...(isHurried ? ["the-day"] : [])];
  return all.filter(({ phase, where }) => !isToday || phase !== "night-before" || where === "home")
    .map((task) => ((task.soon === "working-day" && !hasOfficeHours) || (always.includes(task) && shortPhases.includes(task.phase)) ? shorten(task) : task))
    .filter((task) => task.soon !== "working-day" || hasOfficeHours);
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
  const cores = formats.filter(({ id }) => plan.formats.includes(id)).map(({ core }) => core);
  const then = [...new Set([...cores.flatMap((core) => core.then), ...general.then])];
  const rest = tasks.filter(({ role }) => role !== SHORT_LIST);
  const order = [...new Set([...plan.formats, ...then, ...lists.map(({ id }) => id)])];
  const whole = then.filter((list) => !isToday && !missing.some((task) => task.list === list && task.essential));
  return {
    ...base, general, cores: cores.length ? cores : [general],
    lists: whole.map((list) => ids(rest.filter((task) => task.list === list && task.essential))),
    extras: plan.hours && !isToday ? order.map((list) => rest.filter((task) => task.list === list)).map((own) => ({ essentials: ids(own.filter(({ list, essential }) => essential && then.includes(list))), ids: ids(own) })) : [],
  };
}

/** The day on which a task was done, in the zone of the reader. @param {ReturnType<GetItem>} item @param {string} zone */
const completionDate = (item, zone) => (item?.state === "done" && !Number.isNaN(Date.parse(item.at)) ? toWallTime(Date.parse(item.at), zone).date : "");

