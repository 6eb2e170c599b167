/**
 * Steps from each older version of the saved state to the next one. A step takes plain data that has
 * `interviews` and returns new plain data; it never drops what it does not know. Steps are never edited
 * once published: readers come back after years.
 *
 * @type {Record<number, (state: any) => any>}
 */
const STEPS = {
  /** 1 knew ticks only: interviews had no name, and nothing beside `items`. */
  1: (state) => ({ ...state, version: 2, interviews: mapped(state.interviews, named) }),
};

/** @param {any} state @returns {any} */
export function migrated(state) {
  while (Object.hasOwn(STEPS, state.version)) state = STEPS[state.version](state);
  return state;
}

/** @param {any} interview @param {string} id */
function named(interview, id) {
  if (typeof interview !== "object" || interview === null || Array.isArray(interview)) return interview;
  const name = id === "default" ? "My interview" : `Interview ${id}`;
  return { name, created: "", at: "", archived: false, kept: {}, ...interview };
}

/** @param {Record<string, any>} record @param {(value: any, key: string) => any} change */
const mapped = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
