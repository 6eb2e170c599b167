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
const MARKUP = /<[!/?]|<[a-z][^<]*[>=]|javascript:\S/i;
/** Characters without a glyph. Joiners are allowed in emoji and in scripts whose letters join. */
const INVISIBLE = /(?![\n\t\ufe0f]|(?<=[\p{ExtPict}\p{EMod}\ufe0f\u0590-\u1fff])[\u200c\u200d])[\p{Cc}\p{Cs}\p{Co}\p{DI}]/u;

/**
 * Throws an Error whose message is for the reader.
 * @param {string} text what was pasted; there may be words around the JSON @param {Map<string, string>} known ids of questions by each of their names
 * @returns {Debrief}
 */
export function parseDebrief(text, known) {
  if (!text.trim()) refuse("Paste the JSON that your assistant wrote.");
  if (text.length > MAX_SIZE) refuse(`It's longer than ${MAX_SIZE.toLocaleString("en-US")} characters, and a debrief never is.`);
  const { format, version, ...rest } = fields(firstObject(text), ["format", "version", "keep", "change", "stories", "next"], "The debrief");
  if (format !== "round-two-debrief" || version !== 1) refuse('It isn\'t a debrief for Round Two: "format" has to be "round-two-debrief" and "version" 1.');
  const id = (/** @type {unknown} */ value) => known.get(typeof value === "string" ? value : "") ?? refuse(`It names a question that isn't in this guide: ${JSON.stringify(value)?.slice(0, 60)}. Ask your assistant to use the ids from the prompt.`);
  const debrief = {
    keep: toText(rest.keep, "keep"), change: toText(rest.change, "change"),
    stories: list(rest.stories, "stories").map((one) => {
      const story = fields(one, [...TEXTS, "questions"], "A story");
      const texts = TEXTS.map((name) => [name, toText(story[name], name, name === "name" ? MAX_NAME : MAX_TEXT)]);
      return { ...Object.fromEntries(texts), questions: [...new Set(list(story.questions, "questions").map(id))] };
    }).filter((story) => TEXTS.some((name) => story[name])),
    next: list(rest.next, "next").map((one) => {
      const { question, feel } = fields(one, ["question", "feel"], "A line of “next”");
      return { question: id(question), feel: FEELS.includes(feel) ? feel : refuse("“feel” has to be hard, fine or solid.") };
    }),
  };
  if (hasTwins(debrief.stories.map((story) => JSON.stringify(story)))) refuse("The same story is in it twice.");
  if (hasTwins(debrief.next.map(({ question }) => question))) refuse("“next” names the same question twice.");
  return Object.values(debrief).some(({ length }) => length) ? debrief : refuse("It's empty: no story, nothing to keep or change, and nothing to practice.");
}

/** The JSON object in a text that may have words, or part of a code fence, around it. @param {string} text @returns {unknown} */
function firstObject(text) {
  if (text.match(/(?<!\\)"format"\s*:/g)?.[1]) refuse("There's more than one debrief in it. Paste one at a time.");
  if (!text.includes("{")) refuse("There's no JSON in it. Ask your assistant for the debrief for Round Two, and copy everything from the first { to the last }.");
  if (/\{\s*[“”„«]/.test(text)) refuse('Its quotation marks changed on the way: they have to be straight, like ". Copy the JSON from your assistant again, with its own Copy button.');
  const rest = text.slice(Math.max(0, text.search(/\{\s*["}]/)));
  let depth = 0;
  const end = [...rest.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)].find(({ 0: token }) => (depth += token === "{" ? 1 : token === "}" ? -1 : 0) === 0);
  try {
    return JSON.parse(rest.slice(0, (end?.index ?? rest.length) + 1));
  } catch {
    return refuse("It isn't complete JSON, or there's a slip in it. Copy everything from the first { to the last }, or ask your assistant to write the JSON again.");
  }
}

/** @param {string[]} names */
const hasTwins = (names) => new Set(names).size < names.length;

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
  const invisible = INVISIBLE.exec(value)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  if (invisible) return refuse(`“${name}” contains a character that can't be seen (U+${invisible}). Ask your assistant to write it again in plain text.`);
  return MARKUP.test(value) ? refuse(`“${name}” contains markup or a script. Ask your assistant to write it again in plain text.`) : value.trim();
}
