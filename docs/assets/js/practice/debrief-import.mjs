/** `<debrief-import>` takes the debrief that an assistant wrote, and shows what it would add before anything is saved. */
import { BaseElement } from "../lib/base-element.mjs";
import { bulletList, button, h } from "../lib/dom.mjs";
import { randomId } from "../lib/random-id.mjs";
import { store } from "../storage/store.mjs";

customElements.define("debrief-import", class extends BaseElement {
  setup() {
    this.text = h("textarea", { id: "debrief-text", rows: 6, className: "prompt-text", spellcheck: false });
    this.result = h("div", { className: "result", role: "status" });
    this.replaceChildren(h("p", {}, h("label", { for: "debrief-text" }, "The JSON from your assistant")), this.text,
      h("p", {}, button("Show what it would add", () => this.#preview())), this.result, h("undo-bar", { hidden: true }));
  }

  async #preview() {
    const { value } = this.text;
    try {
      const [{ debriefRecords, parseDebrief }, { importPreview }, { fetchQuestions }, cards] = await Promise.all([
        import("./debrief.mjs"), import("../my-data/import-preview.mjs"), import("../lib/practice-data.mjs"), import("../lib/practice-data.mjs").then(({ fetchCards }) => fetchCards()), import("../my-data/undo-bar.mjs"),
      ]).catch(notLoaded);
      const debrief = parseDebrief(value, new Map(cards.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id]))));
      const questions = await fetchQuestions(debrief.next.map(({ question }) => question)).catch(notLoaded);
      if (value !== this.text.value || !this.isConnected) return;
      const { state, current } = store;
      const records = debriefRecords(debrief, current.kept, new Date(), randomId);
      const theirs = { version: state.version, interview: state.interview, interviews: { [state.interview]: { ...current, items: {}, kept: records } } };
      const preview = importPreview(theirs, "the debrief", false, () => { this.result.replaceChildren(); this.text.value = ""; this.text.focus(); });
      this.result.replaceChildren(bulletList(describe(debrief, questions.map(({ title }) => title))), preview);
      preview.focus();
    } catch (error) {
      this.result.replaceChildren(h("p", { className: "trouble-note" }, `${/** @type {Error} */ (error).message} Nothing has changed.`));
    }
  }
});

/** @returns {never} */
function notLoaded() {
  throw new Error("The questions didn't load. Check your connection, then try again.");
}

/** @param {import("./debrief.mjs").Debrief} debrief @param {string[]} titles of the questions to practice next */
const describe = ({ keep, change, stories, next }, titles) => [
  ...(keep ? [`Keep: ${keep}`] : []), ...(change ? [`Change: ${change}`] : []),
  ...stories.map(({ name, action }) => `A story: ${[name, action].filter(Boolean).join(". ")}`),
  ...next.map(({ feel }, at) => `To practice: ${titles[at]} (${feel})`),
];
