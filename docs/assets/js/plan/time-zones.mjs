/**
 * Converts between instants and the wall time of a zone, with the time zones of the browser.
 *
 * @typedef {{ date: string, time: string }} WallTime the local date and time of a zone, to the minute
 */
import { currentName, getFormatter, isZone } from "./zones.mjs";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The wall time of a zone at an instant. @param {number} at in milliseconds since 1970 @param {string} zone @returns {WallTime} */
export function toWallTime(at, zone) {
  const parts = Object.fromEntries(getFormatter(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  return { date: `${parts.year.padStart(4, "0")}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** @param {WallTime} time */
const parseAsUtc = ({ date, time }) => Date.parse(`${date}T${time}:00Z`);

/** The offset of a zone from UTC, in milliseconds. @param {number} at @param {string} zone */
const utcOffset = (at, zone) => parseAsUtc(toWallTime(at, zone)) - Math.floor(at / MINUTE) * MINUTE;

/**
 * The instant of a wall time. A time that is skipped when the clocks go forward counts from before the change, as in
 * RFC 5545; of a time that occurs twice, the first is returned.
 * @param {string} date @param {string} time @param {string} zone
 * @returns {{ at: number, clockChange: "" | "skipped" | "twice" }}
 */
export function toInstant(date, time, zone) {
  const guess = parseAsUtc({ date, time });
  const before = guess - utcOffset(guess - DAY, zone);
  const after = guess - utcOffset(guess + DAY, zone);
  const matches = [before, after].filter((at) => parseAsUtc(toWallTime(at, zone)) === guess);
  if (!matches.length) return { at: before, clockChange: "skipped" };
  return { at: Math.min(...matches), clockChange: matches.length > 1 && before !== after ? "twice" : "" };
}

/** All time zones of the browser. @returns {string[]} */
export const allZones = () => (Intl.supportedValuesOf?.("timeZone") ?? []).map(currentName);

/**
 * Find a zone by its name or its city, ignoring case and accents, as in "berlin", "São Paulo" or "Kyiv, Ukraine". Browsers
 * list each zone under one name, but know its other names too.
 * @param {string} text @returns {string} "" when there is none
 */
export function findZone(text) {
  const name = text.split(",")[0].normalize("NFD").replace(/[\p{M}.'’]/gu, "").trim().replace(/\s+time$/i, "").replaceAll(" ", "_").toLowerCase();
  return findByName(name) || findByName(name.replace(/_city$/, ""));
}

/** @param {string} name in lower case @returns {string} */
function findByName(name) {
  if (!/^[a-z][a-z\d/_+-]*$/.test(name)) return "";
  const known = allZones();
  const listed = known.find((zone) => zone.toLowerCase() === name) ?? known.find((zone) => zone.toLowerCase().endsWith(`/${name}`));
  if (listed) return listed;
  const areas = new Set(known.map((zone) => zone.slice(0, zone.lastIndexOf("/") + 1)));
  const other = ["", ...areas].map((area) => area + name).find(isZone) ?? "";
  return /^[a-z]{1,3}$|\d/.test(other) ? other.toUpperCase() : other.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}
