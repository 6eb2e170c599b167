/** The review after a question: what the answer had, how it felt, and which story was told. Shown by the round dialog. */
import { bulletList, h } from "../lib/dom.mjs";
import { REVIEW_POINTS } from "../lib/practice-data.mjs";
import { questionRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { readStories, storyTitle, tagQuestion } from "../stories/stories.mjs";
import { answerOutline, collapsible, workedExample } from "./answer-aids.mjs";
import { readPracticeRecord } from "./practice-record.mjs";
import { withReview } from "./spaced-repetition.mjs";

/** @typedef {import("./spaced-repetition.mjs").Feel} Feel */

/** @type {[Feel, string, string][]} */
const FEELS = [["hard", "Hard", "Ask me again soon"], ["fine", "Fine", "It worked"], ["solid", "Solid", "I could do it half asleep"]];

/** @param {import("../lib/practice-data.mjs").Question} question @param {() => void} next @param {Node | string} takes of the answers */
export function reviewStep(question, next, takes) {
  const ticks = REVIEW_POINTS.map(([value, label]) => h("label", {}, h("input", { type: "checkbox", name: "said", value, autocomplete: "off" }), ` ${label}`));
  const points = h("fieldset", { className: "round-said" }, h("legend", {}, "I said …"), ...ticks);
  const story = storySelect(question);
  /** @param {Feel} feel */
  const save = (feel) => {
    const chosen = /** @type {HTMLInputElement[]} */ ([...points.querySelectorAll("input:checked")]).map(({ value }) => value);
    store.setRecord(questionRecord(question.id), withReview(readPracticeRecord(question), { feel, said: chosen }, new Date()));
    next();
  };
  const feels = FEELS.map(([feel, label, means]) => h("button", { type: "button", className: `feel feel--${feel}`, click: () => save(feel) }, h("strong", {}, label), h("span", {}, means)));
  return [points, ...story, h("div", { className: "feels", role: "group", "aria-label": "How did it feel?" }, ...feels),
    h("p", {}, h("button", { type: "button", className: "quiet-button", click: next }, "Skip this")), takes,
    h("div", { className: "round-aids" }, collapsible("What they listen for", bulletList(question.listens_for)), answerOutline(question), workedExample(question),
      collapsible("What sinks your answer", bulletList(question.sinks, "sinks")))];
}

/** A select for the story that was told, which is then tagged with the question. @param {import("../lib/practice-data.mjs").Question} question */
function storySelect({ id }) {
  const all = readStories(store.current.kept);
  if (!all.length) return [];
  const tagged = all.find((story) => story.questions.includes(id));
  const choose = h("select", { change: () => tagQuestion(choose.value, id) },
    h("option", { value: "" }, "none of them"), ...all.map((story) => h("option", { value: story.id, selected: story === tagged }, storyTitle(story))));
  return [h("p", {}, h("label", {}, "The story I told: ", choose))];
}
