/**
 * `<my-plan>`: asks what the reader knows of the interview, and shows what comes of it. The form inside it is complete in
 * the page; the answer is loaded with the first thing that is known.
 */
import "../my-data/interview-switch.mjs";
import { retryNotice, h, siteUrl } from "../lib/dom.mjs";
import { link, redraw } from "./view-helpers.mjs";
import { answered, facts } from "./plan-data.mjs";
import { PlanForm } from "./plan-form.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";
import { storageNotices } from "../storage/notices.mjs";

customElements.define("my-plan", class extends StoreElement {
  #drawing = 0;

  setup() {
    this.questions = new PlanForm(this.form);
    this.trouble = h("span", { role: "status" });
    this.form.querySelector(".plan-form__foot")?.replaceChildren(h("interview-switch"), " ", this.trouble, " ", link(siteUrl("prepare/my-data/"), "Back up, or plan another interview"));
  }

  async render() {
    const turn = ++this.#drawing;
    this.questions?.show();
    /** @type {HTMLElement} */ (this.trouble).textContent = storageNotices().join(" ");
    const known = facts(store);
    const nothing = !answered(known);
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".plan-result, .plan-jump"))) part.hidden = nothing;
    if (nothing) return;
    const loaded = await import("./plan-result.mjs").then(async (views) => ({ ...views, all: await views.found(known) })).catch(() => undefined);
    // While it loaded, something may have changed, and a newer drawing is on its way.
    if (turn !== this.#drawing) return;
    const host = /** @type {HTMLElement} */ (this.querySelector(".plan-result"));
    if (!loaded) return redraw(host, [retryNotice("The data of the guide could not be loaded. Your answers are kept.", () => this.render())]);
    this.questions?.show(loaded.all[0].at);
    loaded.answer(host, known, loaded.all);
    this.#jump(host.querySelector("h2")?.textContent ?? "");
  }

  /** On a phone the answer is below the questions: say it, and lead there. @param {string} answer */
  #jump(answer) {
    const jump = /** @type {HTMLElement} */ (this.querySelector(".plan-jump"));
    jump.replaceChildren(answer, ": see the plan ", h("span", { "aria-hidden": "true" }, "↓"));
  }
});
