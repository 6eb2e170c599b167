/**
 * The mark of one item: finding it under present and former ids, answering, noting, taking back, and making one of two.
 *
 * @typedef {import("./state.mjs").Mark} Mark
 * @typedef {{ id: string, aliases?: string[], rev: number, what?: string }} Item
 */
import { canonical } from "./patch.mjs";
import { ANSWERS, millis, stamp } from "./state.mjs";

/**
 * The mark of an item, which may stand under several of its ids: another device may know it by a former one.
 * @param {Record<string, Mark>} items @param {{ id: string, aliases?: string[] }} item @returns {Mark | undefined}
 */
export const markOf = (items, { id, aliases = [] }) =>
  [id, ...aliases].filter((name) => Object.hasOwn(items, name)).map((name) => items[name])
    .reduce((one, other) => (one ? newest(one, other) : other), /** @type {Mark | undefined} */ (undefined));

/** @param {Record<string, Mark>} items @param {Item} item @param {Mark["state"]} state */
export function answer(items, item, state) {
  const old = markOf(items, item);
  const wording = item.what ?? (old?.rev === item.rev ? old.what : undefined);
  const { what, ...rest } = old ?? {};
  put(items, item, { ...rest, state, rev: item.rev, at: stamp(old?.at), ...(wording ? { what: wording } : {}) });
}

/** A note is no answer: an item that was never answered stays older than any answer. @param {Record<string, Mark>} items @param {Item} item @param {string} text */
export function annotate(items, item, text) {
  const old = markOf(items, item);
  if ((old?.note ?? "") === text) return;
  const { note, ...rest } = old ?? { state: "todo", rev: item.rev, at: "", ...(item.what ? { what: item.what } : {}) };
  put(items, item, /** @type {Mark} */ ({ ...rest, ...(text ? { note: text } : {}), noted: stamp(old?.noted) }));
}

/** Forget answer and note. The mark stays, with its time: merged with a device that still has them, this must win. @param {Record<string, Mark>} items @param {{ id: string, aliases?: string[] }} item */
export function forget(items, item) {
  const old = markOf(items, item);
  if (!old) return;
  const { note, ...rest } = old;
  put(items, item, { ...rest, state: "todo", at: stamp(old.at), noted: stamp(old.noted) });
}

/**
 * Put a mark under the item's own id; a former id gives its mark up, so that no older one can come back.
 * @param {Record<string, Mark>} items @param {{ id: string, aliases?: string[] }} item @param {Mark} mark
 */
function put(items, { id, aliases = [] }, mark) {
  for (const alias of aliases) delete items[alias];
  items[id] = mark;
}

/**
 * Two marks of one item: the newest state, and the newest note, for each has its own time. At the same moment, more
 * wins over less, so that the result is the same from both sides.
 * @param {Mark} a @param {Mark} b @returns {Mark}
 */
export function newest(a, b) {
  const { note: _, noted: __, ...rest } = later(a, b, ({ note, noted, ...mark }) => [millis(mark.at), ANSWERS.indexOf(mark.state), mark.rev, canonical(mark)]);
  const { note, noted } = later(a, b, ({ note, noted }) => [millis(noted), note?.length ?? 0, canonical({ note, noted })]);
  return { ...rest, ...(note === undefined ? {} : { note }), ...(noted === undefined ? {} : { noted }) };
}

/**
 * The one whose ranks are higher, the first rank that differs deciding.
 * @template T
 * @param {T} a @param {T} b @param {(one: T) => (number | string)[]} ranks
 */
export function later(a, b, ranks) {
  const [mine, theirs] = [ranks(a), ranks(b)];
  const at = mine.findIndex((rank, index) => rank !== theirs[index]);
  return at >= 0 && theirs[at] > mine[at] ? b : a;
}
