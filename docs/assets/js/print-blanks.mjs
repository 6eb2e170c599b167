/**
 * What is known of the interview in use, written on paper: in each `data-fill` blank, the people in the rows of each
 * table with `data-person` cells, and the day of each step that is already known in its `data-due` blank.
 */
import { facts } from "./plan/facts.mjs";
import { blanks, given, people } from "./print-facts.mjs";
import { store } from "./store.mjs";

/** Settles when the days stand there too. @param {ParentNode} paper the page, or a sheet that comes into it */
export async function fill(paper) {
  const plan = store.kept("plan");
  const filled = blanks(plan, given(store.current));
  for (const blank of /** @type {NodeListOf<HTMLElement>} */ (paper.querySelectorAll("[data-fill]"))) {
    blank.textContent = filled[blank.dataset.fill ?? ""] ?? "";
    blank.classList.toggle("long", blank.textContent.length > 24);
  }
  const met = people(plan);
  for (const body of paper.querySelectorAll("tbody")) [...body.rows].forEach((row, index) => write(row, met[index]));
  await date(paper);
}

/** @param {HTMLTableRowElement} row @param {import("./print-facts.mjs").Somebody} [one] */
function write(row, one) {
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-person]"))) {
    cell.textContent = one?.[/** @type {"name" | "role"} */ (cell.dataset.person)] ?? "";
  }
}

/** What must be worked out is loaded only for a plan that has a day, and paper with a step. @param {ParentNode} paper */
async function date(paper) {
  const steps = /** @type {NodeListOf<HTMLElement>} */ (paper.querySelectorAll("[data-due]"));
  const known = facts(store);
  const due = steps.length && (known.date || known.promised) ? await import("./plan/reckon.mjs").then(({ dueDays }) => dueDays(known)).catch(() => undefined) : undefined;
  for (const step of steps) step.textContent = due?.get(step.dataset.due ?? "") ?? "";
}
