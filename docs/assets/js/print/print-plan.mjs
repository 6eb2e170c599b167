/**
 * `<print-plan>` has fields that save the plan, and fills the sheets with it: each `data-fill` blank, the rows of tables
 * with `data-person` cells, and each `data-due` blank with the date of its step.
 */
import { BaseElement } from "../lib/base-element.mjs";
import { h, retryNotice } from "../lib/dom.mjs";
import { readPlan } from "../plan/plan-data.mjs";
import { renderNotices } from "../storage/notices.mjs";
import { PLAN } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { blankTexts, formValues, interviewName, mergeTyped, readPeople } from "./fill-in.mjs";

customElements.define("print-plan", class extends BaseElement {
  setup() {
    this.append((this.trouble = h("div", { role: "status" })));
    this.listen(this, "change", () => this.#save());
    this.listen(store, "change", () => this.#update());
    this.listen(window, "pageshow", () => this.#update());
    this.#update();
  }

  /** @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
  get #fields() {
    return /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ ([...this.querySelectorAll("input, textarea")]);
  }

  /** @param {string} [interview] the one that the fields show */
  #save(interview = store.state.interview) {
    const typed = /** @type {any} */ (Object.fromEntries(this.#fields.map(({ name, value }) => [name, value.trim()])));
    const shown = store.state.interviews[interview];
    if (!shown) return;
    if (typed.company === interviewName(shown)) typed.company = "";
    store.setRecord(PLAN, mergeTyped(shown.kept[PLAN]?.value, typed), interview);
  }

  teardown() {
    this.trouble.remove();
    this.failure?.remove();
  }

  async #update() {
    renderNotices(this.trouble);
    const isOther = this.interview !== undefined && this.interview !== store.state.interview;
    const shown = this.interview;
    this.interview = store.state.interview;
    // Another tab has switched to another interview while the reader was typing.
    if (isOther && this.contains(document.activeElement)) this.#save(shown);
    const values = /** @type {Record<string, string>} */ (formValues(store.getRecord(PLAN), interviewName(store.current)));
    for (const field of this.#fields) if (isOther || field !== document.activeElement) field.value = values[field.name];
    const isComplete = await fillBlanks(document);
    this.failure?.remove();
    if (!isComplete) this.append(this.failure = retryNotice("The dates in your plan didn't load, so their blanks are empty. Check your connection, then try again.", () => this.#update()));
  }
});

/** Fill the blanks of a page or sheet. Resolves to false when the dates could not be loaded. @param {ParentNode} root */
export async function fillBlanks(root) {
  const plan = store.getRecord(PLAN);
  const texts = blankTexts(plan, interviewName(store.current));
  for (const blank of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-fill]"))) {
    blank.textContent = texts[blank.dataset.fill ?? ""] ?? "";
    blank.classList.toggle("long", blank.textContent.length > 24);
  }
  const names = readPeople(plan);
  for (const body of root.querySelectorAll("tbody")) [...body.rows].forEach((row, index) => fillRow(row, names[index]));
  return fillDates(root);
}

/** @param {HTMLTableRowElement} row @param {import("./fill-in.mjs").PersonName} [one] */
function fillRow(row, one) {
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-person]"))) {
    cell.textContent = one?.[/** @type {"name" | "role"} */ (cell.dataset.person)] ?? "";
  }
}

/** The plan is computed only when it has a date and the sheet has steps. @param {ParentNode} root */
async function fillDates(root) {
  const steps = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-due]"));
  const plan = readPlan(store);
  const isNeeded = steps.length > 0 && Boolean(plan.date || plan.promised);
  const due = isNeeded ? await import("../plan/compute-plan.mjs").then(({ computeDueDates }) => computeDueDates(plan)).catch(() => undefined) : undefined;
  // The plan has changed meanwhile, and a newer call fills the blanks.
  if (JSON.stringify(plan) !== JSON.stringify(readPlan(store))) return true;
  for (const step of steps) step.textContent = due?.get(step.dataset.due ?? "") ?? "";
  return !isNeeded || due !== undefined;
}
