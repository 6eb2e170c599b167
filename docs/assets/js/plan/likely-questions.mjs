/**
 * Ranks the questions that are likely for the formats, people and line of work of an interview, with reasons; and guesses
 * the kind of person from a job title. Used by the plan and its printed sheet.
 *
 * @typedef {{ id: string, title: string, family: string, formats: string[], people: string[], fields?: string[], url: string }} Question
 * @typedef {{ id: string, title: string, likely: string[] }} Format
 * @typedef {{ id: string, title: string, also: string[] }} Person
 * @typedef {{ id: string, title: string, questions: { id: string, title: string }[], url: string }} Field
 * @typedef {{ formats: string[], people: { name: string, person: string }[], field: string }} Answers
 * @typedef {{ id: string, title: string, url: string, family: string, score: number, reasons: string[] }} RankedQuestion
 */

import { joinWords } from "../lib/words.mjs";

/** Scores of the reasons. The list of likely questions of a format is an editor's choice, so it counts most. */
const LIKELY = 10;
const FORMAT = 2;
const PERSON = 4;
const NEXT_PERSON = 2;
const FIELD = 3;
const OTHER_FIELD = -4;
const OWN = 9;
const HARD = 3;
/** Penalty for each question of the same family that was chosen already. */
const SAME_FAMILY = 2.5;
const MAX_OF_FAMILY = 4;

/**
 * The most likely questions, with at most MAX_OF_FAMILY of each family.
 * @param {{ questions: Question[], formats: Format[], people: Person[], fields: Field[] }} guide @param {Answers} answers
 * @param {number} [most] @param {(id: string) => boolean} [isHard] whether the reader found it hard
 * @returns {RankedQuestion[]}
 */
export function rankQuestions(guide, answers, most = 15, isHard = () => false) {
  const field = guide.fields.find(({ id }) => id === answers.field);
  const own = (field?.questions ?? []).map(({ id, title }, index) => ({
    id, title, url: `${field?.url}#${id}`, family: "own", score: OWN - index, reasons: [`Asked only in ${lowerFirst(field?.title ?? "")}`],
  }));
  const pool = [...guide.questions.map((question) => scoreQuestion(question, guide, answers, isHard(question.id))), ...own];
  /** @type {RankedQuestion[]} */
  const chosen = [];
  /** @type {Map<string, number>} */
  const familyCounts = new Map();
  const adjusted = (/** @type {RankedQuestion} */ { score, family }) => score - SAME_FAMILY * (familyCounts.get(family) ?? 0);
  while (chosen.length < most && pool.length) {
    const open = pool.filter(({ family }) => (familyCounts.get(family) ?? 0) < MAX_OF_FAMILY);
    if (!open.length) break;
    const best = open.reduce((a, b) => (adjusted(b) > adjusted(a) ? b : a));
    chosen.push(best);
    familyCounts.set(best.family, (familyCounts.get(best.family) ?? 0) + 1);
    pool.splice(pool.indexOf(best), 1);
  }
  return chosen;
}

/**
 * @param {Question} question @param {{ formats: Format[], people: Person[], fields: Field[] }} guide @param {Answers} answers
 * @param {boolean} hard @returns {RankedQuestion}
 */
function scoreQuestion({ id, title, url, family, formats, people, fields = [] }, guide, answers, hard) {
  const chosen = guide.formats.filter((format) => answers.formats.includes(format.id));
  const likely = chosen.filter((format) => format.likely.includes(id));
  const possible = chosen.filter((format) => formats.includes(format.id) && !likely.includes(format));
  const kinds = [...new Set(answers.people.map(({ person }) => person))].filter((person) => people.includes(person));
  const isFieldMatch = Boolean(answers.field) && fields.includes(answers.field);
  const score = sum(likely.map((format) => LIKELY - format.likely.indexOf(id))) + FORMAT * possible.length
    + (kinds.length ? PERSON + NEXT_PERSON * (kinds.length - 1) : 0)
    + (isFieldMatch ? FIELD : answers.field && fields.length ? OTHER_FIELD : 0) + (hard ? HARD : 0)
    // The tie-break: questions of many people in many formats.
    + (people.length + formats.length) / 20;
  const names = kinds.map((kind) => describeAsker(kind, guide.people, answers.people));
  const reasons = [
    likely.length && `Likely in ${joinWords(likely.map((format) => `“${format.title}”`))}`,
    !likely.length && possible.length && `Can come up in ${joinWords(possible.map((format) => `“${format.title}”`))}`,
    names.length === 1 && `${upperFirst(names[0])} often asks this`,
    names.length > 1 && `${upperFirst(joinWords(names))} often ask this`,
    isFieldMatch && `Common in ${lowerFirst(guide.fields.find((one) => one.id === answers.field)?.title ?? "")}`,
    hard && "You found it hard in practice",
  ].filter((reason) => typeof reason === "string");
  return { id, title, url, family, score, reasons };
}

/** "Dana (hiring manager)", or "the hiring manager". @param {string} kind @param {Person[]} people @param {Answers["people"]} met */
function describeAsker(kind, people, met) {
  const title = lowerFirst(people.find(({ id }) => id === kind)?.title ?? kind);
  const names = met.filter(({ person, name }) => person === kind && name.trim()).map(({ name }) => name.trim());
  return names.length ? `${joinWords(names)} (${title})` : `the ${title}`;
}

/** A title for the middle of a sentence: its first letter in lower case, unless it is an abbreviation. @param {string} title */
const lowerFirst = (title) => (/^\p{Lu}(?!\p{Lu})/u.test(title) ? title[0].toLowerCase() + title.slice(1) : title);

/** @param {string} text */
const upperFirst = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/**
 * Guess the kind of person from a job title: the longest of their names that it contains decides.
 * @param {string} role @param {Person[]} people @returns {string} id of the person, or ""
 */
export function guessPerson(role, people) {
  const text = ` ${normalizeTitle(role)} `;
  const matches = people.flatMap(({ id, title, also }) => [title, ...also].flatMap((name) => name.split(" or ")).map((name) => ({ id, name: normalizeTitle(name) })))
    .filter(({ name }) => name && text.includes(` ${name} `));
  return matches.reduce((best, one) => (one.name.length > best.name.length ? one : best), { id: "", name: "" }).id;
}

/** @param {string} text */
const normalizeTitle = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
