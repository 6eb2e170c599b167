/** What <filter-list> shows when no row matches: the filters to remove. Loaded when that happens. */
import { button, h } from "../lib/dom.mjs";
import { isMatch } from "./facets.mjs";

/** @typedef {import("./facets.mjs").Row} Row @typedef {import("./facets.mjs").Selection} Selection */

/** @param {HTMLElement} host @param {Row[]} rows @param {Selection} selection @param {(facet: string, value: string) => string} title @param {(selection: Selection) => void} choose */
export function showNoMatch(host, rows, selection, title, choose) {
  const options = relaxations(rows, selection);
  host.replaceChildren(h("p", {}, h("strong", {}, "Nothing matches all of these filters."),
    selection.mine?.size ? " Your marks come from practice: say an answer out loud, then press “Hard”, for example." : "",
    options.length ? ` Try ${options[0].isAlone ? "only" : "removing"} one:` : ""),
  h("p", { className: "choices" },
    ...options.map(({ facet, value, isAlone, relaxed, count }) => button(`${isAlone ? "Only" : "Without"} “${title(facet, value)}”: ${count}`, () => choose(relaxed))),
    button("Clear the filters", () => choose(emptied(selection)), { className: "quiet-button quiet-button--strong" })));
}

/**
 * Selections that match, with their number of rows: without one value each or, if none of these matches, with one value only.
 * @param {Row[]} rows @param {Selection} selection @returns {{ facet: string, value: string, isAlone: boolean, relaxed: Selection, count: number }[]}
 */
export function relaxations(rows, selection) {
  const chosen = Object.entries(selection).flatMap(([facet, values]) => [...values].map((value) => ({ facet, value })));
  const options = [false, true].map((isAlone) => chosen.map(({ facet, value }) => {
    const values = isAlone ? [value] : [...selection[facet]].filter((other) => other !== value);
    const relaxed = { ...(isAlone ? emptied(selection) : selection), [facet]: new Set(values) };
    return { facet, value, isAlone, relaxed, count: rows.filter((row) => isMatch(row, relaxed)).length };
  }).filter(({ count }) => count));
  return options.find(({ length }) => length) ?? [];
}

/** @param {Selection} selection @returns {Selection} */
const emptied = (selection) => Object.fromEntries(Object.keys(selection).map((facet) => [facet, new Set()]));
