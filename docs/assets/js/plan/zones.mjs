/** The time zones that the browser knows, and their names. */

/** The current names of cities that Chromium and Safari still list under an old one. @type {Record<string, string>} */
const RENAMED = {
  Asmera: "Asmara", Calcutta: "Kolkata", Coral_Harbour: "Atikokan", Enderbury: "Kanton", Faeroe: "Faroe", Godthab: "Nuuk", Katmandu: "Kathmandu", Kiev: "Kyiv",
  Ponape: "Pohnpei", Rangoon: "Yangon", Saigon: "Ho_Chi_Minh", Truk: "Chuuk",
};

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

/** A zone under its current name, when the browser knows that one. @param {string} zone */
export function currentName(zone) {
  const renamed = zone.replace(/[^/]+$/, (city) => RENAMED[city] ?? city);
  return isZone(renamed) ? renamed : zone;
}

/** The time zone of the device; UTC when the browser does not know it (`Etc/Unknown`). */
export function localZone() {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isZone(zone) ? currentName(zone) : "UTC";
}

/** "Europe/Berlin" -> "Berlin". @param {string} zone */
export const cityName = (zone) => currentName(zone).slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
