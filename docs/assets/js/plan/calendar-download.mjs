/** Downloads calendar files, and saves their revisions, so that the next file updates the calendar of the reader. */
import { download } from "../lib/dom.mjs";
import { CALENDAR } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord } from "../storage/validators.mjs";
import { currentAndCancelled, formatCalendar, nextRevisions } from "./icalendar.mjs";
import { readPlan, updatePlan } from "./plan-data.mjs";

/**
 * The end of the uids of this interview, which stays when another device gives the interview another id. Older calendar
 * files had that id in it, so their entries keep the end that they have.
 */
function uidSuffix() {
  if (!readPlan(store).key) updatePlan(store, () => {});
  const end = `.${readPlan(store).key}@round-two`;
  const known = Object.keys(store.getRecord(CALENDAR) ?? {}).find((uid) => uid.endsWith(end));
  return known?.slice(known.indexOf(".")) ?? end;
}

/** A function that makes the uid of an event from its id. */
export function createUids() {
  const end = uidSuffix();
  return (/** @type {string} */ id) => `${id}${end}`;
}

/** The saved revisions of this interview. @returns {import("./icalendar.mjs").RevisionLog} */
function readRevisions() {
  const record = store.getRecord(CALENDAR);
  const end = uidSuffix();
  return Object.fromEntries(Object.entries(isRecord(record) ? record : {}).filter(([uid, one]) => uid.endsWith(end) && isRevision(one)));
}

/** @param {any} one */
const isRevision = (one) => Number.isInteger(one?.sequence) && Number.isFinite(one?.changed) && typeof one?.event?.uid === "string"
  && (typeof one.event.date === "string" || Number.isFinite(one.event.end));

/**
 * @param {import("./icalendar.mjs").Event[]} events @param {string} name of the file @param {string} from the part of the site
 * @param {boolean} [isComplete] whether these are all events, so that others are cancelled
 */
export function downloadCalendar(events, name, from, isComplete = false) {
  const now = Date.now();
  const next = nextRevisions(events, readRevisions(), now, from, isComplete);
  store.setRecord(CALENDAR, next);
  const entries = isComplete ? currentAndCancelled(events, next, now) : events.map(({ uid }) => next[uid]);
  download(`${name}.ics`, formatCalendar(entries, now, "Round Two"), "text/calendar");
}
