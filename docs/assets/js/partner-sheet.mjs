/** `<partner-sheet>`: the questions of a round for whoever asks them, from the ids in the address, with a sheet to tick. */
import { button, make, say } from "./dom.mjs";
import { FormKeeper } from "./form-keeper.mjs";
import { facts } from "./plan/facts.mjs";
import { store } from "./store.mjs";
import { practice, practised, target } from "./practice-data.mjs";
import { qrSvg, SCANNABLE } from "./qr.mjs";
import { SAID } from "./round-review.mjs";
import { clockTime } from "./clock.mjs";
import { listed } from "./round-parts.mjs";
import { pick } from "./round.mjs";

/** @typedef {import("./practice-data.mjs").Question} Question */

const COUNT = 5;
/** What the other chair can hear, in its own words. @type {Record<string, string>} */
const HEARD = { result: "what came of it", number: "a number", part: "their own part", learned: "what they learned" };

customElements.define("partner-sheet", class extends HTMLElement {
  /** @type {Question[]} */
  #all = [];

  async connectedCallback() {
    try {
      this.#all = (await practice()).questions;
      this.#draw(this.#questions());
    } catch {
      this.replaceChildren(make("p", { className: "trouble-note" }, "The questions could not be loaded. ", button("Try again", () => this.connectedCallback())));
    }
  }

  disconnectedCallback() {
    this.keeper?.remove();
  }

  /** The questions that the address names, else some that fit the plan. @returns {Question[]} */
  #questions() {
    const byId = new Map(this.#all.flatMap((question) => [question.id, ...(question.aliases ?? [])].map((id) => [id, question])));
    const asked = new URLSearchParams(location.search).get("ids")?.split(",").flatMap((id) => byId.get(id) ?? []) ?? [];
    if (asked.length) return [...new Set(asked)];
    const { formats, people, field } = facts(store);
    const choice = { formats, people: people.map(({ person }) => person).filter(Boolean), field, families: [], count: COUNT, minutes: 0, think: 0, seed: String(Math.random()) };
    return pick(this.#all, { ...choice, order: "mixed" }, practised).asked.map(({ id }) => /** @type {Question} */ (byId.get(id)));
  }

  /** @param {Question[]} questions */
  #draw(questions) {
    this.keeper?.remove();
    const address = new URL(`?ids=${questions.map(({ id }) => id).join(",")}`, location.href.split(/[?#]/)[0]).href;
    this.form = make("form", { className: "partner-form" }, ...questions.map((question, at) => page(question, at + 1)));
    this.replaceChildren(this.#share(address), this.form);
    this.keeper = new FormKeeper(this.form, "partner");
  }

  /** @param {string} address */
  #share(address) {
    const copy = button("Copy the link", async () => {
      const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
      if (!copied) { link.focus(); link.select(); }
      say(copied ? "Link copied." : "The link is selected: copy it.");
    });
    const link = make("input", { type: "text", readOnly: true, value: address, "aria-label": "Link to these questions", focus: () => link.select() });
    const code = address.length <= SCANNABLE ? [make("details", { className: "round-aid" }, make("summary", {}, "Open it on another phone"), make("div", { className: "code" }, qrSvg(address, "Code that holds the link to these questions")))] : [];
    return make("div", { className: "partner-share" },
      make("p", { className: "line-form" }, link, copy, button("Print", () => print()), button("Other questions", () => { history.replaceState(null, "", location.pathname); this.#draw(this.#questions()); say("Other questions."); })),
      make("p", { className: "note" }, "The link names the questions and nothing about you. Ticks stay in this browser."), ...code);
  }
});

/** @param {Question} question @param {number} number */
function page(question, number) {
  const tick = (/** @type {string} */ name, /** @type {Node | string} */ text) => make("label", {}, make("input", { type: "checkbox", name: `${question.id}.${name}` }), make("span", {}, text));
  return make("section", { className: "partner-question", "aria-labelledby": `ask-${question.id}` },
    make("h2", { id: `ask-${question.id}` }, `${number}. ${question.title}`),
    make("p", { className: "note" }, `Or: ${question.heard_as.map((line) => `“${line}”`).join(" ")} Stop listening at ${clockTime(2 * target(question))}; good answers take about ${clockTime(target(question))}.`),
    make("h3", {}, "Listen for"), listed(question.listens_for),
    make("h3", {}, "Then ask, one at a time"),
    make("ol", { className: "ladder" }, ...question.follow_ups.map(({ ask, tests }, at) => make("li", { className: `rung rung--${at + 1}` }, tick(`asked${at}`, make("strong", {}, ask)), make("span", { className: "rung-tests" }, tests)))),
    make("fieldset", { className: "partner-ticks" }, make("legend", {}, "I heard"), ...SAID.map(([name]) => tick(name, HEARD[name])), tick("believed", "I believed it")),
    make("p", {}, make("label", {}, "One thing to say afterwards ", make("textarea", { name: `${question.id}.say`, rows: 2 }))));
}
