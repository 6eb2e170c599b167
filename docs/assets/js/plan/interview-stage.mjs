/**
 * Where the reader stands: when the interview begins and ends, on which clock, and whether it is still to come.
 *
 * @typedef {import("./plan-data.mjs").Facts} Facts
 * @typedef {"open" | "before" | "during" | "after" | "over"} Stage open: no date yet; over: ended by either side
 * @typedef {{ stage: Stage, zone: string, here: string, now: import("./time-zones.mjs").Wall, interview?: import("./time-zones.mjs").Wall,
 *   start?: number, end?: number, odd: "" | "skipped" | "twice", point?: import("./timelines.mjs").Point }} Situation
 *   `now` and `interview` on the reader's own clock; `point` is the end of the interview, from which waiting counts
 */
import { addDays } from "./dates.mjs";
import { isOver } from "./timelines.mjs";
import { moment, wall } from "./time-zones.mjs";

const MINUTE = 60_000;
const USUAL_LENGTH = 60;

/**
 * @param {Facts} facts @param {number} now @param {string} here zone of the reader @param {{ id: string, minutes: { most: number } }[]} formats
 * @returns {Situation}
 */
export function situation(facts, now, here, formats) {
  const zone = facts.zone || here;
  const base = { zone, here, now: wall(now, here), odd: /** @type {const} */ ("") };
  const over = isOver(facts);
  // Who waits for a day that has passed has been there.
  if (!facts.date) return { ...base, stage: over ? "over" : facts.promised && facts.promised < base.now.date ? "after" : "open" };
  if (!facts.time) {
    const interview = { date: facts.date, time: "" };
    const stage = facts.date < base.now.date ? "after" : "before";
    return { ...base, interview, stage: over ? "over" : stage, point: { date: facts.date } };
  }
  const { at: start, odd } = moment(facts.date, facts.time, zone);
  const end = endOf(facts, start, zone, formats);
  const stage = now < start ? "before" : now < end ? "during" : "after";
  return { ...base, start, end, odd, interview: wall(start, here), stage: over ? "over" : stage, point: { date: wall(end, zone).date, at: end } };
}

/** @param {Facts} facts @param {number} start @param {string} zone @param {{ id: string, minutes: { most: number } }[]} formats */
function endOf({ date, time, ends, formats: chosen }, start, zone, formats) {
  if (ends && ends !== time) return moment(ends > time ? date : addDays(date, 1), ends, zone).at;
  const lengths = formats.filter(({ id }) => chosen.includes(id)).map(({ minutes }) => minutes.most);
  return start + Math.max(...lengths, lengths.length ? 0 : USUAL_LENGTH) * MINUTE;
}

/** Whole minutes until a moment. @param {number} from @param {number} to */
export const minutesUntil = (from, to) => Math.floor((to - from) / MINUTE);
