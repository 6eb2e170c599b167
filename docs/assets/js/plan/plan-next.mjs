/** `<plan-next>` shows on the home page how far the interview of the reader is, and what is next. */
import { h, siteUrl } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { PLAN } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";

customElements.define("plan-next", class extends StoreElement {
  #renderings = 0;

  async render() {
    const rendering = ++this.#renderings;
    const { date, promised, events } = store.getRecord(PLAN) ?? {};
    this.hidden = !(date || promised || events?.length);
    // Nothing is loaded on a first visit.
    if (this.hidden) return;
    const [views, { computePlan }, { readPlan }] = await Promise.all([import("./plan-summary.mjs"), import("./compute-plan.mjs"), import("./plan-data.mjs")]);
    const computed = await computePlan(readPlan(store)).catch(() => undefined);
    // A newer rendering has started meanwhile.
    if (rendering !== this.#renderings) return;
    const link = h("a", { className: "button", href: siteUrl("plan/") }, "Open my plan");
    if (!computed) return this.replaceChildren(h("p", { className: "actions" }, link));
    const { title, text, next } = views.summarize(computed);
    this.replaceChildren(h("p", { className: "plan-title" }, title), h("p", {}, text), ...views.nextView(next), h("p", { className: "actions" }, link));
  }
});
