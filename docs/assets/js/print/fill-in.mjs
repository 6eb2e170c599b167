/**
 * The facts of an interview as they are written on paper, read from the kept `plan` as from a stranger, and the people
 * as they are typed: one a line, name and role.
 *
 * @typedef {{ name: string, role: string }} Somebody
 */
import { city, here, isZone } from "../plan/time-zones.mjs";
import { isRecord } from "../storage/validators.mjs";
import { DEFAULT_NAME } from "../storage/state.mjs";

/** The most letters that stand in a blank at the head of a sheet: two lines of small type. */
const ROOM = 64;

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "");

/** @param {unknown} plan @returns {Record<string, any>} */
const record = (plan) => (isRecord(plan) ? /** @type {Record<string, any>} */ (plan) : {});

/** @param {unknown} plan @returns {Somebody[]} */
export function people(plan) {
  const { people: met } = record(plan);
  return (Array.isArray(met) ? met : []).filter(isRecord)
    .map((one) => ({ name: text(one.name), role: text(one.role) })).filter(({ name, role }) => name || role);
}

/** The name the reader gave the interview; the one it has from the start says nothing. @param {import("../storage/state.mjs").Interview} interview */
export const given = ({ name }) => (name === DEFAULT_NAME ? "" : name);

/** What stands in each field of the form. @param {unknown} plan @param {string} name of the interview */
export function fields(plan, name) {
  const { company, date, time, place } = record(plan);
  return {
    company: text(company) || text(name), date: text(date), time: text(time), place: text(place),
    people: people(plan).map(({ name, role }) => [name, role].filter(Boolean).join(", ")).join("\n"),
  };
}

/** What stands in each blank. @param {unknown} plan @param {string} name of the interview @returns {Record<string, string>} */
export function blanks(plan, name) {
  const { company, date, time, place } = fields(plan, name);
  const when = [day(date), [time, time && elsewhere(record(plan).zone)].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  const filled = { company, when, day: day(date), place, promised: day(text(record(plan).promised)) };
  return { ...Object.fromEntries(Object.entries(filled).map(([key, value]) => [key, shortened(value)])), people: named(people(plan)) };
}

/** Whose clock the time is of, unless it is the reader's own. @param {unknown} zone */
const elsewhere = (zone) => (isZone(zone) && zone !== here() ? `in ${city(zone)}` : "");

/** "Thu 3 December 2026"; "" for what is no day. @param {string} date */
function day(date) {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(at)) return "";
  const form = /** @type {const} */ ({ weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return new Intl.DateTimeFormat("en-GB", form).format(at).replace(",", "");
}

/** As many names as there is room for, and how many more. @param {Somebody[]} met */
function named(met) {
  const names = met.map(({ name, role }) => shortened(name || role));
  for (let count = names.length; count > 1; count--) {
    const more = names.length - count;
    const line = names.slice(0, count).join(", ") + (more ? ` and ${more} more` : "");
    if (line.length <= ROOM) return line;
  }
  return names.length > 1 ? `${shortened(names[0], ROOM - 12)} and ${names.length - 1} more` : names[0] ?? "";
}

/** @param {string} words @param {number} [room] */
const shortened = (words, room = ROOM) => (words.length > room ? `${words.slice(0, room - 1).trimEnd()}…` : words);

/**
 * The plan with what was typed. A person whose name still stands keeps everything else that is known of them; a name
 * that changed on its line is the same person.
 * @param {unknown} plan @param {{ company: string, date: string, time: string, place: string, people: string }} typed
 */
export function withTyped(plan, { people: lines, ...typed }) {
  const known = record(plan);
  const old = (Array.isArray(known.people) ? known.people : []).filter(isRecord);
  const met = lines.split("\n").map(parsed).filter(({ name }) => name);
  const names = new Set(met.map(({ name }) => name));
  const same = (/** @type {Somebody} */ { name }, /** @type {number} */ index) =>
    old.find((one) => text(one.name) === name) ?? (old[index] && !names.has(text(old[index].name)) ? old[index] : { id: newId() });
  return { ...known, ...typed, people: met.map((one, index) => ({ ...same(one, index), ...one })) };
}

/** @param {string} line @returns {Somebody} */
function parsed(line) {
  const [name, ...role] = line.split(",");
  return { name: text(name), role: text(role.join(",")) };
}

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36).padStart(2, "0")).join("");
