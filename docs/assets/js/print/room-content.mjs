/**
 * Fills the sheet for the room of one format: who is there, what they will ask with a word of the reader's story, what to
 * ask them, and the signs to watch for. The reader chooses the entries and their order; saved lists hold ids and own texts.
 *
 * @typedef {"questions" | "asks" | "signs"} ListName
 * @typedef {{ id: string, title: string }} Line
 * @typedef {{ lists: Record<ListName, { chosen: Line[], others: Line[] }>, words: Record<string, string> }} Room
 */
import { h } from "../lib/dom.mjs";
import { readPlan, withCurrentIds } from "../plan/plan-data.mjs";
import { roomRecord, STORY_PREFIX } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord, toText } from "../storage/validators.mjs";

const OFFERED_QUESTIONS = 12;
/** The fewest questions to ask before the reader chooses; otherwise one for each person. */
const FEWEST = 3;

/** What each filled sheet holds. @type {WeakMap<HTMLElement, Room>} */
const rooms = new WeakMap();

/** What a sheet holds, once it is filled. @param {HTMLElement} article */
export const readRoom = (article) => rooms.get(article);

/** The saved choice for a format: lists of ids and texts, and words by id. @param {string} format @returns {Record<ListName, string[]> & { words: Record<string, string> }} */
export function readChoice(format) {
  const saved = store.getRecord(roomRecord(format));
  const record = isRecord(saved) ? saved : {};
  const words = Object.entries(isRecord(record.words) ? record.words : {}).filter(([, word]) => typeof word === "string");
  const lists = ["questions", "asks", "signs"].filter((name) => Array.isArray(record[name])).map((name) => [name, record[name].map(toText).filter(Boolean)]);
  return { ...Object.fromEntries(lists), words: Object.fromEntries(words) };
}

/** @param {HTMLElement} article as it was printed @param {import("./fill-sheet.mjs").Values} values */
export function fillRoom(article, { people, guide, rankQuestions }) {
  const format = article.dataset.format ?? "";
  const { words, ...saved } = readChoice(format);
  const offered = offeredLines(article, format, guide, rankQuestions);
  const all = [...Object.values(offered).flat(), ...(guide?.questions ?? []), ...(guide?.asks ?? [])];
  const shown = { questions: shownCount(article, "questions"), asks: Math.max(people.length, FEWEST), signs: shownCount(article, "signs") };
  const lists = /** @type {Room["lists"]} */ (Object.fromEntries(Object.entries(offered).map(([name, lines]) => {
    const chosen = saved[/** @type {ListName} */ (name)]?.map((id) => all.find((one) => one.id === id || one.aliases?.includes(id)) ?? { id, title: id })
      ?? lines.slice(0, shown[/** @type {ListName} */ (name)]);
    return [name, { chosen, others: lines.filter(({ id }) => !chosen.some((one) => one.id === id)) }];
  })));
  const room = { lists, words: { ...storyWords(), ...words } };
  rooms.set(article, room);
  drawQuestions(article, room);
  drawPeople(article, people, lists.asks.chosen);
  listOf(article, "signs")?.replaceChildren(...lists.signs.chosen.map(({ title }) => h("li", {}, title)));
}

/** @param {HTMLElement} article @param {string} name @returns {HTMLElement | null} */
const listOf = (article, name) => article.querySelector(`[data-list="${name}"]`);

/** How many lines of a list are printed before the reader chooses. @param {HTMLElement} article @param {string} name */
const shownCount = (article, name) => listOf(article, name)?.querySelectorAll("[data-id]:not(.more)").length ?? 0;

/** The lines that may be chosen, the likeliest first. @param {HTMLElement} article @param {string} format @param {any} guide @param {import("./fill-sheet.mjs").Values["rankQuestions"]} rankQuestions @returns {Record<ListName, Line[]>} */
function offeredLines(article, format, guide, rankQuestions) {
  const printed = (/** @type {string} */ name) => Array.from(/** @type {NodeListOf<HTMLElement>} */ (listOf(article, name)?.querySelectorAll("[data-id]") ?? []),
    (line) => ({ id: line.dataset.id ?? "", title: (line.querySelector(".line-title") ?? line).textContent?.trim() ?? "" }));
  const lines = { questions: printed("questions"), asks: printed("asks"), signs: printed("signs") };
  if (!rankQuestions) return lines;
  const plan = withCurrentIds(readPlan(store), guide);
  const questions = rankQuestions(guide, { ...plan, formats: [format] }, OFFERED_QUESTIONS).map(({ id, title }) => ({ id, title }));
  const asks = [...new Set([...askOfEach(plan.people, guide), ...lines.asks.map(({ id }) => id)])];
  const titles = new Map([...guide.asks, ...lines.asks].map(({ id, title }) => [id, title]));
  return { ...lines, questions, asks: asks.map((id) => ({ id, title: titles.get(id) ?? id })) };
}

/** A different question for each person. @param {{ person: string }[]} people @param {any} guide */
function askOfEach(people, guide) {
  /** @type {Set<string>} */
  const used = new Set();
  for (const { person } of people) {
    const ask = guide.people.find((/** @type {any} */ { id }) => id === person)?.asks.find((/** @type {string} */ id) => !used.has(id));
    if (ask) used.add(ask);
  }
  return used;
}

/** The name of the first story that answers each question. @returns {Record<string, string>} */
function storyWords() {
  const stories = store.recordNames(STORY_PREFIX).map((name) => store.getRecord(name)).filter(isRecord);
  return Object.fromEntries(stories.toReversed().flatMap(({ name, questions }) => (Array.isArray(questions) ? questions : []).map((id) => [toText(id), toText(name)])));
}

/** @param {HTMLElement} article @param {Room} room */
function drawQuestions(article, { lists, words }) {
  listOf(article, "questions")?.replaceChildren(...lists.questions.chosen.map(({ id, title }) =>
    h("tr", { "data-id": id }, h("td", { className: "line-title" }, title), h("td", { className: "word" }, words[id] ?? ""))));
}

/** A row for each person, with a question for them; without people, blank rows. @param {HTMLElement} article @param {Record<string, string>[]} people @param {Line[]} asks */
function drawPeople(article, people, asks) {
  const body = listOf(article, "asks");
  if (!body) return;
  const count = Math.max(people.length || body.childElementCount - body.querySelectorAll(".more").length, asks.length);
  const rows = Array.from({ length: count }, (_, at) => h("tr", {}, h("td", { className: "who" }, ...describePerson(people[at])), h("td", { className: "line-title" }, asks[at]?.title ?? "")));
  body.replaceChildren(...rows);
}

/** @param {Record<string, string>} [person] @returns {Node[]} */
function describePerson(person) {
  if (!person) return [];
  return [h("b", {}, person.name || person.role), ...(person.name && person.role ? [h("span", {}, person.role)] : []), ...(person.story ? [h("em", {}, person.story)] : [])];
}
