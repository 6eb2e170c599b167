/**
 * Time on the clock of a place, and the moment it means, through the zones the browser knows.
 *
 * @typedef {{ date: string, time: string }} Wall what calendar and clock show, to the minute
 */

const MINUTE = 60_000;
const DAY = 86_400_000;
/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** @param {string} zone */
function clock(zone) {
  const form = /** @type {const} */ ({
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  if (!clocks.has(zone)) clocks.set(zone, new Intl.DateTimeFormat("en-US", form));
  return /** @type {Intl.DateTimeFormat} */ (clocks.get(zone));
}

/** The zone of this device. */
export const here = () => new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** @param {any} zone @returns {zone is string} */
export function isZone(zone) {
  try {
    return typeof zone === "string" && Boolean(zone) && Boolean(clock(zone));
  } catch {
    return false;
  }
}

/** What the clocks of `zone` show at a moment. @param {number} at milliseconds since 1970 @param {string} zone @returns {Wall} */
export function wall(at, zone) {
  const parts = Object.fromEntries(clock(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  return { date: `${parts.year.padStart(4, "0")}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** @param {Wall} shown */
const asUtc = ({ date, time }) => Date.parse(`${date}T${time}:00Z`);

/** By how much the clocks of `zone` are ahead of UTC. @param {number} at @param {string} zone */
const ahead = (at, zone) => asUtc(wall(at, zone)) - Math.floor(at / MINUTE) * MINUTE;

/**
 * The moment at which the clocks of `zone` show a time. When they are put forward and never show it, the time counts
 * on from before the change, as calendars do; when they show it twice, the first is meant.
 * @param {string} date @param {string} time @param {string} zone
 * @returns {{ at: number, odd: "" | "skipped" | "twice" }}
 */
export function moment(date, time, zone) {
  const guess = asUtc({ date, time });
  const before = guess - ahead(guess - DAY, zone);
  const after = guess - ahead(guess + DAY, zone);
  const found = [before, after].filter((at) => asUtc(wall(at, zone)) === guess);
  if (!found.length) return { at: before, odd: "skipped" };
  return { at: Math.min(...found), odd: found.length > 1 && before !== after ? "twice" : "" };
}

/** Every zone the browser knows. @returns {string[]} */
export const zones = () => Intl.supportedValuesOf?.("timeZone") ?? [];

/**
 * The zone a reader means: its name, or its city in any case, as in "berlin" or "Berlin time".
 * @param {string} text @returns {string} "" when there is none
 */
export function zoneNamed(text) {
  const asked = text.trim().replace(/\s+time$/i, "").replaceAll(" ", "_").toLowerCase();
  if (!asked) return "";
  const known = zones();
  return known.find((zone) => zone.toLowerCase() === asked) ?? known.find((zone) => zone.toLowerCase().endsWith(`/${asked}`))
    ?? (/^[a-z]+(\/[a-z_+\-\d]+)*$/i.test(asked) && isZone(text.trim()) ? text.trim() : "");
}

/** "Europe/Berlin" -> "Berlin". @param {string} zone */
export const city = (zone) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
