/** Pieces of a round: the bar of an answer, what stays hidden until it is asked for, and the end. */
import { button, pluralize, h, siteUrl } from "../lib/dom.mjs";
import { readPlan } from "../plan/plan-data.mjs";
import { store } from "../storage/store.mjs";
import { practised, target } from "./practice-data.mjs";
import { chance } from "./question-picker.mjs";
import { dueOn } from "./spaced-repetition.mjs";

/** @typedef {import("./practice-data.mjs").Question} Question */

export const STAGES = ["think", "answer", "follow-0", "follow-1", "follow-2", "review"];
/** @type {Record<string, string>} */
export const NAMES = { think: "Think", answer: "Answer", "follow-0": "The probe", "follow-1": "Deeper", "follow-2": "The stress test", review: "Looking back", end: "The end" };

/** Somebody of the reader's panel who would ask this, or the kind of person who does. @param {Question} question @param {import("./practice-data.mjs").Person[]} people */
export function asker(question, people) {
  const random = chance(question.id);
  const known = readPlan(store).people.filter(({ person }) => question.people.includes(person));
  const one = known[Math.floor(random() * known.length)];
  const id = one?.person ?? question.people[Math.floor(random() * question.people.length)];
  const title = people.find((person) => person.id === id)?.title ?? "";
  return [one?.name, one?.role || title].filter(Boolean).join(", ");
}

/** @param {string} summary @param {...(Node | string)} content */
export const folded = (summary, ...content) => h("details", { className: "round-aid" }, h("summary", {}, summary), ...content);

/** The parts of an answer drawn by length; `reached(seconds)` fills them. @param {Question} question */
export function beatBar(question) {
  const parts = question.beats.map(({ seconds }) => {
    const fill = h("i");
    const part = h("span", {}, fill);
    part.style.flexGrow = String(seconds);
    return { part, fill, seconds };
  });
  const bar = h("div", { className: "beat-bar", "aria-hidden": "true" }, ...parts.map(({ part }) => part));
  bar.reached = (/** @type {number} */ seconds) => {
    bar.classList.toggle("is-over", seconds > target(question));
    for (const { fill, seconds: long } of parts) {
      fill.style.inlineSize = `${100 * Math.min(1, Math.max(0, seconds / long))}%`;
      seconds -= long;
    }
  };
  return bar;
}

/** @param {Question} question */
export const shape = (question) => folded("Show the shape of an answer",
  h("ol", { className: "beatlist" }, ...question.beats.map(({ name, say, seconds }) =>
    h("li", {}, h("strong", {}, name), " ", h("small", {}, `${seconds} s`), " ", h("span", {}, say)))));

/** @param {Question} question */
export const example = (question) => folded("Show a worked example", h("p", { className: "note" }, `An invented answer. ${question.example.who}:`),
  h("blockquote", { className: "say" }, question.example.text));

/** @param {import("./practice-data.mjs").FollowUp} followUp */
export const tests = (followUp) => folded("What is this after?", h("p", {}, followUp.tests));

/** What is shown while the browser asks for the microphone. @param {() => void} goOn */
export const waiting = (goOn) => [
  h("p", {}, "Your browser is asking whether this page may use your microphone. Recordings stay on this device."),
  h("p", { className: "choices" }, button("Go on without recording", goOn, { className: "big-button" })),
];

/** @param {string} day */
export const inWords = (day) => new Date(`${day}T12:00`).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });

/**
 * @param {import("./round-dialog.mjs").Guide} guide @param {import("./round-dialog.mjs").Round} round
 * @param {() => void} again @param {() => void} close
 */
export function ending({ questions }, { asked, rungs }, again, close) {
  const { date } = readPlan(store);
  const rows = asked.map(({ id, wording }) => {
    const question = /** @type {Question} */ (questions.find((one) => one.id === id));
    const record = practised(question);
    const due = dueOn(record, date);
    const said = [record?.feel ?? "", due ? `comes back on ${inWords(due)}` : ""].filter(Boolean).join(", ");
    return h("li", {}, h("a", { href: siteUrl(question.url) }, wording), " ", h("small", {}, said));
  });
  const partner = siteUrl(`practice/partner/?ids=${asked.map(({ id }) => id).join(",")}`);
  return [
    h("p", {}, `${pluralize(asked.length, "question")}${rungs ? ` and ${pluralize(rungs, "follow-up")}` : ""}, answered aloud. None of them is new to you any more.`),
    h("ul", { className: "links round-done" }, ...rows),
    h("p", { className: "choices" }, button("Another round", again, { className: "big-button" }), button("Close", close)),
    h("p", {}, h("a", { href: partner }, "The same questions for a friend in the other chair")),
  ];
}
