/**
 * The plan: which tasks fit the hours left, and on which day each is done. Nothing here knows of the page.
 *
 * @typedef {{ id: string, list: string, role?: string, text: string, phase: string, minutes: number, essential?: boolean, rev: number,
 *   aliases?: string[] }} Task as in api/v1/plan.json, in the order in which they are done
 * @typedef {{ date: string, minutes: number, kind: "before" | "eve" | "day" }} Room a day, and the minutes to give on it
 * @typedef {{ task: Task, minutes: number, part?: [number, number] }} Piece a task, or one part of a long one
 * @typedef {{ date: string, room: number, minutes: number, pieces: Piece[] }} Day
 */
import { addDays, daysBetween } from "./dates.mjs";

/** The phases that are planned; what comes in the room and afterwards is not preparation. */
export const PHASES = ["week-before", "days-before", "night-before", "the-day"];
/** The roles (`named_entries` in data/taxonomy.yml) of the list to do when the interview is today, and of the one that ends every plan. */
export const SHORT = "ninety-minutes";
export const LAST = "fifteen-minutes";
export const USUAL_HOURS = 1.5;
/** Five weeks and the day itself: what is done earlier is forgotten by then. */
export const MOST_DAYS = 36;
const MORNING = 7 * 60;
const NOON = 12 * 60;
const BEDTIME = 22.5 * 60;

/** @param {string} time */
const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * The minutes of each day from today to the interview. Today ends at half past ten; on the day itself you have what is
 * left until it begins, or until noon when you do not know, and no more than on other days if you said how much that is.
 * @param {{ date: string, time: string }} now @param {{ date: string, time: string }} interview both on your own clock
 * @param {number} hours a day you can give, or 0 when not said @param {number} [spent] minutes of today's tasks already done
 * @returns {Room[]}
 */
export function rooms(now, interview, hours, spent = 0) {
  const daily = Math.floor((hours || USUAL_HOURS) * 60);
  const count = daysBetween(now.date, interview.date);
  return Array.from({ length: count + 1 }, (_, index) => {
    const from = index ? MORNING : minutesOf(now.time);
    const to = index < count ? BEDTIME : interview.time ? minutesOf(interview.time) : Math.min(BEDTIME, Math.max(NOON, from + 90));
    const most = !count && !hours ? Infinity : daily - (index ? 0 : spent);
    const kind = index === count ? "day" : index === count - 1 ? "eve" : "before";
    return { date: addDays(now.date, index), minutes: Math.max(0, Math.min(most, to - (index ? Math.max(0, Math.min(from, to - 60)) : from))), kind };
  });
}

/**
 * The tasks in the order in which they matter: essentials first, and of those the first of every list before the
 * second of any, so that little time is not spent on one list alone. The list for the last ninety minutes goes whole.
 * @param {Task[]} tasks @returns {Task[]}
 */
export function byWorth(tasks) {
  /** @type {Map<string, number>} */
  const counted = new Map();
  const ranked = tasks.map((task, order) => {
    const key = `${task.list} ${Boolean(task.essential)}`;
    const turn = task.role === SHORT ? -1 : counted.get(key) ?? 0;
    counted.set(key, turn + 1);
    return { task, order, turn };
  });
  return ranked.sort((a, b) => Number(Boolean(b.task.essential)) - Number(Boolean(a.task.essential)) || a.turn - b.turn || a.order - b.order)
    .map(({ task }) => task);
}

/**
 * Choose what fits and spread it. The minutes of a day's pieces never exceed its room; the last quarter of an hour is
 * kept for the sheet that ends the plan.
 * @param {Task[]} tasks to do, in the order in which they are done @param {Room[]} rooms @returns {{ days: Day[] }}
 */
export function plan(tasks, rooms) {
  const sheet = closing(tasks.filter(({ role }) => role === LAST), rooms[rooms.length - 1]?.minutes ?? 0);
  const open = tasks.filter(({ role, phase }) => role !== LAST && PHASES.includes(phase));
  const kept = rooms.map((room) => (room.kind === "day" ? { ...room, minutes: Math.max(0, room.minutes - total(sheet)) } : room));
  const full = kept.map(({ minutes }) => minutes);
  const order = new Map(open.map((task, index) => [task, PHASES.indexOf(task.phase) * open.length + index]));
  const inTurn = (/** @type {Set<Task>} */ set) => [...set].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  let free = full.reduce((sum, minutes) => sum + minutes, 0);
  /** @type {Set<Task>} */
  const chosen = new Set();
  for (const task of byWorth(open)) {
    if (task.minutes > free || !laid(inTurn(new Set([...chosen, task])), kept, full)) continue;
    chosen.add(task);
    free -= task.minutes;
  }
  const spread = evenly(inTurn(chosen), kept, full);
  const days = spread.map((pieces, index) => day(rooms[index], pieces));
  const last = days.at(-1);
  if (last) {
    last.pieces.push(...sheet.map((task) => ({ task, minutes: task.minutes })));
    last.minutes += total(sheet);
  }
  return { days };
}

/** What ends the plan: the whole sheet, or of its essentials what there is time for. @param {Task[]} sheet @param {number} free minutes */
function closing(sheet, free) {
  if (total(sheet) <= free) return sheet;
  return sheet.filter(({ essential, minutes }) => essential && minutes <= free && (free -= minutes) >= 0);
}

/** @param {{ minutes: number }[]} all */
export const total = (all) => all.reduce((sum, { minutes }) => sum + minutes, 0);

/** @param {Room} room @param {Piece[]} pieces @returns {Day} */
const day = ({ date, minutes }, pieces) => ({ date, room: minutes, minutes: total(pieces), pieces });

/**
 * The same load on each day, as small as it can be: no rush at the end and no idle week before it.
 * @param {Task[]} tasks in turn @param {Room[]} rooms @param {number[]} full @returns {Piece[][]}
 */
function evenly(tasks, rooms, full) {
  let best = laid(tasks, rooms, full) ?? rooms.map(() => []);
  let [low, high] = [0, Math.max(0, ...full)];
  while (high - low > 5) {
    const load = Math.floor((low + high) / 2);
    // The eve and the day keep their own tasks, and so all their room.
    const found = laid(tasks, rooms, full.map((minutes, index) => (rooms[index].kind === "before" ? Math.min(minutes, load) : minutes)));
    if (found) [best, high] = [found, load];
    else low = load;
  }
  return best;
}

/**
 * Lay the tasks into the days, each on the first that has room; within one list no task comes before an earlier one.
 * @param {Task[]} tasks in turn @param {Room[]} rooms @param {number[]} minutes room of each day
 * @returns {Piece[][] | undefined} nothing when one does not fit
 */
function laid(tasks, rooms, minutes) {
  const free = [...minutes];
  const longest = Math.max(...rooms.map((room) => room.minutes));
  /** @type {Piece[][]} */
  const days = rooms.map(() => []);
  /** @type {Map<string, number>} */
  const reached = new Map();
  const own = tasks.filter(({ phase }) => pinned(phase));
  const eves = new Set(own.filter(({ phase }) => phase === "night-before").map(({ list }) => list));
  for (const task of [...own, ...tasks.filter(({ phase }) => !pinned(phase))]) {
    const from = pinned(task.phase) ? rooms.length - (task.phase === "the-day" ? 1 : 2) : reached.get(task.list) ?? 0;
    const to = pinned(task.phase) ? from + 1 : eves.has(task.list) ? rooms.length - 1 : lastFor(rooms);
    const at = place(task, from, to, free, days, longest);
    if (at < 0) return undefined;
    if (!pinned(task.phase)) reached.set(task.list, at);
  }
  const turn = new Map(tasks.map((task, index) => [task, index]));
  for (const pieces of days) pieces.sort((a, b) => (turn.get(a.task) ?? 0) - (turn.get(b.task) ?? 0));
  return days;
}

/** The morning of the day itself is left in peace, unless there is hardly another. @param {Room[]} rooms */
const lastFor = (rooms) => (rooms.length > 2 ? rooms.length - 1 : rooms.length);

/** What belongs to the eve or to the day itself can be done on no other. @param {string} phase */
const pinned = (phase) => phase === "night-before" || phase === "the-day";

/**
 * Put a task on the first day with room; one longer than any day is parted.
 * @param {Task} task @param {number} from @param {number} to @param {number[]} free @param {Piece[][]} days
 * @param {number} longest minutes of the longest day @returns {number} the day of its end, or -1
 */
function place(task, from, to, free, days, longest) {
  if (from < 0) return -1;
  const whole = free.findIndex((minutes, at) => at >= from && at < to && minutes >= task.minutes);
  if (whole >= 0) {
    free[whole] -= task.minutes;
    days[whole].push({ task, minutes: task.minutes });
    return whole;
  }
  return pinned(task.phase) || task.minutes <= longest ? -1 : parted(task, from, free.slice(0, to), free, days);
}

const PART = 30;

/** @param {Task} task @param {number} from @param {number[]} open @param {number[]} free @param {Piece[][]} days */
function parted(task, from, open, free, days) {
  /** @type {[number, number][]} */
  const parts = [];
  let rest = task.minutes;
  for (let at = from; at < open.length && rest; at++) {
    const take = Math.min(rest, open[at]);
    if (take < Math.min(PART, rest)) continue;
    parts.push([at, take]);
    rest -= take;
  }
  if (rest) return -1;
  for (const [index, [at, minutes]] of parts.entries()) {
    free[at] -= minutes;
    days[at].push({ task, minutes, part: [index + 1, parts.length] });
  }
  return parts[parts.length - 1][0];
}
