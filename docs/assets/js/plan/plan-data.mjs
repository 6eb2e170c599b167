/**
 * What the reader told of the interview: the value kept under `plan`. It is read as from a stranger, and each change is
 * made to what is stored at that moment, so that two tabs add to each other.
 *
 * @typedef {{ id: string, name: string, role: string, person: string, story: string }} Met somebody they
 *   will meet; `person` is an id of data/people
 * @typedef {{ id: string, what: string, date: string, promised: string }} Happened what happened, and when
 * @typedef {{ key: string, company: string, role: string, me: string, topic: string, date: string, time: string, ends: string,
 *   zone: string, place: string, formats: string[], people: Met[], field: string, hours: number, evening: string,
 *   promised: string, country: string, events: Happened[] }} Facts
 * @typedef {typeof import("../storage/store.mjs").store} Store
 */
import { PLAN } from "../storage/saved-names.mjs";
import { isDate, isTime } from "./dates.mjs";
import { isZone } from "./time-zones.mjs";

const LONGEST = 300;
export const MOST_HOURS = 12;

/** @param {any} value */
const text = (value) => (typeof value === "string" ? [...value].slice(0, LONGEST).join("") : "");
/** @param {any} value */
const id = (value) => (typeof value === "string" && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value) ? value : "");
/** @template T @param {any} value @param {(one: any) => T} each */
const list = (value, each) => (Array.isArray(value) ? value.slice(0, 40).map(each) : []);
/** @param {any} value */
const hours = (value) => (typeof value === "number" && value > 0 ? Math.min(value, MOST_HOURS) : 0);
/** @param {any} value @param {(value: any) => boolean} fits */
const when = (value, fits) => (fits(value) ? value : "");

/** @param {any} one @returns {Met} */
const met = (one) => ({
  id: id(one?.id), name: text(one?.name), role: text(one?.role), person: id(one?.person), story: text(one?.story),
});
/** @param {any} one @returns {Happened} */
const happened = (one) => ({ id: id(one?.id), what: id(one?.what), date: when(one?.date, isDate), promised: when(one?.promised, isDate) });

/** The sound part of what is kept. @param {any} kept @returns {Facts} */
export function sound(kept) {
  return {
    key: id(kept?.key),
    company: text(kept?.company), role: text(kept?.role), me: text(kept?.me), topic: text(kept?.topic), place: text(kept?.place),
    date: when(kept?.date, isDate), time: when(kept?.time, isTime), ends: when(kept?.ends, isTime), evening: when(kept?.evening, isTime),
    zone: when(kept?.zone, isZone), promised: when(kept?.promised, isDate),
    country: typeof kept?.country === "string" && /^[A-Z]{2}$/.test(kept.country) ? kept.country : "",
    formats: [...new Set(list(kept?.formats, id).filter(Boolean))], field: id(kept?.field), hours: hours(kept?.hours),
    people: list(kept?.people, met).filter((one) => one.id),
    events: list(kept?.events, happened).filter((one) => one.id && one.what && one.date).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
  };
}

/** @param {Store} store */
export const facts = (store) => sound(store.getRecord(PLAN));

/** Whether anything is known that a plan can be made from. @param {Facts} known */
export function answered(known) {
  const { key: _key, ...rest } = known;
  const { key: _none, ...nothing } = sound({});
  return JSON.stringify(rest) !== JSON.stringify(nothing);
}

/** Change what is stored now. @param {Store} store @param {(plan: any) => void} edit */
export function amend(store, edit) {
  const kept = store.getRecord(PLAN);
  const plan = kept && typeof kept === "object" && !Array.isArray(kept) ? structuredClone(kept) : {};
  plan.key ??= newId();
  edit(plan);
  store.setRecord(PLAN, plan);
}

/**
 * Add or change one member of a list in the plan; without `part`, take it away.
 * @param {Store} store @param {"people" | "events"} name @param {string} member its id @param {Record<string, any>} [part]
 */
export function amendOne(store, name, member, part) {
  amend(store, (plan) => {
    const all = Array.isArray(plan[name]) ? plan[name] : [];
    const at = all.findIndex((/** @type {any} */ one) => one?.id === member);
    if (!part) plan[name] = all.filter((/** @type {any} */ one) => one?.id !== member);
    else if (at < 0) plan[name] = [...all, { ...part, id: member }];
    else plan[name] = all.with(at, { ...all[at], ...part });
  });
}

export const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36).padStart(2, "0")).join("");
