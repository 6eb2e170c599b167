/**
 * A calendar file as RFC 5545 wants it: UTC times or whole days, lines folded at 75 octets, and for each event a number
 * that rises when it changes, so that a second import updates and never doubles.
 *
 * @typedef {{ uid: string, title: string, text: string, place?: string, url?: string, alarms?: string[] }
 *   & ({ start: number, end: number } | { date: string })} Event moments in milliseconds, or a whole day;
 *   alarms as durations from the start, such as "-PT90M"
 * @typedef {{ sequence: number, changed: number, from: string, gone?: boolean, event: Event }} Published
 * @typedef {Record<string, Published>} Log what was written before, by uid
 */
import { addDays } from "./dates.mjs";

/**
 * What was written, brought up to date: events with the numbers they have come to. When `events` are all there are now
 * from this source, others of it are cancelled.
 * @param {Event[]} events @param {Log} log @param {number} now @param {string} from the source, such as "plan"
 * @param {boolean} whole @returns {Log} the new log
 */
export function published(events, log, now, from, whole) {
  const next = { ...log };
  for (const event of events) {
    const old = Object.hasOwn(log, event.uid) ? log[event.uid] : undefined;
    const same = old && !old.gone && JSON.stringify(old.event) === JSON.stringify(event);
    if (!same) next[event.uid] = { sequence: old ? old.sequence + 1 : 0, changed: now, from, event };
  }
  if (!whole) return next;
  const present = new Set(events.map(({ uid }) => uid));
  for (const [uid, old] of Object.entries(log)) {
    if (present.has(uid) || old.gone || old.from !== from) continue;
    next[uid] = { ...old, sequence: old.sequence + 1, changed: now, gone: true };
  }
  return next;
}

/** What goes into the whole file: what is there now, and what must disappear, unless it lies in the past. @param {Event[]} events @param {Log} log @param {number} now */
export const written = (events, log, now) => [...events.map(({ uid }) => log[uid]), ...Object.values(log).filter(({ gone, event }) => gone && endOf(event) > now)];

/** @param {Event} event */
const endOf = (event) => ("date" in event ? Date.parse(`${event.date}T23:59:00Z`) : event.end);

/** The text of the file. @param {Published[]} entries @param {number} now @param {string} name of the calendar */
export function ics(entries, now, name) {
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Round Two//My plan//EN", "CALSCALE:GREGORIAN", `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventLines(entry, now)), "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Published} entry @param {number} now */
function eventLines({ event, sequence, changed, gone }, now) {
  const whole = "date" in event;
  return [
    "BEGIN:VEVENT", `UID:${escaped(event.uid)}`, `DTSTAMP:${utc(now)}`, `LAST-MODIFIED:${utc(changed)}`, `SEQUENCE:${sequence}`,
    ...(whole ? [`DTSTART;VALUE=DATE:${compact(event.date)}`, `DTEND;VALUE=DATE:${compact(addDays(event.date, 1))}`]
      : [`DTSTART:${utc(event.start)}`, `DTEND:${utc(event.end)}`]),
    `SUMMARY:${escaped(event.title)}`, ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []), ...(event.url ? [`URL:${event.url}`] : []),
    `STATUS:${gone ? "CANCELLED" : "CONFIRMED"}`, `TRANSP:${whole ? "TRANSPARENT" : "OPAQUE"}`,
    ...(gone ? [] : (event.alarms ?? []).flatMap((trigger) =>
      ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(event.title)}`, `TRIGGER:${trigger}`, "END:VALARM"])),
    "END:VEVENT",
  ];
}

/** @param {number} at */
const utc = (at) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
/** @param {string} date */
const compact = (date) => date.replaceAll("-", "");

/** A text value; what no line may hold is left out. @param {string} text */
export const escaped = (text) => text.toWellFormed().replace(/\r\n?/g, "\n").replace(/[\0-\x08\v-\x1f\x7f]/g, "")
  .replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

const encoder = new TextEncoder();

/** Broken into lines of at most 75 octets, never within a character. @param {string} line */
export function folded(line) {
  let [text, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += size;
  }
  return text;
}
