/**
 * The reader's data, saved in this browser only. Widgets read and write it through this module alone.
 *
 *   store.getItem(id, aliases)           the state of a checklist item in the current interview
 *   store.setStatus(item, status)        tick, untick, or "not for me"
 *   store.setNote(item, text, interview)
 *   store.getRecord(name)                a copy of a value that a widget saved for the current interview
 *   store.setRecord(name, value)         save any JSON value; undefined deletes it, after a merge on other devices too
 *   store.recordNames(prefix)            the names of the saved values, sorted
 *   store.switchTo(id)                   make another interview the current one
 *   store.change(label, edit)            any larger change, which the reader can undo
 *   store.undo(), store.undoable
 *   store.current, store.state           the current interview, and everything; not to be modified
 *   store.saveError                      why changes are not saved: "", "blocked", "full", "newer", "unreadable"
 *
 * Every change dispatches the event "change", in this tab and in every other one.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./state.mjs").Interview} Interview
 * @typedef {import("./patch.mjs").Change} Change
 * @typedef {import("./item-state.mjs").Item} Item
 */
import { findItemState, setNote, setStatus } from "./item-state.mjs";
import { quarantine, quarantined, readText, writeText } from "./local-storage.mjs";
import { applyChanges, diff, invertChanges } from "./patch.mjs";
import { missingChanges, PendingWrites } from "./pending-writes.mjs";
import { STATE_KEY, UNDO_KEY } from "./saved-names.mjs";
import { emptyState, ensureCurrent, parseState, parseText, timestampAfter, VERSION } from "./state.mjs";
import { UndoHistory } from "./undo-history.mjs";
import { isTooDeep, RECORD_NAME } from "./validators.mjs";

class Store extends EventTarget {
  saveError = "";
  /** @type {string | null | undefined} the stored text that `#state` was parsed from */
  #text;
  #state = emptyState();
  /** True until the running task ends: pages read hundreds of items at once, and localStorage is slow. */
  #isCached = false;
  /** The interview that widgets show. Their edits belong to it, even when another tab switches at that moment. */
  #shown = "";
  #pending = new PendingWrites();
  #history = new UndoHistory();

  constructor() {
    super();
    addEventListener("storage", (event) => this.#onStorage(event));
    // Redraw widgets after a visit from the history, and checkboxes that the browser filled in.
    addEventListener("pageshow", () => this.#notify());
  }

  get state() {
    return this.#read();
  }

  get current() {
    const state = this.#read();
    return state.interviews[state.interview];
  }

  get hasQuarantined() {
    return quarantined().length > 0;
  }

  /** @param {string} id @param {string[]} [aliases] former ids */
  getItem(id, aliases = []) {
    return findItemState(this.current.items, { id, aliases });
  }

  /** @param {Item} item @param {import("./state.mjs").Status} status */
  setStatus(item, status) {
    this.#edit(({ items }) => setStatus(items, item, status));
  }

  /** @param {Item} item @param {string} text @param {string} [interview] the one that was current when it was written */
  setNote(item, text, interview) {
    this.#edit(({ items }) => setNote(items, item, text), interview);
  }

  /** A copy of a saved value, or undefined. @param {string} name @returns {any} */
  getRecord(name) {
    const { kept } = this.current;
    return (Object.hasOwn(kept, name) ? structuredClone(kept[name].value) : null) ?? undefined;
  }

  /** @param {string} [prefix] such as "story-" */
  recordNames(prefix = "") {
    return Object.entries(this.current.kept).filter(([name, { value }]) => name.startsWith(prefix) && value !== null)
      .map(([name]) => name).sort();
  }

  /**
   * Save a copy of a value. A deleted one stays as null with its time, so that merging does not bring it back.
   * @param {string} name lower-case letters, digits and hyphens, at most 96 @param {any} [value] JSON
   * @param {string} [interview] instead of the one that widgets show
   */
  setRecord(name, value, interview) {
    const copy = JSON.parse(JSON.stringify(value ?? null));
    if (!RECORD_NAME.test(name) || isTooDeep(copy)) throw new TypeError(`"${name}" cannot be saved; see docs/data/storage.md`);
    this.#edit(({ kept }) => {
      const { value: old = null, at = "" } = Object.hasOwn(kept, name) ? kept[name] : {};
      if (JSON.stringify(old) !== JSON.stringify(copy)) kept[name] = { value: copy, at: timestampAfter(at) };
    }, interview);
  }

  /** Make a change that the reader can undo. @param {string} label shown to the reader @param {(state: State) => void} edit */
  change(label, edit) {
    const changes = this.#update(edit);
    if (changes.length) this.#history.replace([{ label, at: timestampAfter(), changes }, ...this.undoable], !this.saveError);
    this.#notify();
  }

  /** @param {string} id of an interview */
  switchTo(id) {
    this.#update((state) => { state.interview = id; });
    this.#notify();
  }

  /** The changes that can be undone, the newest first. */
  get undoable() {
    return this.#history.list(!this.saveError);
  }

  /** Undo the newest of these changes, but not what was changed since. */
  undo() {
    const [last, ...older] = this.undoable;
    if (!last) return;
    this.#update((state) => { applyIfValid(state, invertChanges(last.changes)); });
    this.#history.replace(older, !this.saveError);
    this.#notify();
  }

  clearUndo() {
    this.#history.replace([], !this.saveError);
    this.#notify();
  }

  /** Edit an interview. One that was deleted meanwhile ignores the edit. @param {(interview: Interview) => void} edit @param {string} [id] */
  #edit(edit, id = this.#shown) {
    this.#update(({ interview, interviews }) => {
      const target = id || interview;
      if (Object.hasOwn(interviews, target)) edit(interviews[target]);
    });
    this.#notify();
  }

  /** Read, edit and write without interruption. @param {(state: State) => void} edit @returns {Change[]} */
  #update(edit) {
    const before = this.#read();
    const after = structuredClone(before);
    edit(after);
    ensureCurrent(after);
    const changes = diff(before, after);
    if (changes.length) this.#write(after, changes);
    return changes;
  }

  /** @returns {State} */
  #read() {
    if (this.saveError || this.#isCached) return this.#state;
    this.#isCached = true;
    queueMicrotask(() => { this.#isCached = false; });
    const text = readText(STATE_KEY);
    if (text === this.#text && text !== undefined) return this.#state;
    if (text === undefined) this.saveError = "blocked";
    else if (text === null) this.#state = emptyState();
    else this.#parse(text);
    this.#text = text;
    return this.#state;
  }

  /** @param {string} text */
  #parse(text) {
    const { state = emptyState(), version, errors } = parseText(text);
    if (version > VERSION) this.saveError = "newer";
    else if (errors.length && !quarantine(text)) this.saveError = "unreadable";
    this.#state = state;
  }

  /** @param {State} state @param {Change[]} changes of this page in it */
  #write(state, changes) {
    this.#state = state;
    if (this.saveError && this.saveError !== "full") return;
    const stored = this.saveError === "full" ? this.#readAgain() : undefined;
    if (stored) {
      changes = [...this.#pending.reapply(stored), ...applyChanges(stored, changes)];
      this.#state = state = stored;
    }
    if (this.saveError) return;
    this.#pending.stamp(state, changes);
    const text = JSON.stringify(state);
    // Saved data is worth more than the undo history.
    const isWritten = writeText(STATE_KEY, text) || (this.#history.moveToMemory() && writeText(STATE_KEY, text));
    this.saveError = isWritten ? "" : "full";
    if (isWritten) this.#text = text;
  }

  /** The stored state, when this page holds changes that could not be stored. @returns {State | undefined} */
  #readAgain() {
    const unsaved = this.#state;
    this.saveError = "";
    this.#text = undefined;
    this.#isCached = false;
    const stored = structuredClone(this.#read());
    if (this.#text !== null && !this.saveError) return stored;
    this.#state = unsaved;
    return undefined;
  }

  /** Another tab has written, and may have overwritten what it or this page wrote just before. @param {StorageEvent} event */
  #onStorage({ key, newValue }) {
    if (key === UNDO_KEY || key === null) this.#history.reset();
    if (key === STATE_KEY && newValue) this.#restoreMissing(parseText(newValue).state);
    else if (key === STATE_KEY || key === null) this.#pending.clear();
    if (key === STATE_KEY || key === UNDO_KEY || key === null) this.#notify();
  }

  /** @param {State} [theirs] the state that the other tab wrote */
  #restoreMissing(theirs) {
    const stored = this.saveError === "full" ? this.#readAgain() : structuredClone(this.#read());
    if (this.saveError || !stored || !theirs) return;
    this.#pending.acknowledge(theirs);
    const changes = [...applyIfValid(stored, missingChanges(stored, theirs)), ...this.#pending.reapply(stored)];
    if (changes.length) this.#write(stored, changes);
  }

  #notify() {
    this.#shown = this.#read().interview;
    this.dispatchEvent(new Event("change"));
  }
}

/** Apply stored changes, unless they would make the state invalid. @param {State} state @param {Change[]} changes @returns {Change[]} the changes that were applied */
function applyIfValid(state, changes) {
  const after = structuredClone(state);
  const applied = applyChanges(after, changes);
  if (parseState(after).errors.length) return [];
  Object.assign(state, after);
  return applied;
}

export const store = new Store();
