/** Write a calendar file, and remember what was written, so that the next one updates the reader's calendar. */
import { download } from "../lib/dom.mjs";
import { CALENDAR } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { ics, published, written } from "./icalendar.mjs";
import { amend, facts } from "./plan-data.mjs";

/** The end of every name of this interview; it is the same on every device the interview is carried to. */
function tail() {
  if (!facts(store).key) amend(store, () => {});
  return `.${store.state.interview}.${facts(store).key}@round-two`;
}

/** The name of an event in every calendar. */
export function naming() {
  const end = tail();
  return (/** @type {string} */ id) => `${id}${end}`;
}

/** What was written of this interview; one that was copied from another leaves the other's alone. @returns {import("./icalendar.mjs").Log} */
function log() {
  const kept = store.getRecord(CALENDAR);
  const end = tail();
  return Object.fromEntries(Object.entries(kept && typeof kept === "object" ? kept : {}).filter(([uid, one]) => uid.endsWith(end) && isPublished(one)));
}

/** @param {any} one */
const isPublished = (one) => Number.isInteger(one?.sequence) && Number.isFinite(one?.changed) && typeof one?.event?.uid === "string"
  && (typeof one.event.date === "string" || Number.isFinite(one.event.end));

/**
 * @param {import("./icalendar.mjs").Event[]} events @param {string} name of the file @param {string} from which part of the site
 * @param {boolean} [whole] whether these are all, so that what was written before and is not among them must go
 */
export function saveCalendar(events, name, from, whole = false) {
  const now = Date.now();
  const next = published(events, log(), now, from, whole);
  store.setRecord(CALENDAR, next);
  const entries = whole ? written(events, next, now) : events.map(({ uid }) => next[uid]);
  download(`${name}.ics`, ics(entries, now, "Round Two"), "text/calendar");
}
