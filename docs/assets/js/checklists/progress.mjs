/** Counts the progress of checklist items. Skipped items ("Not for me") are excluded from the total. */
import { pluralize } from "../lib/dom.mjs";

/** @typedef {{ done: number, all: number, skipped: number, percent: number }} Progress */

/** @param {Iterable<string>} statuses @returns {Progress} */
export function countProgress(statuses) {
  const progress = { done: 0, all: 0, skipped: 0, percent: 0 };
  for (const status of statuses) {
    if (status === "skipped") progress.skipped += 1;
    else progress.all += 1;
    if (status === "done") progress.done += 1;
  }
  progress.percent = progress.all ? Math.round((100 * progress.done) / progress.all) : 0;
  return progress;
}

/** @param {Progress} progress */
export function describeProgress({ done, all, skipped }) {
  const skips = skipped ? `, ${skipped} not for you` : "";
  return all ? `${done} of ${all} done${skips}` : `${pluralize(skipped, "item")} not for you`;
}
