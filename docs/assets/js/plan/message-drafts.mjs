/**
 * Letters the reader changed. They are written down when the page is left, because each change of the store draws the
 * plan anew, under the hands of whoever types. Each stands under `letter-<step>` of its own interview.
 *
 * @typedef {{ subject?: string, body?: string, message?: string, person?: string, form?: string, changed?: boolean }} Draft
 */
import { messageRecord } from "../storage/saved-names.mjs";
import { isRecord } from "../storage/validators.mjs";
import { store } from "../storage/store.mjs";

/** @type {Map<string, { interview: string, name: string, draft: Draft }>} */
const drafts = new Map();

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return;
  for (const { interview, name, draft: { changed, ...letter } } of drafts.values()) if (changed) store.setRecord(name, letter, interview);
});

/** The draft of a step, to be changed in place. @param {string} step @returns {Draft} */
export function draftOf(step) {
  const { interview } = store.state;
  const [name, key] = [messageRecord(step), `${interview} ${step}`];
  const known = drafts.get(key) ?? { interview, name, draft: sound(store.getRecord(name)) };
  drafts.set(key, known);
  return known.draft;
}

/** The sound part of what is kept. @param {unknown} kept @returns {Draft} */
function sound(kept) {
  const letter = isRecord(kept) ? /** @type {Record<string, unknown>} */ (kept) : {};
  return Object.fromEntries(["subject", "body", "message", "person", "form"].filter((part) => typeof letter[part] === "string").map((part) => [part, letter[part]]));
}
