/** Renders what to expect: likely questions with their reasons, the people, warning signs and pitfalls. */
import { h, siteUrl } from "../lib/dom.mjs";
import { questionRecord, STORY_PREFIX } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { rankQuestions } from "./likely-questions.mjs";
import { stripMarkdown } from "./messages.mjs";
import { updateMember } from "./plan-data.mjs";
import { link, richList } from "./view-helpers.mjs";

/** @typedef {import("./days-view.mjs").Context} Seen */

const SHOWN_QUESTIONS = 6;

/** @param {Seen} seen */
export function expectView({ plan, guide }) {
  const questions = rankQuestions(guide, plan, 15, isHard(guide));
  const chosen = guide.formats.filter((/** @type {any} */ { id }) => plan.formats.includes(id));
  const isSpecific = chosen.length || plan.people.some(({ person }) => person) || plan.field;
  return [
    h("h2", { id: "expect" }, "What to expect"),
    ...(isSpecific ? [] : [h("p", {}, "These come up in most second interviews. Choose the kind of interview and who you'll meet, and the list will fit yours.")]),
    questionList(questions.slice(0, SHOWN_QUESTIONS), 1),
    h("details", { id: "more-questions" }, h("summary", {}, `${questions.length - SHOWN_QUESTIONS} more questions`), questionList(questions.slice(SHOWN_QUESTIONS), SHOWN_QUESTIONS + 1)),
    ...panelMap(plan.people, guide),
    ...warnings(chosen, guide),
    ...readingList(plan, chosen, guide),
  ];
}

/** Whether the reader found a question hard in practice. @param {any} guide @returns {(id: string) => boolean} */
function isHard(guide) {
  const ids = new Map(guide.questions.map((/** @type {any} */ one) => [one.id, [one.id, ...(one.aliases ?? [])]]));
  return (id) => (ids.get(id) ?? []).some((/** @type {string} */ name) => store.getRecord(questionRecord(name))?.feel === "hard");
}

/** @param {import("./likely-questions.mjs").RankedQuestion[]} questions @param {number} start */
const questionList = (questions, start) => h("ol", { className: "likely", start },
  ...questions.map(({ title, url, reasons }) => h("li", {}, link(siteUrl(url), title), ...(reasons.length ? [h("p", { className: "note" }, `${reasons.join(". ")}.`)] : []))));

/** A card for each person, with a question to ask and a field for a story. @param {import("./plan-data.mjs").PanelMember[]} people @param {any} guide */
function panelMap(people, guide) {
  const kinds = new Map(guide.people.map((/** @type {any} */ one) => [one.id, one]));
  const asks = new Map(guide.asks.map((/** @type {any} */ one) => [one.id, one]));
  /** @type {Set<string>} */
  const used = new Set();
  const cards = people.filter(({ person, name, role }) => person || name.trim() || role.trim()).map((met) => {
    const kind = kinds.get(met.person);
    // Each person gets a different question.
    const ask = kind?.asks.find((/** @type {string} */ id) => asks.has(id) && !used.has(id));
    if (ask) used.add(ask);
    return h("li", { className: "met-card" },
      h("h4", {}, met.name.trim() || kind?.title || met.role),
      h("p", { className: "note" }, [met.role.trim(), kind?.title].filter(Boolean).join(" · "), kind ? "" : " Choose their role for you in the form, and this card fills itself in."),
      ...(kind ? [h("dl", {},
        definition("What they judge", ...kind.judges.slice(0, 2).map(stripMarkdown)), definition("What they may worry about", stripMarkdown(kind.fears[0])),
        definition("Start with", stripMarkdown(kind.opening)), definition("Ask them", link(siteUrl(asks.get(ask)?.url ?? kind.url), asks.get(ask)?.title ?? "What to ask")),
        definition("Avoid", stripMarkdown(kind.pitfalls[0])))] : []),
      storyField(met));
  });
  return cards.length ? [h("h3", { id: "people" }, "Who you'll meet"), h("ul", { className: "met-cards" }, ...cards)] : [];
}

/** @param {string} term @param {...(Node | string)} words */
const definition = (term, ...words) => h("div", {}, h("dt", {}, term), ...words.map((word) => h("dd", {}, word)));

/** @param {import("./plan-data.mjs").PanelMember} met */
function storyField({ id, name, role, story }) {
  const listId = `stories-${id}`;
  const field = h("input", { type: "text", id: `story-for-${id}`, value: story, maxLength: 300, autocomplete: "off", placeholder: "In three words",
    change: () => updateMember(store, "people", id, { story: field.value }) });
  field.setAttribute("list", listId);
  return h("label", { className: "field" }, `My story for ${name.trim() || role.trim() || "this person"} `, field,
    h("datalist", { id: listId }, ...storyNames().map((value) => h("option", { value }))));
}

/** The names of the saved stories. @returns {string[]} */
export function storyNames() {
  return store.recordNames(STORY_PREFIX).map((name) => store.getRecord(name)).map((one) => [one?.name, one?.title].find((text) => typeof text === "string" && text.trim())).filter((text) => text !== undefined);
}

/** Links to the pages of the formats, people and line of work. @param {Seen["plan"]} plan @param {any[]} formats @param {any} guide */
function readingList(plan, formats, guide) {
  const personIds = plan.people.length ? plan.people.map(({ person }) => person) : formats.flatMap(({ people }) => people.slice(0, 4));
  const people = guide.people.filter((/** @type {any} */ { id }) => personIds.includes(id));
  const pages = [...formats, ...people, ...guide.fields.filter((/** @type {any} */ { id }) => id === plan.field)];
  return pages.length ? [h("section", { className: "plan-read" }, h("h3", {}, "Read next"), richList("links", pages.map(({ title, url }) => [link(siteUrl(url), title)])))] : [];
}

/** Red flags and pitfalls of the formats. @param {any[]} formats @param {any} guide */
function warnings(formats, guide) {
  if (!formats.length) return [];
  const flags = new Set(formats.flatMap(({ red_flags }) => red_flags.slice(0, 4)));
  const flagged = guide.red_flags.filter((/** @type {any} */ { id }) => flags.has(id)).slice(0, 8);
  return [h("div", { className: "two" },
    h("section", {}, h("h3", {}, "Signs to watch for"), richList("links", flagged.map((/** @type {any} */ { title, url, signal }) => [link(siteUrl(url), title), signal === "health" ? " (a good sign)" : ""]))),
    h("section", {}, h("h3", {}, "Mistakes that can cost you this interview"), richList("sinks", formats.flatMap(({ pitfalls }) => pitfalls.slice(0, 2).map((/** @type {string} */ text) => [stripMarkdown(text)])))))];
}
