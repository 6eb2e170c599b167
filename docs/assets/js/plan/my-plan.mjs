/**
 * `<my-plan>` connects the form about the interview with the plan below it. The modules that compute and render the plan
 * are loaded with the first answer.
 */
import { h, retryNotice, siteUrl } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { storageNotices } from "../storage/notices.mjs";
import { DEFAULT_NAME } from "../storage/state.mjs";
import { store } from "../storage/store.mjs";
import { DAWN } from "./clock.mjs";
import { addDays } from "./dates.mjs";
import { hasAnswers, readPlan, updatePlan } from "./plan-data.mjs";
import { PlanForm } from "./plan-form.mjs";
import { toWallTime } from "./time-zones.mjs";
import { localZone } from "./zones.mjs";
import { link } from "./view-helpers.mjs";

customElements.define("my-plan", class extends StoreElement {
  #renderings = 0;

  setup() {
    this.#startPlan();
    this.planForm = new PlanForm(this.form);
    this.trouble = h("span", { role: "status" });
    this.form.querySelector(".plan-form__foot")?.replaceChildren(h("interview-switch"), " ", this.trouble, " ", link(siteUrl("prepare/my-data/"), "Back up, or plan another interview"));
  }

  /** Begin a plan with what the link from the home page says, unless there is one. */
  #startPlan() {
    const asked = new URLSearchParams(location.search);
    const [when, format] = [asked.get("when"), asked.get("format")];
    if (!when && !format) return;
    history.replaceState(null, "", location.pathname);
    const { date, time } = toWallTime(Date.now(), localZone());
    if (readPlan(store).date >= date) return;
    // Until dawn, people say "tomorrow" for the day that has begun.
    const tomorrow = time < DAWN ? date : addDays(date, 1);
    updatePlan(store, (plan) => Object.assign(plan, { date: when === "today" ? date : tomorrow, time: "", ends: "", ...(format && { formats: [format] }) }));
  }

  async render() {
    const rendering = ++this.#renderings;
    this.planForm?.render();
    /** @type {HTMLElement} */ (this.trouble).textContent = storageNotices().join(" ");
    const plan = readPlan(store);
    const isEmpty = !hasAnswers(plan);
    const [{ name }, ...others] = Object.values(store.state.interviews);
    if (!isEmpty || others.length || name !== DEFAULT_NAME) import("../my-data/interview-switch.mjs").catch(() => { /* the reader has left the page */ });
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".plan-result, .plan-jump"))) part.hidden = isEmpty;
    /** @type {HTMLElement} */ (this.querySelector(".plan-sample")).hidden = !isEmpty;
    if (isEmpty) return;
    const loaded = await import("./plan-result.mjs").then(async (views) => ({ ...views, result: await views.fetchResult(plan) })).catch(() => undefined);
    // A newer rendering has started meanwhile.
    if (rendering !== this.#renderings) return;
    const host = /** @type {HTMLElement} */ (this.querySelector(".plan-result"));
    if (!loaded) return host.replaceChildren(retryNotice("Your plan didn't load. Check your connection, then try again. Your answers are safe.", () => this.render()));
    const [{ plan: current, timing }] = loaded.result;
    if (JSON.stringify(current) !== JSON.stringify(plan)) return updatePlan(store, (record) => Object.assign(record, current));
    this.planForm?.render(timing, loaded.formNotes(plan, timing));
    loaded.renderResult(host, plan, loaded.result);
    this.#renderJump(host.querySelector("h2")?.textContent ?? "");
  }

  /** On phones the plan is below the form: show its headline as a link to it. @param {string} headline */
  #renderJump(headline) {
    const jump = /** @type {HTMLElement} */ (this.querySelector(".plan-jump"));
    jump.replaceChildren(headline, ": see the plan ", h("span", { "aria-hidden": "true" }, "↓"));
  }
});
