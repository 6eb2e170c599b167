/**
 * Formats the plan for the blanks of printed sheets and for the form of <print-plan>, where people are typed one per line
 * as "name, role". The saved plan may have any shape.
 *
 * @typedef {{ name: string, role: string, story?: string }} PersonName
 */
import { randomId } from "../lib/random-id.mjs";
import { formatDate, formatShortDate, formatTime, isDate } from "../plan/dates.mjs";
import { cityName, isZone, localZone } from "../plan/zones.mjs";
import { DEFAULT_NAME } from "../storage/state.mjs";
import { isRecord } from "../storage/validators.mjs";

/** @param {unknown} value */
const normalizeSpace = (value) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "");

/** @param {unknown} plan @returns {Record<string, any>} */
const toRecord = (plan) => (isRecord(plan) ? /** @type {Record<string, any>} */ (plan) : {});

/** @param {unknown} plan @returns {PersonName[]} */
export function readPeople(plan) {
  const { people: met } = toRecord(plan);
  return (Array.isArray(met) ? met : []).filter(isRecord)
    .map((one) => ({ name: normalizeSpace(one.name), role: normalizeSpace(one.role), story: normalizeSpace(one.story) })).filter(({ name, role }) => name || role);
}

/** The name of the interview, unless it is the default one. @param {import("../storage/state.mjs").Interview} interview */
export const interviewName = ({ name }) => (name === DEFAULT_NAME ? "" : name);

/** The values of the form. @param {unknown} plan @param {string} name of the interview */
export function formValues(plan, name) {
  const { company, date, time, place } = toRecord(plan);
  return {
    company: normalizeSpace(company) || normalizeSpace(name), date: normalizeSpace(date), time: normalizeSpace(time), place: normalizeSpace(place),
    people: readPeople(plan).map(({ name, role }) => [name, role].filter(Boolean).join(", ")).join("\n"),
  };
}

/** The texts of the blanks. @param {unknown} plan @param {string} name of the interview @returns {Record<string, string>} */
export function blankTexts(plan, name) {
  const { company, date, time, place } = formValues(plan, name);
  const when = [isDate(date) ? formatShortDate(date) : "", [formatTime(time), time && zoneHint(toRecord(plan).zone)].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return { company, when, day: formatDay(date), place, promised: formatDay(normalizeSpace(toRecord(plan).promised)), people: listPeople(readPeople(plan)) };
}

/** The name of a single person, or all names with their roles. @param {PersonName[]} met */
const listPeople = (met) => met.map(({ name, role }) => (name && role ? `${name} (${role})` : name || role)).join(", ");

/** The city of the time zone, unless it is that of the reader. @param {unknown} zone */
const zoneHint = (zone) => (isZone(zone) && cityName(zone) !== cityName(localZone()) ? `in ${cityName(zone)}` : "");

/** "Thu, Dec 3, 2026"; "" when it is not a date. @param {string} date */
const formatDay = (date) => (isDate(date) ? formatDate(date, { weekday: "short", day: "numeric", month: "short", year: "numeric" }) : "");

/**
 * Merge the typed values into the plan. A person with an unchanged name keeps their other fields, and so does a person
 * whose name was changed on the same line.
 * @param {unknown} plan @param {{ company: string, date: string, time: string, place: string, people: string }} typed
 */
export function mergeTyped(plan, { people: lines, ...typed }) {
  const saved = toRecord(plan);
  const old = (Array.isArray(saved.people) ? saved.people : []).filter(isRecord);
  const met = lines.split("\n").map(parseLine).filter(({ name }) => name);
  const names = new Set(met.map(({ name }) => name));
  const savedPerson = (/** @type {PersonName} */ { name }, /** @type {number} */ index) =>
    old.find((one) => normalizeSpace(one.name) === name) ?? (old[index] && !names.has(normalizeSpace(old[index].name)) ? old[index] : { id: randomId() });
  return { ...saved, ...typed, people: met.map((one, index) => ({ ...savedPerson(one, index), ...one })) };
}

/** @param {string} line @returns {PersonName} */
function parseLine(line) {
  const [name, ...role] = line.split(",");
  return { name: normalizeSpace(name), role: normalizeSpace(role.join(",")) };
}

const VOWELS = "aeiouyäöüáéíóúаеёиоуыэюяіїαεηιουωάέήίόύώ";
const SYLLABLES = new RegExp(`(?<=\\p{L}{3})(?=[^h${VOWELS}][${VOWELS}]\\p{L})`, "giu");

/** Lets long words break with a hyphen after a syllable, but no address. @param {string} text */
export const softenWords = (text) => text.replace(/\S+/g, (part) => (/[/@:]|\.\S/.test(part) ? part : part.replace(/\p{L}{16,}/gu, (word) => word.replace(SYLLABLES, "\u00AD"))));
