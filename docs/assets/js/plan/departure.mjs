/**
 * The clock of the interview day: when to leave, and when to be there. Times are minutes since midnight, in the zone of
 * the reader.
 *
 * @typedef {import("./scheduler.mjs").Task} Task
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {{ start: number, arrive: number, leave: number, travel: number, slack: number, isGuess: boolean }} Departure
 *   `slack` is for one canceled train, or for traffic
 */
import { ONLINE } from "./clock.mjs";

/** How to get there, with the minutes kept free for what can go wrong on the way. */
const SLACK = /** @type {Record<string, number>} */ ({ walk: 5, car: 10, transit: 15 });
/** Minutes of travel when the reader has not entered them. */
const USUAL_TRAVEL = 30;
/** Everyone is at the door, or at the desk, this many minutes early; more when there is more to do. */
const EARLY = 15;
/** With hardly any time, this many minutes early has to do. */
const SHORTLY = 5;

/** @param {string} time */
export const toMinutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** @param {number} minutes */
export const toTime = (minutes) => [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/**
 * Whether the interview is on a screen: as the reader says, or as all formats are.
 * @param {PlanData} plan @param {{ id: string, online: boolean }[]} formats
 */
export function isOnline({ travel, formats: chosen }, formats) {
  const own = formats.filter(({ id }) => chosen.includes(id));
  return travel ? travel === ONLINE : own.length > 0 && own.every(({ online }) => online);
}

/**
 * When to leave so that the tasks at the door and in the room fit before the start. When time is
 * short, it is first taken from the slack.
 * @param {PlanData} plan @param {string} time of the start @param {boolean} online @param {Task[]} tasks of the day
 * @param {number} [now] minutes since midnight, on the day itself @param {number} [getReady] minutes until the reader can leave
 * @returns {Departure}
 */
export function computeDeparture({ travel: means, journey }, time, online, tasks, now = 0, getReady = 0) {
  const start = toMinutes(time);
  const there = tasks.filter(({ where }) => where === "door" || where === "room").reduce((sum, task) => sum + task.minutes, 0);
  // Without a trip that would still get them there, the reader is there already.
  const isThere = !journey && now + USUAL_TRAVEL > start - SHORTLY;
  const travel = online || isThere ? 0 : journey || USUAL_TRAVEL;
  const early = Math.floor((start - Math.max(EARLY, there)) / 5) * 5;
  const arrive = Math.max(early, Math.min(start - SHORTLY, now + travel + (isThere ? 0 : getReady)), now + travel);
  const spare = Math.floor(Math.max(0, arrive - travel - now - getReady) / 5) * 5;
  const slack = !travel ? 0 : Math.min(SLACK[means] ?? SLACK.transit, spare);
  return { start, arrive, leave: Math.max(now, Math.floor((arrive - travel - slack) / 5) * 5), travel, slack, isGuess: travel > 0 && !journey };
}
