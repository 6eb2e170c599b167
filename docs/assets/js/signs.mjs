/** The scorecard, read: the signs that were marked maybe or yes. */
import { isRecord } from "./state.mjs";

/** @typedef {import("./practice-data.mjs").Practice["signs"][number] & { seen: "maybe" | "yes", evidence: string }} Seen */

/** @param {import("./practice-data.mjs").Practice["signs"]} signs @param {unknown} kept the kept `scorecard` @returns {Seen[]} */
export function seenSigns(signs, kept) {
  if (!isRecord(kept)) return [];
  return signs.flatMap((sign) => {
    const mark = Object.hasOwn(kept, sign.id) ? kept[sign.id] : undefined;
    if (!isRecord(mark) || !["maybe", "yes"].includes(mark.seen)) return [];
    return [{ ...sign, seen: mark.seen, evidence: typeof mark.evidence === "string" ? mark.evidence.trim() : "" }];
  });
}
