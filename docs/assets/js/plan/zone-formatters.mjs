/** The formatter of each time zone: what tells a known zone from an unknown one, and the time in it. */

/** Formatters by zone; creating one is slow. @type {Map<string, Intl.DateTimeFormat>} */
const formatters = new Map();

/** Raises RangeError for an unknown zone. @param {string} zone */
export function getFormatter(zone) {
  const options = /** @type {const} */ ({
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  if (!formatters.has(zone)) formatters.set(zone, new Intl.DateTimeFormat("en-US", options));
  return /** @type {Intl.DateTimeFormat} */ (formatters.get(zone));
}

/** @param {any} zone @returns {zone is string} */
export function isZone(zone) {
  try {
    return typeof zone === "string" && Boolean(zone) && Boolean(getFormatter(zone));
  } catch {
    return false;
  }
}
