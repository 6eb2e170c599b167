/**
 * The saved state: its types, and the parser that checks stored and imported values. It does not use the browser.
 * docs/data/storage.md describes the format.
 *
 * @typedef {"todo" | "done" | "skipped"} Status
 * @typedef {{ state: Status, rev: number, at: string, what?: string, note?: string, noted?: string }} ItemState
 *   `at` is the time of the status, `noted` that of the note, `what` the wording that the reader saw
 * @typedef {{ value: any, at: string }} SavedRecord a value of a widget, such as a plan or a score; null when it was deleted
 * @typedef {{ name: string, created: string, at: string, archived: boolean,
 *   items: Record<string, ItemState>, kept: Record<string, SavedRecord> }} Interview
 * @typedef {{ version: number, interview: string, interviews: Record<string, Interview>, seen?: Record<string, number>,
 *   last?: import("./patch.mjs").Change[] }} State `seen` and `last` are explained in pending-writes.mjs
 */
import { isChangeList } from "./patch.mjs";
import { isRecord, isTooDeep, ITEM_ID, RECORD_NAME } from "./validators.mjs";

export const VERSION = 2;
export const DEFAULT_NAME = "My interview";
export const STATUSES = ["todo", "skipped", "done"];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const LATEST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** @param {string} name @returns {Interview} */
export const newInterview = (name) => ({ name, created: "", at: "", archived: false, items: {}, kept: {} });

/** @returns {State} */
export const emptyState = () =>
  ({ version: VERSION, interview: "default", interviews: { default: newInterview(DEFAULT_NAME) } });

/** A time in milliseconds; an unknown time is the oldest. @param {string | undefined} at */
export const millis = (at) => (at && Date.parse(at)) || 0;

/** The time now, or just after the time of the replaced value: a change is never older, even when the clock was set back. @param {string} [replaced] */
export const timestampAfter = (replaced) => new Date(Math.min(LATEST_TIME, Math.max(Date.now(), millis(replaced) + 1))).toISOString();

/** Make sure that the current interview exists. @param {State} state */
export function ensureCurrent(state) {
  if (Object.hasOwn(state.interviews, state.interview)) return;
  const open = Object.keys(state.interviews).filter((id) => !state.interviews[id].archived);
  state.interview = open[0] ?? Object.keys(state.interviews)[0] ?? "default";
  if (!Object.hasOwn(state.interviews, state.interview)) state.interviews[state.interview] = newInterview(DEFAULT_NAME);
}

/** Parse a stored text. Without a state, nothing in it can be used. @param {string} text @returns {{ state?: State, version: number, errors: string[] }} */
export function parseText(text) {
  let raw;
  try {
    raw = JSON.parse(text);
    const { state, errors } = parseState(raw);
    return { state, version: state.version, errors };
  } catch (error) {
    return { version: Number(raw?.version) || 0, errors: [String(error)] };
  }
}

/**
 * The valid part of a stored or imported value, and an error for each part that is not. A newer version is read as far
 * as possible. Throws TypeError when the value is not a state.
 * @param {any} raw @returns {{ state: State, errors: string[] }}
 */
export function parseState(raw) {
  if (!isRecord(raw)) throw new TypeError("it isn't saved data");
  if (!Number.isInteger(raw.version) || raw.version < 1) throw new TypeError("it has no version");
  if (!isRecord(raw.interviews)) throw new TypeError("it has no interviews");
  /** @type {string[]} */
  const errors = [];
  /** @type {Record<string, Interview>} */
  const interviews = {};
  for (const [id, interview] of Object.entries(raw.interviews)) {
    if (ITEM_ID.test(id) && isRecord(interview)) interviews[id] = parseInterview(id, interview, errors);
    else errors.push(`interviews: ${JSON.stringify(id)} is not an interview`);
  }
  /** @type {State} */
  const state = {
    ...withoutDeepFields(raw, ["interviews", "last"], "the state", errors),
    version: Math.max(raw.version, VERSION), interview: typeof raw.interview === "string" ? raw.interview : "", interviews,
  };
  if (!isRecord(raw.seen) || !Object.values(raw.seen).every(Number.isSafeInteger)) delete state.seen;
  if (!isChangeList(raw.last)) delete state.last;
  ensureCurrent(state);
  return { state, errors };
}

/** @param {string} id @param {Record<string, any>} raw @param {string[]} errors @returns {Interview} */
function parseInterview(id, raw, errors) {
  const path = `interviews.${id}`;
  const hasName = typeof raw.name === "string" && raw.name.trim();
  if (!hasName) errors.push(`${path}.name is not a name`);
  return {
    ...withoutDeepFields(raw, ["items", "kept"], path, errors),
    name: hasName ? raw.name : DEFAULT_NAME,
    created: parseTime(raw.created),
    at: parseTime(raw.at),
    archived: raw.archived === true,
    items: parseEntries(raw.items, `${path}.items`, errors, ITEM_ID, parseItemState),
    kept: parseEntries(raw.kept, `${path}.kept`, errors, RECORD_NAME, parseRecord),
  };
}

/**
 * Keep unknown fields, which a later version may have written, unless they are nested too deep to be copied.
 * @param {Record<string, any>} raw @param {string[]} known fields that are checked elsewhere @param {string} path @param {string[]} errors
 * @returns {Record<string, any>}
 */
function withoutDeepFields(raw, known, path, errors) {
  const valid = Object.entries(raw).filter(([name, value]) => known.includes(name) || !isTooDeep(value));
  if (valid.length < Object.keys(raw).length) errors.push(`${path} is nested too deep`);
  return Object.fromEntries(valid);
}

/**
 * @template T
 * @param {unknown} raw @param {string} path @param {string[]} errors @param {RegExp} name
 * @param {(entry: any) => T | undefined} parse @returns {Record<string, T>}
 */
function parseEntries(raw, path, errors, name, parse) {
  if (!isRecord(raw)) {
    errors.push(`${path} is not a list by id`);
    return {};
  }
  /** @type {[string, T][]} */
  const valid = [];
  for (const [id, entry] of Object.entries(raw)) {
    const parsed = name.test(id) && isRecord(entry) && !isTooDeep(entry) ? parse(entry) : undefined;
    if (parsed) valid.push([id, parsed]);
    else errors.push(`${path}: ${JSON.stringify(id)} cannot be read`);
  }
  return Object.fromEntries(valid);
}

/** @param {any} raw @returns {ItemState | undefined} */
function parseItemState(raw) {
  const hasTexts = [raw.note, raw.noted, raw.what].every((text) => text === undefined || typeof text === "string");
  if (!STATUSES.includes(raw.state) || !Number.isInteger(raw.rev) || raw.rev < 0 || !hasTexts) return undefined;
  return { ...raw, at: parseTime(raw.at), ...(raw.noted === undefined ? {} : { noted: parseTime(raw.noted) }) };
}

/** @param {any} raw @returns {SavedRecord | undefined} */
const parseRecord = (raw) => (raw.value === undefined ? undefined : { ...raw, at: parseTime(raw.at) });

/** An invalid time is no error: it counts as the oldest. @param {unknown} at */
const parseTime = (at) => (typeof at === "string" && TIME.test(at) && Date.parse(at) ? at : "");
