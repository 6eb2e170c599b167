/**
 * The shape of what a reader saves, and what makes a stored value sound. Nothing here touches the
 * browser: text or plain data in, plain data and its flaws out. The format is told in docs/data/storage.md.
 *
 * @typedef {"todo" | "done" | "skipped"} Answer
 * @typedef {{ state: Answer, rev: number, at: string, what?: string, note?: string, noted?: string }} Mark
 *   `at` is when the state was set, `noted` when the note was, `what` the wording the reader saw.
 * @typedef {{ value: any, at: string }} Kept   What another widget keeps, such as a plan or a score; null when it was forgotten.
 * @typedef {{ name: string, created: string, at: string, archived: boolean,
 *   items: Record<string, Mark>, kept: Record<string, Kept> }} Interview
 * @typedef {{ version: number, interview: string, interviews: Record<string, Interview>, seen?: Record<string, number>,
 *   last?: import("./patch.mjs").Change[] }} State   `seen` and `last` are for two pages that write at once; see unseen.mjs.
 */
import { areChanges } from "./patch.mjs";
import { migrated } from "./migrate.mjs";
import { ID, isRecord, KEPT_NAME, tooDeep } from "./validators.mjs";

export const VERSION = 2;
export const DEFAULT_NAME = "My interview";
export const ANSWERS = ["todo", "skipped", "done"];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** @param {string} name @returns {Interview} */
export const newInterview = (name) => ({ name, created: "", at: "", archived: false, items: {}, kept: {} });

/** @returns {State} */
export const emptyState = () =>
  ({ version: VERSION, interview: "default", interviews: { default: newInterview(DEFAULT_NAME) } });

/** Milliseconds of a time; one that is unknown is the oldest. @param {string | undefined} at */
export const millis = (at) => (at && Date.parse(at)) || 0;

/** Now, or just after the time of what is replaced: no answer is older than the last one, whatever the clock says. @param {string} [replaced] */
export const stamp = (replaced) => new Date(Math.min(LAST, Math.max(Date.now(), millis(replaced) + 1))).toISOString();

/** A state may name no interview that is not there, and is never without one. @param {State} state */
export function settle(state) {
  if (Object.hasOwn(state.interviews, state.interview)) return;
  const open = Object.keys(state.interviews).filter((id) => !state.interviews[id].archived);
  state.interview = open[0] ?? Object.keys(state.interviews)[0] ?? "default";
  if (!Object.hasOwn(state.interviews, state.interview)) state.interviews[state.interview] = newInterview(DEFAULT_NAME);
}

/**
 * What a stored or imported value holds: the sound part, and a sentence for each part that is not.
 * Throws when it is no state at all. A newer version is read as far as it can be, and not migrated.
 * @param {any} stored @returns {{ state: State, flaws: string[] }}
 */
export function sound(stored) {
  if (!isRecord(stored)) throw new TypeError("it is not a saved state");
  if (!Number.isInteger(stored.version) || stored.version < 1) throw new TypeError("it names no version");
  if (!isRecord(stored.interviews)) throw new TypeError("it holds no interviews");
  /** @type {string[]} */
  const flaws = [];
  const raw = stored.version < VERSION ? migrated(stored) : stored;
  /** @type {Record<string, Interview>} */
  const interviews = {};
  for (const [id, interview] of Object.entries(raw.interviews)) {
    if (ID.test(id) && isRecord(interview)) interviews[id] = soundInterview(id, interview, flaws);
    else flaws.push(`interviews: ${JSON.stringify(id)} is not an interview`);
  }
  /** @type {State} */
  const state = { ...shallow(raw, ["interviews", "last"], "the state", flaws), version: raw.version, interview: typeof raw.interview === "string" ? raw.interview : "", interviews };
  if (!isRecord(raw.seen) || !Object.values(raw.seen).every(Number.isSafeInteger)) delete state.seen;
  if (!areChanges(raw.last)) delete state.last;
  settle(state);
  return { state, flaws };
}

/** @param {string} id @param {Record<string, any>} raw @param {string[]} flaws @returns {Interview} */
function soundInterview(id, raw, flaws) {
  const here = `interviews.${id}`;
  const named = typeof raw.name === "string" && raw.name.trim();
  if (!named) flaws.push(`${here}.name is not a name`);
  return {
    ...shallow(raw, ["items", "kept"], here, flaws),
    name: named ? raw.name : DEFAULT_NAME,
    created: soundTime(raw.created),
    at: soundTime(raw.at),
    archived: raw.archived === true,
    items: soundCells(raw.items, `${here}.items`, flaws, ID, soundMark),
    kept: soundCells(raw.kept, `${here}.kept`, flaws, KEPT_NAME, soundKept),
  };
}

/**
 * Fields this version does not know stay as they are, unless they could not be copied.
 * @param {Record<string, any>} raw @param {string[]} known fields that are looked at elsewhere @param {string} here @param {string[]} flaws
 * @returns {Record<string, any>}
 */
function shallow(raw, known, here, flaws) {
  const good = Object.entries(raw).filter(([name, value]) => known.includes(name) || !tooDeep(value));
  if (good.length < Object.keys(raw).length) flaws.push(`${here} is nested too deep`);
  return Object.fromEntries(good);
}

/**
 * @template T
 * @param {unknown} cells @param {string} here @param {string[]} flaws @param {RegExp} name
 * @param {(cell: any) => T | undefined} mend @returns {Record<string, T>}
 */
function soundCells(cells, here, flaws, name, mend) {
  if (!isRecord(cells)) {
    flaws.push(`${here} is not a list by id`);
    return {};
  }
  /** @type {[string, T][]} */
  const good = [];
  for (const [id, raw] of Object.entries(cells)) {
    const cell = name.test(id) && isRecord(raw) && !tooDeep(raw) ? mend(raw) : undefined;
    if (cell) good.push([id, cell]);
    else flaws.push(`${here}: ${JSON.stringify(id)} cannot be read`);
  }
  return Object.fromEntries(good);
}

/** @param {any} raw @returns {Mark | undefined} */
function soundMark(raw) {
  const texts = [raw.note, raw.noted, raw.what].every((text) => text === undefined || typeof text === "string");
  if (!ANSWERS.includes(raw.state) || !Number.isInteger(raw.rev) || raw.rev < 0 || !texts) return undefined;
  const mark = { ...raw, at: soundTime(raw.at) };
  if (raw.noted !== undefined) mark.noted = soundTime(raw.noted);
  return mark;
}

/** @param {any} raw @returns {Kept | undefined} */
const soundKept = (raw) => (raw.value === undefined ? undefined : { ...raw, at: soundTime(raw.at) });

/** A time that cannot be read makes nothing wrong: it counts as the oldest. @param {unknown} at */
const soundTime = (at) => (typeof at === "string" && TIME.test(at) && Date.parse(at) ? at : "");
