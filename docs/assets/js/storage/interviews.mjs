/**
 * Edits for `store.change` that create, change and delete interviews. An edit of an interview that no longer exists is
 * ignored. Used by <interview-list>.
 *
 * @typedef {import("./state.mjs").State} State
 */
import { randomId } from "../lib/random-id.mjs";
import { cutText } from "../lib/words.mjs";
import { clearItem } from "./item-state.mjs";
import { CALENDAR, PLAN } from "./saved-names.mjs";
import { DEFAULT_NAME, newInterview, timestampAfter } from "./state.mjs";
import { isRecord, toText } from "./validators.mjs";

export const NAME_LENGTH = 80;
const now = () => new Date().toISOString();

/** Collapse white space in a name and shorten it. @param {string} text */
export const cleanName = (text) => cutText(text.replace(/\s+/g, " ").trim(), NAME_LENGTH);

/** The name to show: that of the employer in the plan, until the reader has named the interview. @param {import("./state.mjs").Interview} interview */
export const displayName = ({ name, kept }) => (name === DEFAULT_NAME && cleanName(toText(kept[PLAN]?.value?.company))) || name;

/** @param {State} state @param {string} name */
export function createInterview(state, name) {
  const id = `i-${randomId(8)}`;
  state.interviews[id] = { ...newInterview(name), created: now(), at: now() };
  state.interview = id;
}

/** Copy an interview. The copy has calendar entries of its own. @param {State} state @param {string} id @param {string} name */
export function duplicateInterview(state, id, name) {
  if (!state.interviews[id]) return;
  const copy = { ...structuredClone(state.interviews[id]), name, created: now(), at: now(), archived: false };
  delete copy.kept[CALENDAR];
  if (isRecord(copy.kept[PLAN]?.value)) copy.kept[PLAN].value.key = randomId();
  state.interview = `i-${randomId(8)}`;
  state.interviews[state.interview] = copy;
}

/** @param {State} state @param {string} id @param {string} name */
export function renameInterview(state, id, name) {
  const interview = state.interviews[id];
  if (interview) Object.assign(interview, { name, created: interview.created || now(), at: timestampAfter(interview.at) });
}

/** Archive an interview or bring it back. Another one becomes current when the current one is archived. @param {State} state @param {string} id @param {boolean} archived */
export function archiveInterview(state, id, archived) {
  const interview = state.interviews[id];
  if (!interview) return;
  Object.assign(interview, { archived, at: timestampAfter(interview.at) });
  if (!archived || state.interview !== id) return;
  const other = Object.keys(state.interviews).find((one) => !state.interviews[one].archived);
  if (other) state.interview = other;
  else createInterview(state, DEFAULT_NAME);
}

/** @param {State} state @param {string} id */
export function removeInterview(state, id) {
  delete state.interviews[id];
}

/** Clear every status, note and record of an interview. @param {State} state @param {string} id */
export function resetInterview({ interviews }, id) {
  if (!interviews[id]) return;
  const { items, kept } = interviews[id];
  for (const item of Object.keys(items)) clearItem(items, { id: item });
  for (const [name, { at }] of Object.entries(kept)) kept[name] = { value: null, at: timestampAfter(at) };
}
