/** `<scorecard-summary>`: what was marked on the scorecard, in words: counts and the evidence, no verdict. */
import { pluralize, retryNotice, h } from "../lib/dom.mjs";
import { practice } from "../practice/practice-data.mjs";
import { seenSigns } from "./signs.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

customElements.define("scorecard-summary", class extends StoreElement {
  async setup() {
    this.guide = await practice().catch(() => null);
    this.render();
  }

  render() {
    if (this.guide === undefined) return;
    if (!this.guide) return this.replaceChildren(retryNotice("What you marked is kept; it could not be summed up.", () => this.setup()));
    const words = sum(seenSigns(this.guide.signs, store.current.kept));
    if (this.textContent !== words) this.replaceChildren(h("p", { className: "map-words", role: "status" }, words));
  }
});

/** @param {import("./signs.mjs").Seen[]} seen */
function sum(seen) {
  if (!seen.length) return "Nothing marked yet.";
  const warnings = seen.filter(({ signal }) => signal === "warning");
  const serious = warnings.filter(({ weight }) => weight === "serious");
  const bare = seen.filter(({ evidence }) => !evidence).length;
  return [
    `${pluralize(warnings.length, "warning sign")}, ${pluralize(seen.length - warnings.length, "sign of health", "signs of health")}.`,
    serious.length ? `Weighs most: ${serious.map(({ title }) => `“${title}”`).join(", ")}. Ask before you sign.` : "",
    bare ? `${bare} without what you saw: write it down, or take it out.` : "",
  ].filter(Boolean).join(" ");
}
