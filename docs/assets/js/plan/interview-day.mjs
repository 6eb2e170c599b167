/**
 * The day of the interview as a timeline: at home, on the way, at the door, in the room, and on the way back.
 *
 * @typedef {import("./scheduler.mjs").Piece} Piece
 * @typedef {{ time: number, mark?: "leave" | "arrive" | "start" | "back", piece?: Piece }} Row `time` in minutes since midnight; NaN without a clock
 */
import { SHORT_LIST, totalMinutes } from "./scheduler.mjs";

/**
 * @param {Piece[]} pieces of the day, in order @param {import("./departure.mjs").Departure | undefined} departure
 * @param {number} now minutes since midnight, or 0 when the day is not today @returns {Row[]}
 */
export function interviewDay(pieces, departure, now) {
  const at = (/** @type {string} */ place) => pieces.filter(({ task }) => !isStudy(task) && (task.where ?? "home") === place);
  const study = pieces.filter(({ task }) => isStudy(task));
  const { start, arrive, leave, travel } = departure ?? { start: NaN, arrive: NaN, leave: NaN, travel: 0 };
  const home = at("home");
  const morning = leave - totalMinutes(home);
  const first = Math.max(now, Math.min(8 * 60, morning - 30 - totalMinutes(study)));
  return [
    ...inSequence(study, first), ...inSequence(home, Math.max(morning, now)),
    ...(travel ? [{ time: Math.max(leave, now), mark: /** @type {const} */ ("leave") }] : []), ...at("way").map((piece) => ({ time: NaN, piece })),
    ...(departure && arrive <= start ? [{ time: arrive, mark: /** @type {const} */ ("arrive") }] : []),
    ...inSequence([...at("door"), ...at("room")], arrive),
    ...(departure ? [{ time: start, mark: /** @type {const} */ ("start") }] : []),
    { time: NaN, mark: /** @type {const} */ ("back") },
  ];
}

/** @param {import("./scheduler.mjs").Task} task */
const isStudy = ({ phase, role }) => phase !== "the-day" && phase !== "night-before" || role === SHORT_LIST;

/** @param {Piece[]} pieces @param {number} from @returns {Row[]} */
const inSequence = (pieces, from) => pieces.map((piece, index) => ({ time: from + totalMinutes(pieces.slice(0, index)), piece }));

