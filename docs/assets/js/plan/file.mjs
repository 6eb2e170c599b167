/** Write a calendar file, and remember what was written, so that the next one updates the reader's calendar. */
import { make } from "../dom.mjs";
import { store } from "../store.mjs";
import { ics, published, written } from "./calendar.mjs";
import { amend, facts } from "./facts.mjs";

const LOG = "plan-calendar";

/** The name of an event in every calendar: the same for this interview on every device it is carried to. */
export function naming() {
  if (!facts(store).key) amend(store, () => {});
  const tail = `${store.state.interview}.${facts(store).key}@round-two`;
  return (/** @type {string} */ id) => `${id}.${tail}`;
}

/** @returns {import("./calendar.mjs").Log} */
function log() {
  const kept = store.kept(LOG);
  if (!kept || typeof kept !== "object") return {};
  return Object.fromEntries(Object.entries(kept).filter(([, one]) => Number.isInteger(one?.sequence) && Number.isFinite(one?.changed) && typeof one?.event?.uid === "string"));
}

/**
 * @param {import("./calendar.mjs").Event[]} events @param {string} name of the file @param {(uid: string) => boolean} [ours]
 * which events written before must go when they are not among these; without it, none
 */
export function saveCalendar(events, name, ours) {
  const now = Date.now();
  const next = published(events, log(), now, ours ?? (() => false));
  store.keep(LOG, next);
  const entries = ours ? written(events, next) : events.map(({ uid }) => next[uid]);
  const href = URL.createObjectURL(new Blob([ics(entries, now, "Round Two")], { type: "text/calendar" }));
  make("a", { href, download: `${name}.ics` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
