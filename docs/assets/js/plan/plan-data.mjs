/**
 * Reads and updates the plan: what the reader entered about the interview. The saved record is validated, and each
 * update changes the newest saved record, so that two tabs do not overwrite each other.
 *
 * @typedef {{ id: string, name: string, role: string, person: string, story: string }} PanelMember a person
 *   the reader will meet; `person` is an id of data/people
 * @typedef {{ id: string, what: string, date: string, promised: string, deadline: string, day: string }} PlanEvent `what` is a key of EVENTS in timelines.mjs;
 *   `promised` is a new date for their answer, `deadline` the one of an offer, `day` the new one of the interview
 * @typedef {{ key: string, company: string, role: string, me: string, topic: string, date: string, time: string, ends: string,
 *   zone: string, place: string, formats: string[], people: PanelMember[], field: string, hours: number, evening: string,
 *   travel: string, journey: number, promised: string, country: string, events: PlanEvent[] }} PlanData `hours` a day are 0 for "not
 *   sure" and -1 for none; `travel` is "online" or a key of SLACK in departure.mjs, and `journey` its minutes
 * @typedef {typeof import("../storage/store.mjs").store} Store
 */
import { randomId } from "../lib/random-id.mjs";
import { cutText } from "../lib/words.mjs";
import { PLAN } from "../storage/saved-names.mjs";
import { isRecord } from "../storage/validators.mjs";
import { isDate, isTime } from "./dates.mjs";
import { parseId, parseList } from "./plan-filters.mjs";
import { isZone } from "./zones.mjs";

const MAX_TEXT = 300;

/** @param {any} value */
const parseText = (value) => (typeof value === "string" ? cutText(value, MAX_TEXT) : "");
/** @param {any} value @param {number} most */
const parseNumber = (value, most) => (typeof value === "number" && value > 0 ? Math.min(value, most) : 0);
/** @param {any} value @param {(value: any) => boolean} isValid */
const parseIf = (value, isValid) => (isValid(value) ? value : "");

/** @param {any} one @returns {PanelMember} */
const parsePerson = (one) => ({
  id: parseId(one?.id), name: parseText(one?.name), role: parseText(one?.role), person: parseId(one?.person), story: parseText(one?.story),
});
/** @param {any} one @returns {PlanEvent} */
const parseEvent = (one) => ({ id: parseId(one?.id), what: parseId(one?.what), date: parseIf(one?.date, isDate), promised: parseIf(one?.promised, isDate), deadline: parseIf(one?.deadline, isDate), day: parseIf(one?.day, isDate) });

/** The valid part of a saved record; empty values for the rest. @param {any} record @returns {PlanData} */
export function parsePlan(record) {
  return {
    key: parseId(record?.key),
    company: parseText(record?.company), role: parseText(record?.role), me: parseText(record?.me), topic: parseText(record?.topic), place: parseText(record?.place),
    date: parseIf(record?.date, isDate), time: parseIf(record?.time, isTime), ends: parseIf(record?.ends, isTime), evening: parseIf(record?.evening, isTime),
    zone: parseIf(record?.zone, isZone), promised: parseIf(record?.promised, isDate),
    country: typeof record?.country === "string" && /^[A-Z]{2}$/.test(record.country) ? record.country : "",
    formats: [...new Set(parseList(record?.formats, parseId).filter(Boolean))], field: parseId(record?.field), hours: record?.hours === -1 ? -1 : parseNumber(record?.hours, 12), travel: parseId(record?.travel), journey: parseNumber(record?.journey, 600),
    people: parseList(record?.people, parsePerson).filter((one) => one.id),
    events: parseList(record?.events, parseEvent).filter((one) => one.id && one.what && one.date).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
  };
}

/** @param {Store} store */
export const readPlan = (store) => parsePlan(store.getRecord(PLAN));

/**
 * The plan with former ids of formats, people and the line of work replaced by the present ones.
 * @param {PlanData} plan @param {any} guide api/v1/plan.json @returns {PlanData}
 */
export function withCurrentIds(plan, { formats, people, fields }) {
  const owners = [...formats, ...people, ...fields];
  const present = new Map(owners.flatMap(({ id, aliases = [] }) => aliases.map((/** @type {string} */ alias) => [alias, id])));
  const current = (/** @type {string} */ id) => present.get(id) ?? id;
  return { ...plan, formats: plan.formats.map(current), field: current(plan.field), people: plan.people.map((one) => ({ ...one, person: current(one.person) })) };
}

/** Whether the reader has entered anything. @param {PlanData} plan */
export function hasAnswers(plan) {
  const { key: _key, ...rest } = plan;
  const { key: _none, ...empty } = parsePlan({});
  return JSON.stringify(rest) !== JSON.stringify(empty);
}

/** Update the newest saved record. @param {Store} store @param {(plan: any) => void} edit */
export function updatePlan(store, edit) {
  const record = store.getRecord(PLAN);
  const plan = isRecord(record) ? record : {};
  plan.key ??= randomId();
  edit(plan);
  store.setRecord(PLAN, plan);
}

/**
 * Add, change or, without `part`, remove a member of a list in the plan.
 * @param {Store} store @param {"people" | "events"} name @param {string} member its id @param {Record<string, any>} [part]
 */
export function updateMember(store, name, member, part) {
  updatePlan(store, (plan) => {
    const all = Array.isArray(plan[name]) ? plan[name] : [];
    const at = all.findIndex((/** @type {any} */ one) => one?.id === member);
    if (!part) plan[name] = all.filter((/** @type {any} */ one) => one?.id !== member);
    else if (at < 0) plan[name] = [...all, { ...part, id: member }];
    else plan[name] = all.with(at, { ...all[at], ...part });
  });
}
