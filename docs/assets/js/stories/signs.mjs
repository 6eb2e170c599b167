/** Reads the signs that were marked "maybe" or "yes" on the scorecard of an interview. */
import { signRecord } from "../storage/saved-names.mjs";
import { isRecord } from "../storage/validators.mjs";

/** @typedef {import("../lib/practice-data.mjs").Practice["signs"][number] & { seen: "maybe" | "yes", evidence: string }} SeenSign */

/** @param {import("../lib/practice-data.mjs").Practice["signs"]} signs @param {Record<string, import("../storage/state.mjs").SavedRecord>} kept @returns {SeenSign[]} */
export function readSeenSigns(signs, kept) {
  return signs.flatMap((sign) => {
    const record = kept[signRecord(sign.id)]?.value;
    if (!isRecord(record) || !["maybe", "yes"].includes(record.seen)) return [];
    return [{ ...sign, seen: record.seen, evidence: typeof record.evidence === "string" ? record.evidence.trim() : "" }];
  });
}
