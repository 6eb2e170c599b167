/**
 * The logic of faceted filters, without the DOM. Values of one facet are alternatives; facets narrow each other down.
 * Used by <filter-list>.
 *
 * @typedef {Record<string, Set<string>>} Selection the selected values by facet
 * @typedef {{ values: (facet: string) => string[] }} Row
 */

/** Whether a row matches every facet. @param {Row} row @param {Selection} selection @param {string} [ignored] a facet */
export function isMatch(row, selection, ignored) {
  return Object.entries(selection).every(([facet, selected]) => facet === ignored || !selected.size || row.values(facet).some((value) => selected.has(value)));
}

/** How many rows each value of a facet would show, given the other facets. @param {Row[]} rows @param {Selection} selection @param {string} facet */
export function countValues(rows, selection, facet) {
  /** @type {Map<string, number>} */ const counts = new Map();
  for (const row of rows) if (isMatch(row, selection, facet)) for (const value of row.values(facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The selection in the query of an address; unknown values are ignored. @param {string} search @param {Record<string, string[]>} known the values by facet @returns {Selection} */
export function parseAddress(search, known) {
  const params = new URLSearchParams(search);
  return Object.fromEntries(Object.entries(known).map(([facet, values]) => [facet, new Set(params.getAll(facet).filter((value) => values.includes(value)))]));
}

/** An address with this selection. Other parameters stay. @param {string} href @param {Selection} selection @param {string} sort */
export function formatAddress(href, selection, sort) {
  const address = new URL(href);
  for (const [facet, values] of Object.entries(selection)) {
    address.searchParams.delete(facet);
    for (const value of values) address.searchParams.append(facet, value);
  }
  if (sort) address.searchParams.set("sort", sort);
  else address.searchParams.delete("sort");
  address.hash = "";
  return address.href;
}
