/** The scorecard, read: the signs of an interview that were marked maybe or yes. */
import { signRecord } from "../storage/saved-names.mjs";
import { isRecord } from "../storage/validators.mjs";

/** @typedef {import("../practice/practice-data.mjs").Practice["signs"][number] & { seen: "maybe" | "yes", evidence: string }} Seen */

/** @param {import("../practice/practice-data.mjs").Practice["signs"]} signs @param {Record<string, import("../storage/state.mjs").SavedRecord>} kept @returns {Seen[]} */
export function seenSigns(signs, kept) {
  return signs.flatMap((sign) => {
    const mark = kept[signRecord(sign.id)]?.value;
    if (!isRecord(mark) || !["maybe", "yes"].includes(mark.seen)) return [];
    return [{ ...sign, seen: mark.seen, evidence: typeof mark.evidence === "string" ? mark.evidence.trim() : "" }];
  });
}
