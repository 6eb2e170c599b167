/**
 * What can be done with interviews, as edits of a state for `store.change`.
 *
 * @typedef {import("./state.mjs").State} State
 */
import { forget } from "./item-state.mjs";
import { newInterview, stamp } from "./state.mjs";

export const NAME_LENGTH = 80;
const now = () => new Date().toISOString();

/** A name fit to keep, or nothing. @param {string} text */
export const fitName = (text) => text.replace(/\s+/g, " ").trim().slice(0, NAME_LENGTH);

/** @param {State} state @param {string} name */
export function create(state, name) {
  const id = newId();
  state.interviews[id] = { ...newInterview(name), created: now(), at: now() };
  state.interview = id;
}

/** @param {State} state @param {string} id @param {string} name */
export function duplicate(state, id, name) {
  const copy = newId();
  state.interviews[copy] = { ...structuredClone(state.interviews[id]), name, created: now(), at: now(), archived: false };
  state.interview = copy;
}

/** @param {State} state @param {string} id @param {string} name */
export function rename(state, id, name) {
  const interview = state.interviews[id];
  Object.assign(interview, { name, created: interview.created || now(), at: stamp(interview.at) });
}

/** Ticks go to an interview in use: archiving the current one leaves for another. @param {State} state @param {string} id @param {boolean} archived */
export function archive(state, id, archived) {
  Object.assign(state.interviews[id], { archived, at: stamp(state.interviews[id].at) });
  if (!archived || state.interview !== id) return;
  const other = Object.keys(state.interviews).find((one) => !state.interviews[one].archived);
  if (other) state.interview = other;
  else create(state, "My interview");
}

/** @param {State} state @param {string} id */
export function remove(state, id) {
  delete state.interviews[id];
}

/** Forget every tick, note, plan and score of one interview. @param {State} state @param {string} id */
export function clear({ interviews }, id) {
  const { items, kept } = interviews[id];
  for (const id of Object.keys(items)) forget(items, { id });
  for (const [name, { at }] of Object.entries(kept)) kept[name] = { value: null, at: stamp(at) };
}

/** Random, because two devices that never met must not make the same one. */
const newId = () => `i-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36).padStart(2, "0")).join("")}`;
