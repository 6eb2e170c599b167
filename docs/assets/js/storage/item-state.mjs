/**
 * Reads and changes the state of one checklist item among those of an interview. Used by the store, and to merge two states.
 *
 * @typedef {import("./state.mjs").ItemState} ItemState
 * @typedef {{ id: string, aliases?: string[], rev: number, what?: string }} Item
 */
import { canonicalJson } from "./patch.mjs";
import { millis, STATUSES, timestampAfter } from "./state.mjs";

/**
 * The state of an item, merged from all its ids: another device may know it by a former one.
 * @param {Record<string, ItemState>} items @param {{ id: string, aliases?: string[] }} item @returns {ItemState | undefined}
 */
export function findItemState(items, { id, aliases = [] }) {
  const [first, ...others] = [id, ...aliases].filter((name) => Object.hasOwn(items, name)).map((name) => items[name]);
  return first && others.reduce(mergeItemStates, first);
}

/** @param {Record<string, ItemState>} items @param {Item} item @param {import("./state.mjs").Status} status */
export function setStatus(items, item, status) {
  const old = findItemState(items, item);
  const wording = item.what ?? (old?.rev === item.rev ? old.what : undefined);
  const { what, ...rest } = old ?? {};
  put(items, item, { ...rest, state: status, rev: item.rev, at: timestampAfter(old?.at), ...(wording ? { what: wording } : {}) });
}

/** Set the note and leave the time of the status, so that it does not win over a status from another device. @param {Record<string, ItemState>} items @param {Item} item @param {string} text */
export function setNote(items, item, text) {
  const old = findItemState(items, item);
  if ((old?.note ?? "") === text) return;
  const { note, ...rest } = old ?? { state: "todo", rev: item.rev, at: "", ...(item.what ? { what: item.what } : {}) };
  put(items, item, /** @type {ItemState} */ ({ ...rest, ...(text ? { note: text } : {}), noted: timestampAfter(old?.noted) }));
}

/** Reset status and note. The entry stays, with its time, so that it wins when merged with a device that still has them. @param {Record<string, ItemState>} items @param {{ id: string, aliases?: string[] }} item */
export function clearItem(items, item) {
  const old = findItemState(items, item);
  if (!old) return;
  const { note, ...rest } = old;
  put(items, item, { ...rest, state: "todo", at: timestampAfter(old.at), noted: timestampAfter(old.noted) });
}

/**
 * Save a state under the current id of an item, and delete those under its former ids.
 * @param {Record<string, ItemState>} items @param {{ id: string, aliases?: string[] }} item @param {ItemState} state
 */
function put(items, { id, aliases = [] }, state) {
  for (const alias of aliases) delete items[alias];
  items[id] = state;
}

/**
 * The newest status with the newest note, because each has its own time. At the same time, more wins over less, so
 * that the order of the two does not matter.
 * @param {ItemState} a @param {ItemState} b @returns {ItemState}
 */
export function mergeItemStates(a, b) {
  const { note: _, noted: __, ...rest } = maxBy(a, b, ({ note, noted, ...item }) => [millis(item.at), STATUSES.indexOf(item.state), item.rev, canonicalJson(item)]);
  const { note, noted } = maxBy(a, b, ({ note, noted }) => [millis(noted), note?.length ?? 0, canonicalJson({ note, noted })]);
  return { ...rest, ...(note === undefined ? {} : { note }), ...(noted === undefined ? {} : { noted }) };
}

/**
 * The one whose ranks are higher; the first rank that differs decides.
 * @template T
 * @param {T} a @param {T} b @param {(value: T) => (number | string)[]} ranks
 */
export function maxBy(a, b, ranks) {
  const [ranksA, ranksB] = [ranks(a), ranks(b)];
  const at = ranksA.findIndex((rank, index) => rank !== ranksB[index]);
  return at >= 0 && ranksB[at] > ranksA[at] ? b : a;
}
