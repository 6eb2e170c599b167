/**
 * `<print-plan>`: fields with the facts of the interview in use, kept in its plan. They stand on the paper in each
 * `data-fill` blank, the people in the rows of each table with `data-person` cells, and the day of each step that is
 * already known in its `data-due` blank.
 */
import { BaseElement } from "../lib/base-element.mjs";
import { retryNotice, h } from "../lib/dom.mjs";
import { facts } from "../plan/plan-data.mjs";
import { PLAN } from "../storage/saved-names.mjs";
import { blanks, fields, given, people, withTyped } from "./fill-in.mjs";
import { store } from "../storage/store.mjs";
import { renderNotices } from "../storage/notices.mjs";

customElements.define("print-plan", class extends BaseElement {
  setup() {
    this.append((this.trouble = h("div", { role: "status" })));
    this.listen(this, "change", () => this.#keep());
    this.listen(store, "change", () => this.#show());
    this.listen(window, "pageshow", () => this.#show());
    this.#show();
  }

  /** @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
  get #fields() {
    return /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ ([...this.querySelectorAll("input, textarea")]);
  }

  #keep() {
    const typed = /** @type {any} */ (Object.fromEntries(this.#fields.map(({ name, value }) => [name, value.trim()])));
    if (typed.company === given(store.current)) typed.company = "";
    store.setRecord(PLAN, withTyped(store.getRecord(PLAN), typed));
  }

  teardown() {
    this.trouble.remove();
    this.failure?.remove();
  }

  async #show() {
    renderNotices(this.trouble);
    const told = /** @type {Record<string, string>} */ (fields(store.getRecord(PLAN), given(store.current)));
    for (const field of this.#fields) if (field !== document.activeElement) field.value = told[field.name];
    const whole = await fill(document);
    this.failure?.remove();
    if (!whole) this.append(this.failure = retryNotice("The days of your plan could not be loaded, so their blanks stay empty.", () => this.#show()));
  }
});

/** Write what is known; settles when the days stand there too, and says whether they could be had. @param {ParentNode} paper the page, or a sheet that comes into it */
export async function fill(paper) {
  const plan = store.getRecord(PLAN);
  const filled = blanks(plan, given(store.current));
  for (const blank of /** @type {NodeListOf<HTMLElement>} */ (paper.querySelectorAll("[data-fill]"))) {
    blank.textContent = filled[blank.dataset.fill ?? ""] ?? "";
    blank.classList.toggle("long", blank.textContent.length > 24);
  }
  const met = people(plan);
  for (const body of paper.querySelectorAll("tbody")) [...body.rows].forEach((row, index) => write(row, met[index]));
  return date(paper);
}

/** @param {HTMLTableRowElement} row @param {import("./fill-in.mjs").Somebody} [one] */
function write(row, one) {
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-person]"))) {
    cell.textContent = one?.[/** @type {"name" | "role"} */ (cell.dataset.person)] ?? "";
  }
}

/** What must be worked out is loaded only for a plan that has a day, and paper with a step. @param {ParentNode} paper */
async function date(paper) {
  const steps = /** @type {NodeListOf<HTMLElement>} */ (paper.querySelectorAll("[data-due]"));
  const known = facts(store);
  const wanted = steps.length > 0 && Boolean(known.date || known.promised);
  const due = wanted ? await import("../plan/compute-plan.mjs").then(({ dueDays }) => dueDays(known)).catch(() => undefined) : undefined;
  // The plan may have changed meanwhile, and what comes of it stand here already.
  if (JSON.stringify(known) !== JSON.stringify(facts(store))) return true;
  for (const step of steps) step.textContent = due?.get(step.dataset.due ?? "") ?? "";
  return !wanted || due !== undefined;
}
