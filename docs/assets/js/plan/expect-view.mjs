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
    ...(isSpecific ? [] : [h("p", {}, "Asked in most second interviews. Say what awaits you, or whom you meet, and they become yours.")]),
    questionList(questions.slice(0, SHOWN_QUESTIONS), 1),
    h("details", { id: "more-questions" }, h("summary", {}, `${questions.length - SHOWN_QUESTIONS} more`), questionList(questions.slice(SHOWN_QUESTIONS), SHOWN_QUESTIONS + 1)),
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
  ...questions.map(({ title, url, reasons }) => h("li", {}, link(siteUrl(url), title), h("p", { className: "note" }, reasons.join("; ")))));

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
      h("p", { className: "note" }, [met.role.trim(), kind?.title].filter(Boolean).join(" · "), kind ? "" : " Say who it is for you, and this card fills itself."),
      ...(kind ? [h("dl", {},
        definition("Judges", ...kind.judges.slice(0, 2).map(stripMarkdown)), definition("May fear", stripMarkdown(kind.fears[0])),
        definition("Open with", stripMarkdown(kind.opening)), definition("Ask", link(siteUrl(asks.get(ask)?.url ?? kind.url), asks.get(ask)?.title ?? "What to ask")),
        definition("Avoid", stripMarkdown(kind.pitfalls[0])))] : []),
      storyField(met));
  });
  return cards.length ? [h("h3", { id: "people" }, "Whom you meet"), h("ul", { className: "met-cards" }, ...cards)] : [];
}

/** @param {string} term @param {...(Node | string)} words */
const definition = (term, ...words) => h("div", {}, h("dt", {}, term), ...words.map((word) => h("dd", {}, word)));

/** @param {import("./plan-data.mjs").PanelMember} met */
function storyField({ id, name, role, story }) {
  const listId = `stories-${id}`;
  const field = h("input", { type: "text", id: `story-for-${id}`, value: story, maxLength: 300, autocomplete: "off", placeholder: "In three words",
    change: () => updateMember(store, "people", id, { story: field.value }) });
  field.setAttribute("list", listId);
  return h("label", { className: "field" }, `My story for ${name.trim() || role.trim() || "them"} `, field,
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
  return pages.length ? [h("section", { className: "plan-read" }, h("h3", {}, "To read"), richList("links", pages.map(({ title, url }) => [link(siteUrl(url), title)])))] : [];
}

/** Red flags and pitfalls of the formats. @param {any[]} formats @param {any} guide */
function warnings(formats, guide) {
  if (!formats.length) return [];
  const flags = new Set(formats.flatMap(({ red_flags }) => red_flags.slice(0, 4)));
  const flagged = guide.red_flags.filter((/** @type {any} */ { id }) => flags.has(id)).slice(0, 8);
  return [h("div", { className: "two" },
    h("section", {}, h("h3", {}, "Watch for"), richList("links", flagged.map((/** @type {any} */ { title, url, signal }) => [link(siteUrl(url), title), signal === "health" ? " (a good sign)" : ""]))),
    h("section", {}, h("h3", {}, "What costs people this"), richList("sinks", formats.flatMap(({ pitfalls }) => pitfalls.slice(0, 2).map((/** @type {string} */ text) => [stripMarkdown(text)])))))];
}
