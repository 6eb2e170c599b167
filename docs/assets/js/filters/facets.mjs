/**
 * What a filtered list shows, as pure functions. A choice is a facet and one of its values; values of one facet add to
 * each other, facets narrow each other down.
 *
 * @typedef {Record<string, Set<string>>} Chosen
 * @typedef {{ values: (facet: string) => string[] }} Row
 */

/** Whether a row passes every facet but `except`. @param {Row} row @param {Chosen} chosen @param {string} [except] */
export function passes(row, chosen, except) {
  return Object.entries(chosen).every(([facet, wanted]) => facet === except || !wanted.size || row.values(facet).some((value) => wanted.has(value)));
}

/** How many rows each value of a facet would show, given the other facets. @param {Row[]} rows @param {Chosen} chosen @param {string} facet */
export function counts(rows, chosen, facet) {
  /** @type {Map<string, number>} */ const found = new Map();
  for (const row of rows) if (passes(row, chosen, facet)) for (const value of row.values(facet)) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** The choices an address holds, of those that there are. @param {string} search @param {Record<string, string[]>} known @returns {Chosen} */
export function read(search, known) {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(Object.entries(known).map(([facet, values]) => [facet, new Set(asked.getAll(facet).filter((value) => values.includes(value)))]));
}

/** The same address with these choices; what else it asks for stays. @param {string} href @param {Chosen} chosen @param {string} sort */
export function write(href, chosen, sort) {
  const address = new URL(href);
  for (const [facet, values] of Object.entries(chosen)) {
    address.searchParams.delete(facet);
    for (const value of values) address.searchParams.append(facet, value);
  }
  if (sort) address.searchParams.set("sort", sort);
  else address.searchParams.delete("sort");
  address.hash = "";
  return address.href;
}

/** Each chosen value, and how many rows there would be without it. @param {Row[]} rows @param {Chosen} chosen @returns {{ facet: string, value: string, left: number }[]} */
export function waysOut(rows, chosen) {
  return Object.entries(chosen).flatMap(([facet, values]) => [...values].map((value) => {
    const without = { ...chosen, [facet]: new Set([...values].filter((other) => other !== value)) };
    return { facet, value, left: rows.filter((row) => passes(row, without)).length };
  }));
}
