/** What to expect: the likely questions with their reasons, the people, the signs and the pitfalls. */
import { h, siteUrl } from "../lib/dom.mjs";
import { questionRecord, STORY_PREFIX } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { bullets, link } from "./view-helpers.mjs";
import { amendOne } from "./plan-data.mjs";
import { plain } from "./messages.mjs";
import { ranked } from "./likely-questions.mjs";

/** @typedef {import("./days-view.mjs").Seen} Seen */

const FIRST = 6;

/** @param {Seen} seen */
export function expectView({ facts, guide }) {
  const questions = ranked(guide, facts, 15, isHard(guide));
  const chosen = guide.formats.filter((/** @type {any} */ { id }) => facts.formats.includes(id));
  const given = chosen.length || facts.people.some(({ person }) => person) || facts.field;
  return [
    h("h2", { id: "expect" }, "What to expect"),
    ...(given ? [] : [h("p", {}, "Asked in most second interviews. Say what awaits you, or whom you meet, and they become yours.")]),
    questionList(questions.slice(0, FIRST), 1),
    h("details", { id: "more-questions" }, h("summary", {}, `${questions.length - FIRST} more`), questionList(questions.slice(FIRST), FIRST + 1)),
    ...panelMap(facts.people, guide),
    ...watch(chosen, guide),
    ...reading(facts, chosen, guide),
  ];
}

/** What the reader found hard when practising. @param {any} guide @returns {(id: string) => boolean} */
function isHard(guide) {
  const ids = new Map(guide.questions.map((/** @type {any} */ one) => [one.id, [one.id, ...(one.aliases ?? [])]]));
  return (id) => (ids.get(id) ?? []).some((/** @type {string} */ name) => store.getRecord(questionRecord(name))?.feel === "hard");
}

/** @param {import("./likely-questions.mjs").Ranked[]} questions @param {number} start */
const questionList = (questions, start) => h("ol", { className: "likely", start },
  ...questions.map(({ title, url, reasons }) => h("li", {}, link(siteUrl(url), title), h("p", { className: "note" }, reasons.join("; ")))));

/** Who they are, what they weigh, and what you have for each. @param {import("./plan-data.mjs").Met[]} people @param {any} guide */
function panelMap(people, guide) {
  const kinds = new Map(guide.people.map((/** @type {any} */ one) => [one.id, one]));
  const asks = new Map(guide.asks.map((/** @type {any} */ one) => [one.id, one]));
  /** @type {Set<string>} */
  const used = new Set();
  const cards = people.filter(({ person, name, role }) => person || name.trim() || role.trim()).map((met) => {
    const kind = kinds.get(met.person);
    // Two people who compare notes should not have heard the same question.
    const ask = kind?.asks.find((/** @type {string} */ id) => asks.has(id) && !used.has(id));
    if (ask) used.add(ask);
    return h("li", { className: "met-card" },
      h("h4", {}, met.name.trim() || kind?.title || met.role),
      h("p", { className: "note" }, [met.role.trim(), kind?.title].filter(Boolean).join(" · "), kind ? "" : " Say who it is for you, and this card fills itself."),
      ...(kind ? [h("dl", {},
        row("Judges", ...kind.judges.slice(0, 2).map(plain)), row("May fear", plain(kind.fears[0])),
        row("Open with", plain(kind.opening)), row("Ask", link(siteUrl(asks.get(ask)?.url ?? kind.url), asks.get(ask)?.title ?? "What to ask")),
        row("Avoid", plain(kind.pitfalls[0])))] : []),
      storyField(met));
  });
  return cards.length ? [h("h3", { id: "people" }, "Whom you meet"), h("ul", { className: "met-cards" }, ...cards)] : [];
}

/** @param {string} term @param {...(Node | string)} words */
const row = (term, ...words) => h("div", {}, h("dt", {}, term), ...words.map((word) => h("dd", {}, word)));

/** @param {import("./plan-data.mjs").Met} met */
function storyField({ id, name, role, story }) {
  const listId = `stories-${id}`;
  const field = h("input", { type: "text", id: `story-for-${id}`, value: story, maxLength: 300, autocomplete: "off", placeholder: "In three words",
    change: () => amendOne(store, "people", id, { story: field.value }) });
  field.setAttribute("list", listId);
  return h("label", { className: "field" }, `My story for ${name.trim() || role.trim() || "them"} `, field,
    h("datalist", { id: listId }, ...stories().map((value) => h("option", { value }))));
}

/** The names of the stories the reader keeps. @returns {string[]} */
export function stories() {
  return store.recordNames(STORY_PREFIX).map((name) => store.getRecord(name)).map((one) => [one?.name, one?.title].find((text) => typeof text === "string" && text.trim())).filter((text) => text !== undefined);
}

/** The pages that say more. @param {Seen["facts"]} facts @param {any[]} formats @param {any} guide */
function reading(facts, formats, guide) {
  const met = facts.people.length ? facts.people.map(({ person }) => person) : formats.flatMap(({ people }) => people.slice(0, 4));
  const people = guide.people.filter((/** @type {any} */ { id }) => met.includes(id));
  const pages = [...formats, ...people, ...guide.fields.filter((/** @type {any} */ { id }) => id === facts.field)];
  return pages.length ? [h("section", { className: "plan-read" }, h("h3", {}, "To read"), bullets("links", pages.map(({ title, url }) => [link(siteUrl(url), title)])))] : [];
}

/** @param {any[]} formats @param {any} guide */
function watch(formats, guide) {
  if (!formats.length) return [];
  const flags = new Set(formats.flatMap(({ red_flags }) => red_flags.slice(0, 4)));
  const found = guide.red_flags.filter((/** @type {any} */ { id }) => flags.has(id)).slice(0, 8);
  return [h("div", { className: "two" },
    h("section", {}, h("h3", {}, "Watch for"), bullets("links", found.map((/** @type {any} */ { title, url, signal }) => [link(siteUrl(url), title), signal === "health" ? " (a good sign)" : ""]))),
    h("section", {}, h("h3", {}, "What costs people this"), bullets("sinks", formats.flatMap(({ pitfalls }) => pitfalls.slice(0, 2).map((/** @type {string} */ text) => [plain(text)])))))];
}
