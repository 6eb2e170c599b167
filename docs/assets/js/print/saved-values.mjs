/** Reads what the reader has saved as texts for printed sheets, and loads the parts of the guide that these need. */
import { hasAnswers, readPlan } from "../plan/plan-data.mjs";
import { DEBRIEF_PREFIX, ROOM, signRecord, STORY_PREFIX } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord, toText } from "../storage/validators.mjs";

/** @typedef {import("../lib/practice-data.mjs").Practice} Practice */

/** What sheets need: the dates of steps, the guide, the titles of signs and competencies, the forms; undefined when it did not load. @param {HTMLElement[]} articles */
export const loadParts = (articles) => Promise.all([loadDates(articles), loadGuide(articles), loadPractice(articles), loadForms(articles)]);

/** The saved records of one kind. @param {string} [prefix] @returns {Record<string, any>[]} */
export const readRecords = (prefix) => (prefix ? store.recordNames(prefix).map((name) => store.getRecord(name)).filter(isRecord) : []);

/** The texts of a story or debrief, by the names of its fields. @param {Record<string, any> | undefined} record @param {Practice | null} [practice] @returns {Record<string, string>} */
export function recordTexts(record, practice) {
  if (!record) return {};
  const { promised, competencies, ...fields } = record;
  const shown = (practice?.competencies ?? []).filter(({ id }) => Array.isArray(competencies) && competencies.includes(id)).map(({ title }) => title);
  return { ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, toText(value).trim()])), promises: toText(promised).trim(), shows: shown.join(", ") };
}

/** What the reader wrote for the room, the names of the stories, and every promise. @returns {Record<string, string>} */
export function roomTexts() {
  const saved = store.getRecord(ROOM);
  const typed = isRecord(saved) ? saved : {};
  const join = (/** @type {string} */ prefix, /** @type {string} */ field) => readRecords(prefix).map((one) => toText(one[field]).trim()).filter(Boolean).join("\n");
  return { why: toText(typed.why).trim(), numbers: toText(typed.numbers).trim(), phone: toText(typed.phone).trim(),
    stories: join(STORY_PREFIX, "name"), promises: join(DEBRIEF_PREFIX, "promised"), theirs: join(DEBRIEF_PREFIX, "theirs") };
}

/** The dates of the steps; none without a plan; undefined when they did not load. @param {HTMLElement[]} articles @returns {Promise<Map<string, string> | undefined>} */
async function loadDates(articles) {
  const plan = readPlan(store);
  if (!articles.some((article) => article.querySelector("[data-due]")) || !(plan.date || plan.promised)) return new Map();
  return import("../plan/compute-plan.mjs").then(({ computeDueDates }) => computeDueDates(plan)).catch(() => undefined);
}

/** The guide and what ranks its questions, when a sheet for the room needs more than its page holds. @param {HTMLElement[]} articles */
async function loadGuide(articles) {
  const isNeeded = articles.some(({ dataset }) => dataset.format) && (hasAnswers(readPlan(store)) || store.recordNames("room").length);
  if (!isNeeded) return null;
  return Promise.all([import("../lib/api.mjs").then(({ fetchApi }) => fetchApi("plan")), import("../plan/likely-questions.mjs")]).then(([guide, { rankQuestions }]) => ({ guide, rankQuestions })).catch(() => undefined);
}

/** The titles of signs and competencies, when a sheet shows saved ones. @param {HTMLElement[]} articles @returns {Promise<any>} */
async function loadPractice(articles) {
  const prefixes = articles.map(({ dataset }) => ({ signs: signRecord(""), story: STORY_PREFIX })[dataset.saved ?? ""]);
  return prefixes.some((prefix) => prefix && store.recordNames(prefix).length) ? import("../lib/practice-data.mjs").then(({ fetchPractice }) => fetchPractice()).catch(() => undefined) : null;
}

/** What fills the scorecard and the decision, when a sheet is one of them. @param {HTMLElement[]} articles */
async function loadForms(articles) {
  const isNeeded = articles.some(({ dataset }) => ["signs", "scores"].includes(dataset.saved ?? ""));
  return isNeeded ? import("./saved-forms.mjs").catch(() => undefined) : null;
}
