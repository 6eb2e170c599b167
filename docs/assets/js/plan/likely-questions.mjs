/**
 * What to expect: the questions that formats, people and line of work make likely, each with its reasons; and who a job
 * title probably is.
 *
 * @typedef {{ id: string, title: string, family: string, formats: string[], people: string[], fields?: string[], url: string }} Question
 * @typedef {{ id: string, title: string, likely: string[] }} Format
 * @typedef {{ id: string, title: string, also: string[] }} Person
 * @typedef {{ id: string, title: string, questions: { id: string, title: string }[], url: string }} Field
 * @typedef {{ formats: string[], people: { name: string, person: string }[], field: string }} Given
 * @typedef {{ id: string, title: string, url: string, family: string, score: number, reasons: string[] }} Ranked
 */

/** How much each reason counts. A format's own list of likely questions is an editor's choice, so it counts most. */
const LIKELY = 10;
const FORMAT = 2;
const PERSON = 4;
const NEXT_PERSON = 2;
const FIELD = 3;
const OTHER_FIELD = -4;
const OWN = 9;
const HARD = 3;
/** Each question of a family makes the next of it count less. */
const SAME_FAMILY = 2.5;
const MOST_OF_A_FAMILY = 4;

/**
 * The likeliest questions, no more than four of a family.
 * @param {{ questions: Question[], formats: Format[], people: Person[], fields: Field[] }} guide @param {Given} given
 * @param {number} [most] @param {(id: string) => boolean} [isHard] whether the reader found it hard
 * @returns {Ranked[]}
 */
export function ranked(guide, given, most = 15, isHard = () => false) {
  const field = guide.fields.find(({ id }) => id === given.field);
  const own = (field?.questions ?? []).map(({ id, title }, index) => ({
    id, title, url: `${field?.url}#${id}`, family: "own", score: OWN - index, reasons: [`Only ${inline(field?.title ?? "")} asks this`],
  }));
  const pool = [...guide.questions.map((question) => scored(question, guide, given, isHard(question.id))), ...own];
  /** @type {Ranked[]} */
  const chosen = [];
  /** @type {Map<string, number>} */
  const taken = new Map();
  const worth = (/** @type {Ranked} */ { score, family }) => score - SAME_FAMILY * (taken.get(family) ?? 0);
  while (chosen.length < most && pool.length) {
    const open = pool.filter(({ family }) => (taken.get(family) ?? 0) < MOST_OF_A_FAMILY);
    if (!open.length) break;
    const best = open.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    chosen.push(best);
    taken.set(best.family, (taken.get(best.family) ?? 0) + 1);
    pool.splice(pool.indexOf(best), 1);
  }
  return chosen;
}

/**
 * @param {Question} question @param {{ formats: Format[], people: Person[], fields: Field[] }} guide @param {Given} given
 * @param {boolean} hard @returns {Ranked}
 */
function scored({ id, title, url, family, formats, people, fields = [] }, guide, given, hard) {
  const chosen = guide.formats.filter((format) => given.formats.includes(format.id));
  const likely = chosen.filter((format) => format.likely.includes(id));
  const usual = chosen.filter((format) => formats.includes(format.id) && !likely.includes(format));
  const kinds = [...new Set(given.people.map(({ person }) => person))].filter((person) => people.includes(person));
  const fits = given.field && fields.includes(given.field);
  const score = sum(likely.map((format) => LIKELY - format.likely.indexOf(id))) + FORMAT * usual.length
    + (kinds.length ? PERSON + NEXT_PERSON * (kinds.length - 1) : 0)
    + (fits ? FIELD : given.field && fields.length ? OTHER_FIELD : 0) + (hard ? HARD : 0)
    // With nothing else to go by: what many ask in many formats.
    + (people.length + formats.length) / 20;
  const names = kinds.map((kind) => asker(kind, guide.people, given.people));
  const reasons = [
    likely.length && `Likely in ${listed(likely.map((format) => `“${format.title}”`))}`,
    !likely.length && usual.length && `Asked in ${listed(usual.map((format) => `“${format.title}”`))}`,
    names.length === 1 && `${names[0]} asks this`,
    names.length > 1 && `${listed(names)} ${names.length === 2 ? "both" : "all"} ask this`,
    fits && `Common in ${inline(guide.fields.find((one) => one.id === given.field)?.title ?? "")}`,
    hard && "You found it hard",
  ].filter((reason) => typeof reason === "string");
  return { id, title, url, family, score, reasons };
}

/** "Dana (hiring manager)", or "the hiring manager". @param {string} kind @param {Person[]} people @param {Given["people"]} met */
function asker(kind, people, met) {
  const title = inline(people.find(({ id }) => id === kind)?.title ?? kind);
  const names = met.filter(({ person, name }) => person === kind && name.trim()).map(({ name }) => name.trim());
  return names.length ? `${listed(names)} (${title})` : `the ${title}`;
}

/** A title within a sentence: its first letter small, unless it is an abbreviation. @param {string} title */
export const inline = (title) => (/^\p{Lu}(?!\p{Lu})/u.test(title) ? title[0].toLowerCase() + title.slice(1) : title);

/** "a, b and c". @param {string[]} words */
export const listed = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`);

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/**
 * Who a job title probably is, by the names each kind of person goes by; the longest name found decides.
 * @param {string} role @param {Person[]} people @returns {string} id of the person, or ""
 */
export function guess(role, people) {
  const text = ` ${normal(role)} `;
  const found = people.flatMap(({ id, title, also }) => [title, ...also].flatMap((name) => name.split(" or ")).map((name) => ({ id, name: normal(name) })))
    .filter(({ name }) => name && text.includes(` ${name} `));
  return found.reduce((best, one) => (one.name.length > best.name.length ? one : best), { id: "", name: "" }).id;
}

/** @param {string} text */
const normal = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
