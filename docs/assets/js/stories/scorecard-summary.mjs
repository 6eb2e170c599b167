/** `<scorecard-summary>` summarizes the scorecard: how many signs were marked, and which lack evidence. */
import { h, pluralize, retryNotice } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { fetchPractice } from "../lib/practice-data.mjs";
import { store } from "../storage/store.mjs";
import { readSeenSigns } from "./signs.mjs";

customElements.define("scorecard-summary", class extends StoreElement {
  async setup() {
    this.guide = await fetchPractice().catch(() => null);
    this.render();
  }

  render() {
    if (this.guide === undefined) return;
    if (!this.guide) return this.replaceChildren(retryNotice("The summary didn't load. Check your connection, then try again. What you marked is safe.", () => this.setup()));
    const words = summarize(readSeenSigns(this.guide.signs, store.current.kept));
    if (this.dataset.shown === words) return;
    this.dataset.shown = words;
    this.replaceChildren(h("p", { className: "map-words", role: "status" }, words));
  }
});

/** @param {import("./signs.mjs").SeenSign[]} seen */
function summarize(seen) {
  if (!seen.length) return "Nothing marked yet. Mark what you noticed, and this line adds it up. Example: 2 warning signs, 1 good sign. One has no evidence yet: write down what you saw.";
  const warnings = seen.filter(({ signal }) => signal === "warning");
  const serious = warnings.filter(({ weight }) => weight === "serious");
  const withoutEvidence = seen.filter(({ evidence }) => !evidence).length;
  return [
    `${pluralize(warnings.length, "warning sign")}, ${pluralize(seen.length - warnings.length, "good sign")}.`,
    serious.length ? `Most serious: ${serious.map(({ title }) => `“${title}”`).join(", ")}. Ask before you sign.` : "",
    withoutEvidence ? `${withoutEvidence === 1 ? "One has" : `${withoutEvidence} have`} no evidence yet: write down what you saw, or clear the mark.` : "",
  ].filter(Boolean).join(" ");
}
