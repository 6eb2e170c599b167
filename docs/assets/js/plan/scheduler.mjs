/**
 * Schedules the tasks of preparation: which of them fit into the hours left, and on which day each is done. It does not use
 * the DOM; tasks.mjs selects the tasks.
 *
 * @typedef {{ id: string, list: string, role?: string, text: string, phase: string, minutes: number, essential?: boolean, rev: number,
 *   aliases?: string[] }} Task as in api/v1/plan.json
 * @typedef {{ date: string, minutes: number, kind: "before" | "eve" | "day" }} Capacity the minutes available on a day; "eve" is the day before the interview
 * @typedef {{ task: Task, minutes: number, part?: [number, number] }} Piece a task, or a part of a long one
 * @typedef {{ date: string, capacity: number, minutes: number, pieces: Piece[] }} Day
 */
import { addDays, daysBetween } from "./dates.mjs";

/** The phases of preparation, in order. */
export const PHASES = ["week-before", "days-before", "night-before", "the-day"];
/** Roles (`named_entries` in data/taxonomy.yml) of the list that is scheduled when the interview is today, and of the one at the end of every schedule. */
export const SHORT_LIST = "ninety-minutes";
export const LAST_LIST = "fifteen-minutes";
export const DEFAULT_HOURS = 1.5;
/** Five weeks and the day of the interview: readers forget what they prepare earlier. */
export const MAX_DAYS = 36;
/** Times of day, in minutes since midnight. */
const MORNING = 7 * 60;
const NOON = 12 * 60;
const BEDTIME = 22.5 * 60;

/** @param {string} time */
const toMinutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * The capacity of each day from today to the interview. Today ends at bedtime. The day of the interview ends when it
 * begins, or at noon when its time is not known.
 * @param {{ date: string, time: string }} now @param {{ date: string, time: string }} interview both in the zone of the reader
 * @param {number} hours a day, 0 for the default @param {number} [spent] minutes of the tasks that were done today
 * @returns {Capacity[]}
 */
export function dailyCapacity(now, interview, hours, spent = 0) {
  const daily = Math.floor((hours || DEFAULT_HOURS) * 60);
  const count = daysBetween(now.date, interview.date);
  return Array.from({ length: count + 1 }, (_, index) => {
    const from = index ? MORNING : toMinutes(now.time);
    const to = index < count ? BEDTIME : interview.time ? toMinutes(interview.time) : Math.min(BEDTIME, Math.max(NOON, from + 90));
    const most = !count && !hours ? Infinity : daily - (index ? 0 : spent);
    const kind = index === count ? "day" : index === count - 1 ? "eve" : "before";
    return { date: addDays(now.date, index), minutes: Math.max(0, Math.min(most, to - (index ? Math.max(0, Math.min(from, to - 60)) : from))), kind };
  });
}

/**
 * Sort the tasks by priority: essentials first; within those the first task of every list, then the second, so that
 * little time is not spent on one list. All tasks of the short list come first.
 * @param {Task[]} tasks @returns {Task[]}
 */
function byPriority(tasks) {
  /** @type {Map<string, number>} */
  const positions = new Map();
  const ranks = tasks.map((task, order) => {
    const key = `${task.list} ${Boolean(task.essential)}`;
    const position = task.role === SHORT_LIST ? -1 : positions.get(key) ?? 0;
    positions.set(key, position + 1);
    return { task, order, position };
  });
  return ranks.sort((a, b) => Number(Boolean(b.task.essential)) - Number(Boolean(a.task.essential)) || a.position - b.position || a.order - b.order)
    .map(({ task }) => task);
}

/**
 * Choose the tasks that fit, and spread them over the days. The pieces of a day never exceed its capacity. The last
 * minutes are reserved for the list at the end of every schedule.
 * @param {Task[]} tasks in the order in which they are done @param {Capacity[]} capacities @returns {{ days: Day[] }}
 */
export function scheduleTasks(tasks, capacities) {
  const closing = closingTasks(tasks.filter(({ role }) => role === LAST_LIST), capacities[capacities.length - 1]?.minutes ?? 0);
  const open = tasks.filter(({ role, phase }) => role !== LAST_LIST && PHASES.includes(phase));
  const reserved = capacities.map((day) => (day.kind === "day" ? { ...day, minutes: Math.max(0, day.minutes - totalMinutes(closing)) } : day));
  const full = reserved.map(({ minutes }) => minutes);
  const order = new Map(open.map((task, index) => [task, PHASES.indexOf(task.phase) * open.length + index]));
  const inOrder = (/** @type {Set<Task>} */ set) => [...set].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  let free = full.reduce((sum, minutes) => sum + minutes, 0);
  /** @type {Set<Task>} */
  const chosen = new Set();
  for (const task of byPriority(open)) {
    if (task.minutes > free || !assignTasks(inOrder(new Set([...chosen, task])), reserved, full)) continue;
    chosen.add(task);
    free -= task.minutes;
  }
  const spread = spreadEvenly(inOrder(chosen), reserved, full);
  const days = spread.map((pieces, index) => toDay(capacities[index], pieces));
  const last = days.at(-1);
  if (last) {
    last.pieces.push(...closing.map((task) => ({ task, minutes: task.minutes })));
    last.minutes += totalMinutes(closing);
  }
  return { days };
}

/** The tasks of the last list: all of them, or the essential ones that fit. @param {Task[]} tasks @param {number} free minutes */
function closingTasks(tasks, free) {
  if (totalMinutes(tasks) <= free) return tasks;
  return tasks.filter(({ essential, minutes }) => essential && minutes <= free && (free -= minutes) >= 0);
}

/** @param {{ minutes: number }[]} all */
export const totalMinutes = (all) => all.reduce((sum, { minutes }) => sum + minutes, 0);

/** @param {Capacity} capacity @param {Piece[]} pieces @returns {Day} */
const toDay = ({ date, minutes }, pieces) => ({ date, capacity: minutes, minutes: totalMinutes(pieces), pieces });

/**
 * Spread the tasks so that the load of the fullest day is minimal, by binary search.
 * @param {Task[]} tasks in order @param {Capacity[]} capacities @param {number[]} full @returns {Piece[][]}
 */
function spreadEvenly(tasks, capacities, full) {
  let best = assignTasks(tasks, capacities, full) ?? capacities.map(() => []);
  let [low, high] = [0, Math.max(0, ...full)];
  while (high - low > 5) {
    const load = Math.floor((low + high) / 2);
    // The last two days have tasks of their own and keep their full capacity.
    const days = assignTasks(tasks, capacities, full.map((minutes, index) => (capacities[index].kind === "before" ? Math.min(minutes, load) : minutes)));
    if (days) [best, high] = [days, load];
    else low = load;
  }
  return best;
}

/**
 * Assign each task to the first day with enough capacity. The order within a list stays.
 * @param {Task[]} tasks in order @param {Capacity[]} capacities @param {number[]} minutes available on each day
 * @returns {Piece[][] | undefined} undefined when a task does not fit
 */
function assignTasks(tasks, capacities, minutes) {
  const free = [...minutes];
  const longest = Math.max(...capacities.map((capacity) => capacity.minutes));
  /** @type {Piece[][]} */
  const days = capacities.map(() => []);
  /** @type {Map<string, number>} */
  const reached = new Map();
  const pinned = tasks.filter(({ phase }) => isPinned(phase));
  const eves = new Set(pinned.filter(({ phase }) => phase === "night-before").map(({ list }) => list));
  for (const task of [...pinned, ...tasks.filter(({ phase }) => !isPinned(phase))]) {
    const from = isPinned(task.phase) ? capacities.length - (task.phase === "the-day" ? 1 : 2) : reached.get(task.list) ?? 0;
    const to = isPinned(task.phase) ? from + 1 : eves.has(task.list) ? capacities.length - 1 : endOfGeneralTasks(capacities);
    const at = assignTask(task, from, to, free, days, longest);
    if (at < 0) return undefined;
    if (!isPinned(task.phase)) reached.set(task.list, at);
  }
  const order = new Map(tasks.map((task, index) => [task, index]));
  for (const pieces of days) pieces.sort((a, b) => (order.get(a.task) ?? 0) - (order.get(b.task) ?? 0));
  return days;
}

/** The day of the interview gets no general tasks, unless there are only one or two days. @param {Capacity[]} capacities */
const endOfGeneralTasks = (capacities) => (capacities.length > 2 ? capacities.length - 1 : capacities.length);

/** Tasks of the eve and of the day of the interview cannot be moved to another day. @param {string} phase */
const isPinned = (phase) => phase === "night-before" || phase === "the-day";

/**
 * Assign a task to the first day with enough capacity; split it when it is longer than any day.
 * @param {Task} task @param {number} from @param {number} to @param {number[]} free @param {Piece[][]} days
 * @param {number} longest minutes of the longest day @returns {number} the day of its last piece, or -1
 */
function assignTask(task, from, to, free, days, longest) {
  if (from < 0) return -1;
  const whole = free.findIndex((minutes, at) => at >= from && at < to && minutes >= task.minutes);
  if (whole >= 0) {
    free[whole] -= task.minutes;
    days[whole].push({ task, minutes: task.minutes });
    return whole;
  }
  return isPinned(task.phase) || task.minutes <= longest ? -1 : splitTask(task, from, free.slice(0, to), free, days);
}

/** Minutes of the smallest part of a split task. */
const MIN_PART = 30;

/** @param {Task} task @param {number} from @param {number[]} open minutes of the days until the last one allowed @param {number[]} free @param {Piece[][]} days */
function splitTask(task, from, open, free, days) {
  /** @type {[number, number][]} */
  const parts = [];
  let rest = task.minutes;
  for (let at = from; at < open.length && rest; at++) {
    const minutes = Math.min(rest, open[at]);
    if (minutes < Math.min(MIN_PART, rest)) continue;
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
