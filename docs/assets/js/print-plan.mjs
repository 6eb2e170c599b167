/**
 * `<print-plan>`: fields with the facts of the interview in use, kept in its plan. They stand on the paper in each
 * `data-fill` blank, the people in the rows of each table with `data-person` cells, and the day of each step that is
 * already known in its `data-due` blank.
 */
import { Connected } from "./connected.mjs";
import { facts } from "./plan/facts.mjs";
import { blanks, fields, people, withTyped } from "./print-facts.mjs";
import { DEFAULT_NAME } from "./state.mjs";
import { store } from "./store.mjs";

customElements.define("print-plan", class extends Connected {
  build() {
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
    store.keep("plan", withTyped(store.kept("plan"), typed));
  }

  #show() {
    const plan = store.kept("plan");
    const name = given(store.current);
    const told = /** @type {Record<string, string>} */ (fields(plan, name));
    for (const field of this.#fields) if (field !== document.activeElement) field.value = told[field.name];
    const filled = blanks(plan, name);
    for (const blank of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-fill]"))) {
      blank.textContent = filled[blank.dataset.fill ?? ""] ?? "";
      blank.classList.toggle("long", blank.textContent.length > 24);
    }
    const met = people(plan);
    for (const body of document.querySelectorAll("tbody")) [...body.rows].forEach((row, index) => write(row, met[index]));
    this.#date();
  }

  /** What must be worked out is loaded only for a plan that has a day. */
  async #date() {
    const known = facts(store);
    const due = known.date || known.promised ? await import("./plan/reckon.mjs").then(({ dueDays }) => dueDays(known)).catch(() => undefined) : undefined;
    for (const blank of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-due]"))) blank.textContent = due?.get(blank.dataset.due ?? "") ?? "";
  }
});

/** The name the reader gave the interview; the one it has from the start says nothing. @param {import("./state.mjs").Interview} interview */
function given({ name }) {
  return name === DEFAULT_NAME ? "" : name;
}

/** @param {HTMLTableRowElement} row @param {import("./print-facts.mjs").Somebody} [one] */
function write(row, one) {
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-person]"))) {
    cell.textContent = one?.[/** @type {"name" | "role"} */ (cell.dataset.person)] ?? "";
  }
}
