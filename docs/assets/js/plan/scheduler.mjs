/**
 * Spreads the chosen tasks over the days until the interview. It does not use the DOM; choose-tasks.mjs chooses them.
 *
 * @typedef {{ id: string, list: string, role?: string, text: string, phase: string, minutes: number, position: number, essential?: boolean, rev: number,
 *   aliases?: string[], after?: string[], instead_of?: string[], only?: string, where?: "home" | "way" | "door" | "room",
 *   soon?: "today" | "working-day", quick?: { text: string, minutes: number } }} Task as in api/v1/plan.json
 * @typedef {{ date: string, minutes: number, clock: number, there: number, kind: "before" | "eve" | "day", working: boolean, early: boolean }} Capacity
 *   minutes for preparation on a day, and until bedtime or, on the last day, until leaving, and `there` on that day until it starts; "eve" is the day before the interview; an `early` day is
 *   too far from the interview for anything that can wait
 * @typedef {{ task: Task, minutes: number, part?: [number, number] }} Piece a task, or a part of a long one
 * @typedef {{ date: string, capacity: number, minutes: number, pieces: Piece[] }} Day
 */
import { DAWN } from "./clock.mjs";
import { addDays, daysBetween, isWorkingDay } from "./dates.mjs";
import { toMinutes } from "./departure.mjs";

/** The phases of preparation, in order. */
const PHASES = ["week-before", "days-before", "night-before", "the-day"];
/** Roles (`named_entries` in data/taxonomy.yml) of checklists. */
export const SHORT_LIST = "ninety-minutes";
export const LAST_LIST = "fifteen-minutes";
export const NIGHT_LIST = "night-before";
export const DEFAULT_HOURS = 1.5;
/** Five weeks and the day of the interview: readers forget what they prepare earlier. */
export const MAX_DAYS = 36;
/** Times of day, in minutes since midnight. */
const MORNING = 7 * 60;
const END_OF_OFFICE = 16.5 * 60;
const BEDTIME = 22.5 * 60;
/** The latest bedtime, counted from when the reader gets up: seven hours of sleep. */
const SLEEP = 17 * 60;
/** The longest evening, and what a reader who is up late can still do before bed. */
const EVENING = 180;
const LATE = 60;
/** The evening before, for readers who have no time until then. */
const ONLY_EVENING = 120;
/** Minutes kept free before getting ready on the day of the interview: a pause, unless there is hardly any time. */
const PAUSE = 30;
const SHORT_PAUSE = 10;

/** @param {{ minutes: number }[]} all */
export const totalMinutes = (all) => all.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * The capacity of each day from today to the interview. Nobody prepares on the day of the interview, except today, tomorrow
 * when it is late tonight, or when there is hardly any time before.
 * @param {{ date: string, time: string }} now @param {{ date: string, time: string }} interview both in the zone of the reader
 * @param {number} hours a day, 0 for the default, negative for none @param {number} spent minutes of the tasks that were done today
 * @param {{ ready: number, leave: number, there: number }} day when the reader begins to get ready for the interview, when to leave, and the minutes at the door
 * @param {import("./dates.mjs").DaysOff} calendar @param {boolean} usesMorning whether to prepare on the day of the interview @returns {Capacity[]}
 */
export function dailyCapacity(now, interview, hours, spent, { ready, leave, there }, calendar, usesMorning) {
  const count = daysBetween(now.date, interview.date);
  const time = toMinutes(now.time);
  const daily = Math.max(0, Math.floor((hours || DEFAULT_HOURS) * 60));
  const bedtime = interview.time && interview.time < DAWN ? BEDTIME : Math.min(BEDTIME, ready + SLEEP);
  const tonight = Math.max(count === 1 ? bedtime : BEDTIME, time + LATE) - time;
  const isLate = count === 1 && tonight < 2 * LATE;
  return Array.from({ length: count + 1 }, (_, index) => {
    const kind = index === count ? "day" : index === count - 1 ? "eve" : "before";
    const clock = Math.max(0, kind === "day" ? leave - (count ? 0 : time) : index ? (kind === "eve" ? bedtime : BEDTIME) - MORNING : tonight);
    const usual = hours < 0 && kind === "eve" ? ONLY_EVENING : daily;
    const most = index ? usual : (hours || count > 1 ? usual : EVENING) - spent;
    const study = kind !== "day" ? clock : count && !isLate && !usesMorning ? 0 : pausedAt(ready, time, count);
    const minutes = Math.max(0, Math.min(most, study));
    const date = addDays(now.date, index);
    const working = isWorkingDay(date, calendar) && (index > 0 || time < END_OF_OFFICE) && kind !== "day";
    return { date, minutes, clock, there, kind, working, early: index < count + 1 - MAX_DAYS };
  });
}

/** The minutes until the reader pauses and gets ready. @param {number} ready @param {number} time @param {number} days until then */
function pausedAt(ready, time, days) {
  const free = ready - (days ? MORNING + 60 : time);
  return free - (free > 2 * PAUSE + SHORT_PAUSE * 3 ? PAUSE : SHORT_PAUSE);
}

/**
 * Spread the tasks over the days. What needs someone else or can't wait comes first; then the load is even.
 * @param {Task[]} tasks in order of priority @param {Capacity[]} capacities @returns {Day[] | undefined} undefined when they do not fit
 */
export function scheduleTasks(tasks, capacities) {
  const ordered = inOrder(tasks);
  const full = capacities.map(({ minutes }) => minutes);
  let best = assignTasks(ordered, capacities, full);
  let [low, high] = [0, Math.max(0, ...full)];
  while (best && high - low > 5) {
    const load = Math.floor((low + high) / 2);
    // The last two days have tasks of their own and keep their full capacity.
    const days = assignTasks(ordered, capacities, full.map((minutes, index) => (capacities[index].kind === "before" ? Math.min(minutes, load) : minutes)));
    if (days) [best, high] = [days, load];
    else low = load;
  }
  return best?.map((pieces, index) => toDay(capacities[index], pieces));
}

/** Whether the tasks fit into the days. @param {Task[]} tasks @param {Capacity[]} capacities */
export const fitTasks = (tasks, capacities) => Boolean(assignTasks(inOrder(tasks), capacities, capacities.map(({ minutes }) => minutes)));

/** @param {Capacity} capacity @param {Piece[]} pieces @returns {Day} */
function toDay({ date, minutes: most }, pieces) {
  const minutes = totalMinutes(pieces);
  return { date, capacity: most, minutes, pieces };
}

/** The tasks by phase and priority, each after its prerequisites; what can't wait first. @param {Task[]} tasks @returns {Task[]} */
export function inOrder(tasks) {
  const rank = (/** @type {Task} */ task) => (isPinned(task) ? 10 + PHASES.indexOf(task.phase) + Number(task.role === NIGHT_LIST || task.role === LAST_LIST) / 2 : task.soon ? 0 : 1 + PHASES.indexOf(task.role === SHORT_LIST ? "week-before" : task.phase));
  const lists = [...new Set(tasks.map(({ list }) => list))];
  const sorted = tasks.toSorted((a, b) => rank(a) - rank(b) || lists.indexOf(a.list) - lists.indexOf(b.list) || a.position - b.position);
  /** @type {Set<Task>} */
  const ordered = new Set();
  const find = prerequisites(tasks);
  const visit = (/** @type {Task} */ task) => {
    for (const before of find(task)) if (!ordered.has(before)) visit(before);
    ordered.add(task);
  };
  sorted.forEach(visit);
  return [...ordered];
}

/** A function that returns the planned tasks that have to be done before a task. @param {Task[]} tasks @returns {(task: Task) => Task[]} */
function prerequisites(tasks) {
  /** @type {Map<string, Task[]>} */
  const known = new Map();
  for (const task of tasks) for (const id of [task.id, ...task.instead_of ?? []]) known.set(id, [...known.get(id) ?? [], task]);
  return ({ after = [] }) => after.flatMap((id) => known.get(id) ?? []);
}

/** Tasks of the eve and of the day of the interview stay there. @param {Task} task */
const isPinned = ({ phase, role }) => role !== SHORT_LIST && (phase === "night-before" || phase === "the-day");

/** Tasks of the day of the interview, and the essential ones of the night before. @param {Task} task */
const isFixed = (task) => isPinned(task) && (task.phase === "the-day" || isOfNight(task));

/** @param {Task} task */
const isOfNight = ({ role, essential }) => role === NIGHT_LIST && Boolean(essential);

/**
 * Assign each task to the first day with enough minutes, not before its prerequisites.
 * @param {Task[]} tasks in order @param {Capacity[]} capacities @param {number[]} minutes for preparation on each day
 * @returns {Piece[][] | undefined} undefined when a task does not fit
 */
function assignTasks(tasks, capacities, minutes) {
  const free = [...minutes];
  const find = prerequisites(tasks);
  const days = capacities.map(() => /** @type {Piece[]} */ ([]));
  /** @type {Map<string, number>} */
  const reached = new Map();
  /** @param {Task} task @param {number[]} starts the first day to try, then another */
  const assign = (task, starts) => {
    const at = starts.reduce((found, start) => (found < 0 ? (isPinned(task) ? assignPinned : assignTask)(task, start, capacities, free, days) : found), -1);
    if (at >= 0) reached.set(task.id, at);
    return at >= 0;
  };
  // The evening before has its own tasks; what is left of its hours is for preparation.
  const early = [...tasks.filter(isFixed), ...tasks.filter((task) => !isFixed(task) && isPinned(task) && !capacities.at(-1)?.minutes)];
  for (const task of early) if (!assign(task, [capacities.length - 2]) && isFixed(task)) return undefined;
  for (const task of tasks.filter(({ id }) => !reached.has(id))) {
    const from = Math.max(0, ...find(task).map(({ id }) => reached.get(id) ?? 0));
    if (!assign(task, task.phase === "days-before" && !task.soon ? [Math.max(from, capacities.length - LAST_DAYS), from] : [from])) return undefined;
  }
  const order = new Map(tasks.map((task, index) => [task, index]));
  for (const pieces of days) pieces.sort((a, b) => (order.get(a.task) ?? 0) - (order.get(b.task) ?? 0));
  const at = (/** @type {string[]} */ places) => totalMinutes(days[days.length - 1].filter(({ task: { where = "home" } }) => places.includes(where)));
  const { clock, there } = capacities[capacities.length - 1];
  return at(["home"]) > clock || at(["door", "room"]) > there ? undefined : days;
}

/**
 * Assign a task of the last evening or of the day. The list for the night before has its place even when it takes longer
 * than the hours; that of a format may come a day earlier.
 * @param {Task} task @param {number} from @param {Capacity[]} capacities @param {number[]} free @param {Piece[][]} days
 */
function assignPinned(task, from, capacities, free, days) {
  const last = capacities.length - 1;
  const eve = last - 1;
  if (task.phase === "the-day" || eve < 0) return place(task, last, days);
  if (isOfNight(task)) {
    if (totalMinutes(days[eve]) + task.minutes > capacities[eve].clock) return -1;
    free[eve] = Math.max(0, free[eve] - task.minutes);
    return place(task, eve, days);
  }
  const at = [eve, task.role === NIGHT_LIST ? eve : eve - 1, last].find((day) => day >= from && free[day] >= task.minutes) ?? -1;
  if (at >= 0) free[at] -= task.minutes;
  return at < 0 ? -1 : place(task, at, days);
}

/** @param {Task} task @param {number} at @param {Piece[][]} days */
function place(task, at, days) {
  days[at].push({ task, minutes: task.minutes });
  return at;
}

/** Minutes of the smallest part of a split task. */
const MIN_PART = 30;
/** Rehearsals and other last steps belong to the last week, when there is room for them. */
const LAST_DAYS = 7;

/**
 * Assign a task of preparation to the first day with enough minutes left, or to an empty day; split it when it is longer
 * than any day.
 * @param {Task} task @param {number} from @param {Capacity[]} capacities @param {number[]} free @param {Piece[][]} days
 * @returns {number} the day of its last piece, or -1
 */
function assignTask(task, from, capacities, free, days) {
  const isOpen = (/** @type {number} */ at) => at >= from && (task.soon || !capacities[at].early) && (task.soon !== "working-day" || capacities[at].working);
  const whole = [free.findIndex((minutes, at) => isOpen(at) && minutes >= task.minutes),
    capacities.findIndex(({ minutes, kind }, at) => isOpen(at) && kind === "before" && !days[at].length && minutes >= task.minutes)].find((at) => at >= 0);
  if (whole !== undefined) {
    free[whole] -= task.minutes;
    return place(task, whole, days);
  }
  return task.minutes <= Math.max(...capacities.map(({ minutes }) => minutes)) ? -1 : splitTask(task, free.map((minutes, at) => (isOpen(at) ? minutes : 0)), free, days);
}

/** @param {Task} task @param {number[]} open minutes @param {number[]} free @param {Piece[][]} days @returns {number} the day of its last piece, or -1 */
function splitTask(task, open, free, days) {
  /** @type {[number, number][]} */
  const parts = [];
  let rest = task.minutes;
  const longest = Math.max(...open);
  for (const [at, most] of open.entries()) {
    const minutes = Math.min(rest, most);
    if (!rest || minutes < Math.min(MIN_PART, rest, longest)) continue;
    parts.push([at, minutes]);
    rest -= minutes;
  }
  if (rest) return -1;
  for (const [index, [at, minutes]] of parts.entries()) {
    free[at] -= minutes;
    days[at].push({ task, minutes, part: [index + 1, parts.length] });
  }
  return parts[parts.length - 1][0];
}
