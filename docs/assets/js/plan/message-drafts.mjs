/**
 * Drafts of messages that the reader edited. They are saved when the page is hidden, because each change of the store
 * renders the plan again while the reader is typing.
 *
 * @typedef {{ subject?: string, body?: string, message?: string, person?: string, form?: string, changed?: boolean }} Draft
 */
import { messageRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord } from "../storage/validators.mjs";

/** By interview and step. @type {Map<string, { interview: string, name: string, draft: Draft }>} */
const drafts = new Map();

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return;
  for (const { interview, name, draft: { changed, ...record } } of drafts.values()) if (changed) store.setRecord(name, record, interview);
});

/** The draft of a step in the current interview; the caller changes it in place. @param {string} step @returns {Draft} */
export function getDraft(step) {
  const { interview } = store.state;
  const [name, key] = [messageRecord(step), `${interview} ${step}`];
  const entry = drafts.get(key) ?? { interview, name, draft: parseDraft(store.getRecord(name)) };
  drafts.set(key, entry);
  return entry.draft;
}

/** The valid part of a saved draft. @param {unknown} record @returns {Draft} */
function parseDraft(record) {
  const draft = isRecord(record) ? record : {};
  return Object.fromEntries(["subject", "body", "message", "person", "form"].filter((part) => typeof draft[part] === "string").map((part) => [part, draft[part]]));
}
