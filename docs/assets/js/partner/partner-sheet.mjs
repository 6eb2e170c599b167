/** `<partner-sheet>` shows the questions of a round for the person who asks them, with boxes to tick. The address has their ids. */
import { BaseElement } from "../lib/base-element.mjs";
import { announce, bulletList, button, copyText, h, retryNotice, showResult } from "../lib/dom.mjs";
import { fetchCards, fetchQuestions, REVIEW_POINTS, targetSeconds } from "../lib/practice-data.mjs";
import { formatSeconds } from "../lib/stopwatch.mjs";
import { readPlanFilters } from "../plan/plan-filters.mjs";
import { readPracticeRecord } from "../practice/practice-record.mjs";
import { pickQuestions } from "../practice/question-picker.mjs";
import { FormAutosave } from "../storage/form-autosave.mjs";
import { renderNotices } from "../storage/notices.mjs";
import { PARTNER_FORM } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";

/** @typedef {import("../lib/practice-data.mjs").Question} Question */

/** With their follow-ups, they take half an hour. */
const COUNT = 4;
/** Labels of the review points for the person who asks. @type {Record<string, string>} */
const LABELS = { result: "the result", number: "a number", part: "their own part", learned: "what they learned" };

customElements.define("partner-sheet", class extends BaseElement {
  trouble = h("div", { role: "status" });

  /** @param {string} [search] the query of the address */
  async setup(search = location.search) {
    try {
      this.#draw(await fetchQuestions(chooseQuestions(await fetchCards(), new URLSearchParams(search).get("ids")?.split(",") ?? [])));
    } catch {
      this.replaceChildren(retryNotice("The questions didn't load. Check your connection, then try again.", () => this.setup()));
    }
  }

  subscribe() {
    this.listen(store, "change", () => renderNotices(this.trouble));
  }

  teardown() {
    this.autosave?.disconnect();
  }

  /** @param {Question[]} all */
  #draw(all) {
    this.autosave?.disconnect();
    const address = new URL(`?ids=${all.map(({ id }) => id).join(",")}`, location.href.split(/[?#]/)[0]).href;
    const form = h("form", { className: "partner-form" }, ...all.map((question, at) => questionSection(question, at + 1)));
    this.replaceChildren(this.#share(address), this.trouble, form);
    renderNotices(this.trouble);
    this.autosave = new FormAutosave(form, PARTNER_FORM);
  }

  /** @param {string} address */
  #share(address) {
    const copy = button("Copy the link", async () => {
      const isCopied = await copyText(address);
      if (!isCopied) { link.focus(); link.select(); }
      showResult(copy, isCopied ? "Link copied" : "It's selected, so you can copy it");
    });
    const link = h("input", { type: "text", readOnly: true, value: address, "aria-label": "Link to these questions", focus: () => link.select() });
    const code = h("div", { className: "code" });
    const draw = async () => {
      const { qrSvg, SCANNABLE } = await import("../lib/qr-code.mjs");
      code.replaceChildren(address.length > SCANNABLE ? "Send the link instead: it's too long for a QR code." : qrSvg(address, "QR code of the link to these questions"));
    };
    return h("div", { className: "partner-share" },
      h("p", { className: "line-form" }, link, copy, button("Print", () => print()), button("Show other questions", async () => { history.replaceState(null, "", location.pathname); await this.setup(""); announce("Here are some other questions."); })),
      h("p", { className: "note" }, "The link contains the questions and nothing about you. Checkmarks stay in this browser."),
      h("details", { toggle: draw }, h("summary", {}, "Open it on another phone"), code));
  }
});

/** The ids in the address, or else of questions that fit the plan. @param {import("../lib/practice-data.mjs").Card[]} all @param {string[]} ids */
function chooseQuestions(all, ids) {
  const byId = new Map(all.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id])));
  const known = new Set(ids.flatMap((name) => byId.get(name) ?? []));
  if (known.size) return [...known];
  const options = { ...readPlanFilters(store), families: [], count: COUNT, minutes: 0, think: 0, seed: String(Math.random()) };
  return pickQuestions(all, { ...options, order: "mixed" }, readPracticeRecord).asked;
}

/** @param {Question} question @param {number} number */
function questionSection(question, number) {
  const tick = (/** @type {string} */ name, /** @type {Node | string} */ text) => h("label", {}, h("input", { type: "checkbox", name: `${question.id}.${name}` }), h("span", {}, text));
  return h("section", { className: "partner-question", "aria-labelledby": `ask-${question.id}` },
    h("h2", { id: `ask-${question.id}` }, `${number}. ${question.title}`),
    h("p", { className: "note" }, `You can also ask: ${question.heard_as.map((line) => `“${line}”`).join(" ")} A good answer takes about ${formatSeconds(targetSeconds(question))}. Stop them at ${formatSeconds(2 * targetSeconds(question))}.`),
    h("h3", {}, "Listen for"), bulletList(question.listens_for),
    h("h3", {}, "Then ask, one at a time"),
    h("ol", { className: "ladder" }, ...question.follow_ups.map(({ ask, tests }, at) => h("li", { className: `rung rung--${at + 1}` }, tick(`asked${at}`, h("strong", {}, ask)), h("span", { className: "rung-tests" }, tests)))),
    h("fieldset", { className: "partner-ticks" }, h("legend", {}, "I heard"), ...REVIEW_POINTS.map(([name]) => tick(name, LABELS[name])), tick("believed", "I believed it")),
    h("p", {}, h("label", {}, "One thing to tell them afterward ", h("textarea", { name: `${question.id}.say`, rows: 2 }))));
}
