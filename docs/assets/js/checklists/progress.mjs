/** Counting marks: what is not for the reader is no part of the whole. */
import { pluralize } from "../lib/dom.mjs";

/** @typedef {{ done: number, all: number, skipped: number, percent: number }} Tally */

/** @param {Iterable<string>} states @returns {Tally} */
export function tally(states) {
  const tally = { done: 0, all: 0, skipped: 0, percent: 0 };
  for (const state of states) {
    if (state === "skipped") tally.skipped += 1;
    else tally.all += 1;
    if (state === "done") tally.done += 1;
  }
  tally.percent = tally.all ? Math.round((100 * tally.done) / tally.all) : 0;
  return tally;
}

/** @param {Tally} tally */
export function inWords({ done, all, skipped }) {
  const set = skipped ? `, ${skipped} not for you` : "";
  return all ? `${done} of ${all} done${set}` : `${pluralize(skipped, "item")} not for you`;
}
