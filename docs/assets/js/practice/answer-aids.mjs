/** Parts of the round dialog: the asker, the outline of an answer, collapsible aids, the permission prompt and the summary. */
import { button, h, pluralize, siteUrl } from "../lib/dom.mjs";
import { targetSeconds } from "../lib/practice-data.mjs";
import { formatDate } from "../plan/dates.mjs";
import { readPlan } from "../plan/plan-data.mjs";
import { store } from "../storage/store.mjs";
import { readPracticeRecord } from "./practice-record.mjs";
import { seededRandom } from "./question-picker.mjs";
import { nextDueDate } from "./spaced-repetition.mjs";

/** @typedef {import("../lib/practice-data.mjs").Question} Question */

export const STAGES = ["think", "answer", "follow-0", "follow-1", "follow-2", "review"];
/** @type {Record<string, string>} */
export const STAGE_NAMES = { think: "Think", answer: "Answer", "follow-0": "First follow-up", "follow-1": "Second follow-up", "follow-2": "Third follow-up", review: "Review", end: "Done" };

/** A person of the panel who would ask this, or else a kind of person who does. @param {Question} question @param {import("../lib/practice-data.mjs").Person[]} people */
export function describeAsker(question, people) {
  const random = seededRandom(question.id);
  const members = readPlan(store).people.filter(({ person }) => question.people.includes(person));
  const member = members[Math.floor(random() * members.length)];
  const id = member?.person ?? question.people[Math.floor(random() * question.people.length)];
  const title = people.find((person) => person.id === id)?.title ?? "";
  return [member?.name, member?.role || title].filter(Boolean).join(", ");
}

/** @param {string} summary @param {...(Node | string)} content */
export const collapsible = (summary, ...content) => h("details", { className: "round-aid" }, h("summary", {}, summary), ...content);

/** A bar with the parts of an answer by length. `setElapsed(seconds)` fills it. @param {Question} question */
export function outlineBar(question) {
  const parts = question.beats.map(({ seconds }) => {
    const fill = h("i");
    const part = h("span", {}, fill);
    part.style.flexGrow = String(seconds);
    return { part, fill, seconds };
  });
  const bar = h("div", { className: "beat-bar", "aria-hidden": "true" }, ...parts.map(({ part }) => part));
  bar.setElapsed = (/** @type {number} */ seconds) => {
    bar.classList.toggle("is-over", seconds > targetSeconds(question));
    for (const { fill, seconds: length } of parts) {
      fill.style.inlineSize = `${100 * Math.min(1, Math.max(0, seconds / length))}%`;
      seconds -= length;
    }
  };
  return bar;
}

/** @param {Question} question */
export const answerOutline = (question) => collapsible("Show an outline of an answer",
  h("ol", { className: "beatlist" }, ...question.beats.map(({ name, say, seconds }) =>
    h("li", {}, h("strong", {}, name), " ", h("small", {}, `${seconds} s`), " ", h("span", {}, say)))));

/** @param {Question} question */
export const workedExample = (question) => collapsible("Show an example answer", h("p", { className: "note" }, `An invented example. ${question.example.who}:`),
  h("blockquote", { className: "say" }, question.example.text));

/** @param {import("../lib/practice-data.mjs").FollowUp} followUp */
export const followUpPurpose = (followUp) => collapsible("Why do they ask this?", h("p", {}, followUp.tests));

/** Shown while the browser asks for permission to use the microphone. @param {() => void} skip */
export const permissionPrompt = (skip) => [
  h("p", {}, "Your browser is asking whether this page may use your microphone. Recordings stay on this device."),
  h("p", { className: "choices" }, button("Continue without recording", skip, { className: "big-button" })),
];

/**
 * The end of a round: when each question is due again, and what to do next.
 * @param {import("./round-dialog.mjs").RoundData} guide @param {import("./round-dialog.mjs").Round} round
 * @param {() => void} again @param {() => void} close
 */
export function roundSummary({ questions }, { asked, rungs }, again, close) {
  const { date } = readPlan(store);
  const rows = asked.map(({ id, wording }) => {
    const question = /** @type {Question} */ (questions.find((one) => one.id === id));
    const record = readPracticeRecord(question);
    const due = nextDueDate(record, date);
    const said = [record?.feel ?? "", due ? `due again on ${formatDate(due)}` : ""].filter(Boolean).join(", ");
    return h("li", {}, h("a", { href: siteUrl(question.url) }, wording), " ", h("small", {}, said));
  });
  const partner = siteUrl(`practice/partner/?ids=${asked.map(({ id }) => id).join(",")}`);
  return [
    h("p", {}, `${pluralize(asked.length, "question")}${rungs ? ` and ${pluralize(rungs, "follow-up")}` : ""}, answered aloud. None of them can surprise you now.`),
    h("ul", { className: "links round-done" }, ...rows),
    h("p", { className: "choices" }, button("Another round", again, { className: "big-button" }), button("Close", close)),
    h("p", {}, h("a", { href: partner }, "Send the same questions to a practice partner")),
  ];
}
