/** `<scorecard-summary>` summarizes the scorecard: how many signs were marked, and which lack evidence. */
import { h, pluralize, retryNotice } from "../lib/dom.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { fetchPractice } from "../practice/practice-data.mjs";
import { store } from "../storage/store.mjs";
import { readSeenSigns } from "./signs.mjs";

customElements.define("scorecard-summary", class extends StoreElement {
  async setup() {
    this.guide = await fetchPractice().catch(() => null);
    this.render();
  }

  render() {
    if (this.guide === undefined) return;
    if (!this.guide) return this.replaceChildren(retryNotice("What you marked is kept; it could not be summed up.", () => this.setup()));
    const words = summarize(readSeenSigns(this.guide.signs, store.current.kept));
    if (this.textContent !== words) this.replaceChildren(h("p", { className: "map-words", role: "status" }, words));
  }
});

/** @param {import("./signs.mjs").SeenSign[]} seen */
function summarize(seen) {
  if (!seen.length) return "Nothing marked yet.";
  const warnings = seen.filter(({ signal }) => signal === "warning");
  const serious = warnings.filter(({ weight }) => weight === "serious");
  const withoutEvidence = seen.filter(({ evidence }) => !evidence).length;
  return [
    `${pluralize(warnings.length, "warning sign")}, ${pluralize(seen.length - warnings.length, "sign of health", "signs of health")}.`,
    serious.length ? `Weighs most: ${serious.map(({ title }) => `“${title}”`).join(", ")}. Ask before you sign.` : "",
    withoutEvidence ? `${withoutEvidence} without what you saw: write it down, or take it out.` : "",
  ].filter(Boolean).join(" ");
}
