/** Ten seconds of looking back: what I said, and how it felt. One tap on the feeling goes on. */
import { bulletList, h } from "../lib/dom.mjs";
import { questionRecord } from "../storage/saved-names.mjs";
import { practised, SAID } from "./practice-data.mjs";
import { example, folded, shape } from "./answer-aids.mjs";
import { reviewed } from "./spaced-repetition.mjs";
import { store } from "../storage/store.mjs";
import { stories, tagged } from "../stories/stories.mjs";

/** @typedef {import("./spaced-repetition.mjs").Feel} Feel */

/** @type {[Feel, string, string][]} */
const FEELS = [["hard", "Hard", "Comes back soon"], ["fine", "Fine", "It held"], ["solid", "Solid", "I could do it tired"]];

/** @param {import("./practice-data.mjs").Question} question @param {() => void} next @param {Node | string} takes what was recorded */
export function review(question, next, takes) {
  const ticks = SAID.map(([value, label]) => h("label", {}, h("input", { type: "checkbox", name: "said", value, autocomplete: "off" }), ` ${label}`));
  const said = h("fieldset", { className: "round-said" }, h("legend", {}, "I said …"), ...ticks);
  const story = storyChoice(question);
  /** @param {Feel} feel */
  const done = (feel) => {
    const chosen = /** @type {HTMLInputElement[]} */ ([...said.querySelectorAll("input:checked")]).map(({ value }) => value);
    store.setRecord(questionRecord(question.id), reviewed(practised(question), { feel, said: chosen }, new Date()));
    next();
  };
  const feels = FEELS.map(([feel, label, means]) => h("button", { type: "button", className: `feel feel--${feel}`, click: () => done(feel) }, h("strong", {}, label), h("span", {}, means)));
  return [said, ...story, h("div", { className: "feels", role: "group", "aria-label": "For me it was" }, ...feels),
    h("p", {}, h("button", { type: "button", className: "quiet-button", click: next }, "Skip this")), takes,
    h("div", { className: "round-aids" }, folded("What they listen for", bulletList(question.listens_for)), shape(question), example(question),
      folded("What sinks it", bulletList(question.sinks, "sinks")))];
}

/** Which story was told: the question is then tagged in it. @param {import("./practice-data.mjs").Question} question */
function storyChoice({ id }) {
  const all = stories(store.current.kept);
  if (!all.length) return [];
  const told = all.find((story) => story.questions.includes(id));
  const choose = h("select", { change: () => tagged(choose.value, id) },
    h("option", { value: "" }, "none of them"), ...all.map((story) => h("option", { value: story.id, selected: story === told }, story.name || "Without a name")));
  return [h("p", {}, h("label", {}, "The story I told: ", choose))];
}
