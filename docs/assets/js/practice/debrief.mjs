/**
 * Reads the debrief that an assistant wrote, and turns it into records. It is refused as a whole when any part of it is not
 * as docs/data/storage.md describes, so that nothing strange is ever saved.
 *
 * @typedef {Record<"name" | "situation" | "task" | "action" | "result" | "learned", string> & { questions: string[] }} DebriefStory
 * @typedef {{ keep: string, change: string, stories: DebriefStory[], next: { question: string, feel: import("./spaced-repetition.mjs").Feel }[] }} Debrief
 * @typedef {import("../storage/state.mjs").SavedRecord} SavedRecord
 */
import { DEBRIEF_PREFIX, questionRecord, STORY_PREFIX } from "../storage/saved-names.mjs";
import { timestampAfter } from "../storage/state.mjs";
import { isRecord } from "../storage/validators.mjs";
import { withReview } from "./spaced-repetition.mjs";

/** In characters. */
const MAX_SIZE = 50_000;
const MAX_TEXT = 2000;
const MAX_NAME = 80;
const MAX_LIST = 20;
const FEELS = ["hard", "fine", "solid"];
const TEXTS = /** @type {const} */ (["name", "situation", "task", "action", "result", "learned"]);
/** Text that looks like markup, and invisible characters that change how text reads. */
const SUSPICIOUS = /<[a-z!/?]|javascript:|[\u0000-\u0008\u000b-\u001f\u200b\u202a-\u202e\u2066-\u2069]/i;

/**
 * Throws an Error whose message is for the reader.
 * @param {string} text what was pasted; there may be words around the JSON @param {Map<string, string>} known ids of questions by each of their names
 * @returns {Debrief}
 */
export function parseDebrief(text, known) {
  if (!text.trim()) refuse("Paste the JSON that your assistant wrote.");
  if (text.length > MAX_SIZE) refuse(`It's longer than ${MAX_SIZE.toLocaleString("en-US")} characters, and a debrief never is.`);
  let raw;
  try {
    raw = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  } catch {
    refuse("It isn't complete JSON. Copy everything from the first { to the last }.");
  }
  const { format, version, ...rest } = fields(raw, ["format", "version", "keep", "change", "stories", "next"], "the debrief");
  if (format !== "round-two-debrief" || version !== 1) refuse('It isn\'t a debrief for Round Two: "format" has to be "round-two-debrief" and "version" 1.');
  const id = (/** @type {unknown} */ value) => known.get(typeof value === "string" ? value : "") ?? refuse(`It names a question that isn't in this guide: ${JSON.stringify(value)?.slice(0, 60)}.`);
  return {
    keep: toText(rest.keep, "keep"), change: toText(rest.change, "change"),
    stories: list(rest.stories, "stories").map((one) => {
      const story = fields(one, [...TEXTS, "questions"], "a story");
      const texts = TEXTS.map((name) => [name, toText(story[name], name, name === "name" ? MAX_NAME : MAX_TEXT)]);
      return { ...Object.fromEntries(texts), questions: [...new Set(list(story.questions, "questions").map(id))] };
    }),
    next: list(rest.next, "next").map((one) => {
      const { question, feel } = fields(one, ["question", "feel"], "a line of “next”");
      return { question: id(question), feel: FEELS.includes(feel) ? feel : refuse("“feel” has to be hard, fine or solid.") };
    }),
  };
}

/**
 * The records to save, by name. A story that is saved already is left out.
 * @param {Debrief} debrief @param {Record<string, SavedRecord>} kept @param {Date} now @param {() => string} newId @returns {Record<string, SavedRecord>}
 */
export function debriefRecords({ keep, change, stories, next }, kept, now, newId) {
  const saved = Object.entries(kept).filter(([name, { value }]) => name.startsWith(STORY_PREFIX) && isRecord(value)).map(([, { value }]) => value);
  const isNew = (/** @type {DebriefStory} */ story) => !saved.some((other) => TEXTS.every((name) => (other[name] ?? "") === story[name]));
  const name = `Practice, ${now.toLocaleDateString("en-US", { month: "long", day: "numeric" })}`;
  const values = /** @type {[string, any][]} */ ([
    ...stories.filter(isNew).map((story) => [STORY_PREFIX + newId(), { ...story, competencies: [] }]),
    ...next.map(({ question, feel }) => [questionRecord(question), withReview(kept[questionRecord(question)]?.value ?? undefined, { feel, said: [] }, now)]),
    ...(keep || change ? [[DEBRIEF_PREFIX + newId(), { name, lingered: keep && `Keep: ${keep}`, loose: change && `Change: ${change}` }]] : []),
  ]);
  return Object.fromEntries(values.map(([key, value]) => [key, { value, at: timestampAfter(kept[key]?.at) }]));
}

/** @param {string} reason @returns {never} */
function refuse(reason) {
  throw new Error(reason);
}

/** @param {unknown} value @param {string[]} allowed @param {string} what @returns {Record<string, any>} */
function fields(value, allowed, what) {
  if (!isRecord(value)) return refuse(`${what} has to be an object in { }.`);
  const strange = Object.keys(value).find((name) => !allowed.includes(name));
  return strange === undefined ? value : refuse(`${what} has a field that the form doesn't have: ${JSON.stringify(strange).slice(0, 60)}.`);
}

/** @param {unknown} value @param {string} name @returns {any[]} */
function list(value = [], name) {
  if (!Array.isArray(value)) return refuse(`“${name}” has to be a list.`);
  return value.length <= MAX_LIST ? value : refuse(`“${name}” has ${value.length} entries; the limit is ${MAX_LIST}.`);
}

/** @param {unknown} value @param {string} name @param {number} [most] */
function toText(value = "", name, most = MAX_TEXT) {
  if (typeof value !== "string") return refuse(`“${name}” has to be text.`);
  if (value.length > most) return refuse(`“${name}” has ${value.length} characters; the limit is ${most}.`);
  return SUSPICIOUS.test(value) ? refuse(`“${name}” contains markup or hidden characters. Plain text is all that's allowed.`) : value.trim();
}
