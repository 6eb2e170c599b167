/**
 * Formats calendar files (RFC 5545). Each event has a sequence number that rises when it changes, so that importing a
 * second file updates events instead of adding them again.
 *
 * @typedef {{ uid: string, title: string, text: string, place?: string, url?: string, alarms?: string[] }
 *   & ({ start: number, end: number } | { date: string })} Event instants in milliseconds, or a whole day;
 *   alarms are durations from the start, such as "-PT90M"
 * @typedef {{ sequence: number, changed: number, from: string, gone?: boolean, event: Event }} Revision
 * @typedef {Record<string, Revision>} RevisionLog by uid
 */
import { addDays } from "./dates.mjs";

/**
 * Update the revisions with these events. When `isComplete`, the other events of this source are cancelled.
 * @param {Event[]} events @param {RevisionLog} log @param {number} now @param {string} from the source, such as "plan"
 * @param {boolean} isComplete @returns {RevisionLog}
 */
export function nextRevisions(events, log, now, from, isComplete) {
  const next = { ...log };
  for (const event of events) {
    const old = Object.hasOwn(log, event.uid) ? log[event.uid] : undefined;
    const isSame = old && !old.gone && JSON.stringify(old.event) === JSON.stringify(event);
    if (!isSame) next[event.uid] = { sequence: old ? old.sequence + 1 : 0, changed: now, from, event };
  }
  if (!isComplete) return next;
  const present = new Set(events.map(({ uid }) => uid));
  for (const [uid, old] of Object.entries(log)) {
    if (present.has(uid) || old.gone || old.from !== from) continue;
    next[uid] = { ...old, sequence: old.sequence + 1, changed: now, gone: true };
  }
  return next;
}

/** The revisions of these events, and the cancelled ones that are not in the past. @param {Event[]} events @param {RevisionLog} log @param {number} now */
export const currentAndCancelled = (events, log, now) => [...events.map(({ uid }) => log[uid]), ...Object.values(log).filter(({ gone, event }) => gone && endOf(event) > now)];

/** The instant at which an event is over. @param {Event} event */
export const endOf = (event) => ("date" in event ? Date.parse(`${event.date}T23:59:00Z`) : event.end);

/** The text of the file. Outlook wants a name of the calendar only in a file with several events. @param {Revision[]} entries @param {number} now @param {string} name of the calendar */
export function formatCalendar(entries, now, name) {
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Round Two//My plan//EN", "CALSCALE:GREGORIAN",
    ...(entries.length > 1 ? [`X-WR-CALNAME:${escapeText(name)}`] : []),
    ...entries.flatMap((entry) => eventLines(entry, now)), "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** @param {Revision} entry @param {number} now */
function eventLines({ event, sequence, changed, gone }, now) {
  const isAllDay = "date" in event;
  return [
    "BEGIN:VEVENT", `UID:${escapeText(event.uid)}`, `DTSTAMP:${formatUtc(now)}`, `LAST-MODIFIED:${formatUtc(changed)}`, `SEQUENCE:${sequence}`,
    ...(isAllDay ? [`DTSTART;VALUE=DATE:${formatDay(event.date)}`, `DTEND;VALUE=DATE:${formatDay(addDays(event.date, 1))}`]
      : [`DTSTART:${formatUtc(event.start)}`, `DTEND:${formatUtc(event.end)}`]),
    `SUMMARY:${escapeText(event.title)}`, ...(event.text ? [`DESCRIPTION:${escapeText(event.text)}`] : []),
    ...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []), ...(event.url ? [`URL:${event.url}`] : []),
    `STATUS:${gone ? "CANCELLED" : "CONFIRMED"}`, `TRANSP:${isAllDay ? "TRANSPARENT" : "OPAQUE"}`,
    ...(gone ? [] : (event.alarms ?? []).filter((trigger) => alarmTime(event, trigger) >= now).flatMap((trigger) =>
      ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escapeText(event.title)}`, `TRIGGER:${trigger}`, "END:VALARM"])),
    "END:VEVENT",
  ];
}

/** The instant of an alarm; on a whole day, by the clock of the device. @param {Event} event @param {string} trigger */
function alarmTime(event, trigger) {
  const [, sign, count, unit] = /^(-?)PT(\d+)([HM])$/.exec(trigger) ?? [];
  return ("date" in event ? new Date(`${event.date}T00:00`).getTime() : event.start) + Number(`${sign}${count}`) * (unit === "H" ? 3_600_000 : 60_000);
}

/** @param {number} at */
const formatUtc = (at) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
/** @param {string} date */
const formatDay = (date) => date.replaceAll("-", "");

/** Escape a text value and remove control characters. @param {string} text */
const escapeText = (text) => text.toWellFormed().replace(/\r\n?/g, "\n").replace(/[\0-\x08\v-\x1f\x7f]/g, "")
  .replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

const encoder = new TextEncoder();

/** Fold a line after at most 75 octets, never inside a character. @param {string} line */
function foldLine(line) {
  let [text, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += size;
  }
  return text;
}
