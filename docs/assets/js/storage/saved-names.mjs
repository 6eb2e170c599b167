/**
 * Every name under which this site saves something in the browser; docs/data/storage.md describes the values. A name
 * never changes, because readers come back to what they saved. The inline script partials/scheme.js repeats two keys.
 */

/** Keys of localStorage. */
export const STATE_KEY = "round-two:state";
export const UNDO_KEY = "round-two:undo";
export const BACKUP_KEY = "round-two:backup";
export const SCHEME_KEY = "round-two:scheme";
export const PRINT_KEY = "round-two:print";
export const QUARANTINE_PREFIX = "round-two:unreadable:";

/** The IndexedDB database of the recordings. */
export const RECORDINGS_DATABASE = "round-two";

/**
 * Records of an interview. Forms name further ones in their markup: `data-name` of <autosave-form> and `data-prefix` of
 * <record-list>.
 */
export const PLAN = "plan";
export const CALENDAR = "plan-calendar";
export const ROUND = "round";
export const ROUND_OPTIONS = "practice";
export const PARTNER_FORM = "partner";
export const STORY_PREFIX = "story-";
export const DEBRIEF_PREFIX = "debrief-";
/** What the reader filled into messages. */
export const BLANKS = "blanks";
/** What the reader wrote for the sheet for the room: why this company, numbers, a phone number. */
export const ROOM = "room";

/** What goes on the sheet for the room. @param {string} id of a format */
export const roomRecord = (id) => `room-${id}`;

/** @param {string} id of a question */
export const questionRecord = (id) => `question-${id}`;

/** A message to send after a step. @param {string} id of a step of a timeline */
export const messageRecord = (id) => `letter-${id}`;

/** @param {string} id of a factor of the decision sheet */
export const scoreRecord = (id) => `score-${id}`;

/** @param {string} id of a factor of the decision sheet */
export const weightRecord = (id) => `weight-${id}`;

/** @param {string} id of a sign of the scorecard */
export const signRecord = (id) => `sign-${id}`;
