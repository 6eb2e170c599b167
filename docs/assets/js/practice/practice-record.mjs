/** Reads what the reader has practiced. */
import { questionRecord } from "../storage/saved-names.mjs";
import { millis } from "../storage/state.mjs";
import { store } from "../storage/store.mjs";
import { isRecord } from "../storage/validators.mjs";

/**
 * The latest practice record of a question, also under its former ids.
 * @param {{ id: string, aliases?: string[] }} question @returns {import("./spaced-repetition.mjs").PracticeRecord | undefined}
 */
export function readPracticeRecord({ id, aliases = [] }) {
  return [id, ...aliases].map((name) => store.getRecord(questionRecord(name))).filter(isRecord)
    .sort((a, b) => millis(b.last) - millis(a.last))[0];
}
