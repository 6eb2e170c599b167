/**
 * The reader's state, kept in this browser only: the one module through which widgets read and write it.
 *
 *   store.mark(id, aliases)            the mark of an item in the current interview
 *   store.set(item, state)             tick, untick, or "not for me"
 *   store.note(item, text, interview)
 *   store.kept(name), store.keep(name, value)   what another widget keeps for the current interview: a copy of
 *                                      any JSON value; undefined forgets it, on other devices too once merged
 *   store.keptNames(prefix)            the names under which something is kept, sorted
 *   store.switch(id)                   go on with another interview
 *   store.change(label, edit)          any larger change, which the reader can undo
 *   store.undo(), store.undoable
 *   store.current, store.state         the current interview; all of it, not to be changed
 *   store.trouble                      why changes are not saved: "", "blocked", "full", "newer", "stuck"
 *
 * Every change is announced by the event "change", in this tab and in every other one.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./state.mjs").Interview} Interview
 * @typedef {import("./patch.mjs").Change} Change
 * @typedef {import("./item-state.mjs").Item} Item
 * @typedef {{ label: string, at: string, changes: Change[] }} Undo
 */
import { apply, areChanges, diff, inverse } from "./patch.mjs";
import { KEY, putAside, readJson, readText, removeText, setAside, UNDO, writeText } from "./local-storage.mjs";
import { annotate, answer, markOf } from "./item-state.mjs";
import { isRecord, KEPT_NAME, tooDeep } from "./validators.mjs";
import { emptyState, settle, sound, stamp, VERSION } from "./state.mjs";
import { Unseen, unseenOf } from "./pending-writes.mjs";

const UNDO_DEPTH = 8;

class Store extends EventTarget {
  trouble = "";
  /** @type {string | null | undefined} */
  #text;
  #state = emptyState();
  /** True until the running handler ends: a page asks for hundreds of marks at once, and storage is slow to read. */
  #fresh = false;
  /** The interview that widgets were last told of: what the reader touches is meant for it, though another tab switches just now. */
  #shown = "";
  #unseen = new Unseen();
  /** @type {Undo[]} used when undo cannot be stored */
  #undos = [];

  constructor() {
    super();
    addEventListener("storage", (event) => this.#heard(event));
    // Also on a first visit: a browser may have filled in the boxes of the last one.
    addEventListener("pageshow", () => this.#announce());
  }

  get state() {
    return this.#read();
  }

  get current() {
    const state = this.#read();
    return state.interviews[state.interview];
  }

  /** True when something could not be read and waits on the page of the reader's data. */
  get hasSetAside() {
    return setAside().length > 0;
  }

  /** @param {string} id @param {string[]} [aliases] former ids */
  mark(id, aliases = []) {
    return markOf(this.current.items, { id, aliases });
  }

  /** @param {Item} item @param {import("./state.mjs").Answer} state */
  set(item, state) {
    this.#edit(({ items }) => answer(items, item, state));
  }

  /** @param {Item} item @param {string} text @param {string} [interview] the one it was written in */
  note(item, text, interview) {
    this.#edit(({ items }) => annotate(items, item, text), interview);
  }

  /** A copy of what is kept, undefined when nothing is. @param {string} name @returns {any} */
  kept(name) {
    const { kept } = this.current;
    return (Object.hasOwn(kept, name) ? structuredClone(kept[name].value) : null) ?? undefined;
  }

  /** The names under which something is kept, sorted. @param {string} [prefix] such as "story-" */
  keptNames(prefix = "") {
    return Object.entries(this.current.kept).filter(([name, { value }]) => name.startsWith(prefix) && value !== null)
      .map(([name]) => name).sort();
  }

  /**
   * Keep a copy of a value. What is forgotten stays as null with its time, so that merging does not bring it back.
   * @param {string} name lower case letters, digits and hyphens, at most 96 @param {any} [value] JSON
   * @param {string} [interview] another one than that in use
   */
  keep(name, value, interview) {
    const copy = JSON.parse(JSON.stringify(value ?? null));
    if (!KEPT_NAME.test(name) || tooDeep(copy)) throw new TypeError(`"${name}" cannot be kept; see docs/data/storage.md`);
    this.#edit(({ kept }) => {
      const { value: old = null, at = "" } = Object.hasOwn(kept, name) ? kept[name] : {};
      if (JSON.stringify(old) !== JSON.stringify(copy)) kept[name] = { value: copy, at: stamp(at) };
    }, interview);
  }

  /**
   * Change anything, so that the reader can undo it.
   * @param {string} label what was done, as the reader reads it @param {(state: State) => void} edit
   */
  change(label, edit) {
    const changes = this.#apply(edit);
    if (changes.length) this.#keepUndos([{ label, at: stamp(), changes }, ...this.undoable].slice(0, UNDO_DEPTH));
    this.#announce();
  }

  /** Go on with another interview. @param {string} id */
  switch(id) {
    this.#apply((state) => { state.interview = id; });
    this.#announce();
  }

  /** What can be undone, the last first. @returns {Undo[]} */
  get undoable() {
    const stored = readJson(UNDO);
    return this.trouble || !Array.isArray(stored) ? this.#undos : stored.filter(isUndo);
  }

  /** Take back the last larger change, and leave what was done since. */
  undo() {
    const [last, ...older] = this.undoable;
    if (!last) return;
    this.#apply((state) => { applySoundly(state, inverse(last.changes)); });
    this.#keepUndos(older);
    this.#announce();
  }

  forgetUndo() {
    this.#keepUndos([]);
    this.#announce();
  }

  /** An interview that is gone by now takes no edits, and no other one takes them instead. @param {(interview: Interview) => void} edit @param {string} [id] */
  #edit(edit, id = this.#shown) {
    this.#apply(({ interview, interviews }) => {
      const meant = id || interview;
      if (Object.hasOwn(interviews, meant)) edit(interviews[meant]);
    });
    this.#announce();
  }

  /** Read, change and write in one go. @param {(state: State) => void} edit @returns {Change[]} */
  #apply(edit) {
    const before = this.#read();
    const after = structuredClone(before);
    edit(after);
    settle(after);
    const changes = diff(before, after);
    if (changes.length) this.#write(after, changes);
    return changes;
  }

  /** @returns {State} */
  #read() {
    if (this.trouble || this.#fresh) return this.#state;
    this.#fresh = true;
    queueMicrotask(() => { this.#fresh = false; });
    const text = readText(KEY);
    if (text === this.#text && text !== undefined) return this.#state;
    if (text === undefined) this.trouble = "blocked";
    else if (text === null) this.#state = emptyState();
    else this.#parse(text);
    this.#text = text;
    return this.#state;
  }

  /** @param {string} text */
  #parse(text) {
    try {
      const { state, flaws } = sound(JSON.parse(text));
      if (state.version > VERSION) this.trouble = "newer";
      else if (flaws.length && !putAside(text)) this.trouble = "stuck";
      this.#state = state;
    } catch {
      const newer = Number(parsed(text)?.version) > VERSION;
      if (newer || !putAside(text)) this.trouble = newer ? "newer" : "stuck";
      this.#state = emptyState();
    }
  }

  /** @param {State} state @param {Change[]} changes what this page changes by it */
  #write(state, changes) {
    this.#state = state;
    if (this.trouble && this.trouble !== "full") return;
    const stored = this.trouble === "full" ? this.#reread() : undefined;
    if (stored) {
      changes = [...this.#unseen.heal(stored), ...apply(stored, changes)];
      this.#state = state = stored;
    }
    if (this.trouble) return;
    this.#unseen.sign(state, changes);
    const text = JSON.stringify(state);
    const written = writeText(KEY, text) || (this.#makeRoom() && writeText(KEY, text));
    this.trouble = written ? "" : "full";
    if (written) this.#text = text;
  }

  /** What is stored by now, while this page holds more than could be stored. @returns {State | undefined} */
  #reread() {
    const held = this.#state;
    this.trouble = "";
    this.#text = undefined;
    this.#fresh = false;
    const stored = structuredClone(this.#read());
    if (this.#text !== null && !this.trouble) return stored;
    this.#state = held;
    return undefined;
  }

  /** Ticks are worth more than undo, which then lasts until the page is closed. @returns {boolean} whether there was something to give up */
  #makeRoom() {
    if (!readText(UNDO)) return false;
    this.#undos = this.undoable;
    removeText(UNDO);
    return true;
  }

  /** Another tab wrote. What it or we had written just before may have been overwritten: set it again. @param {StorageEvent} event */
  #heard({ key, newValue }) {
    if (key === UNDO || key === null) this.#undos = [];
    if (key === KEY && newValue) this.#heal(soundOf(newValue));
    else if (key === KEY || key === null) this.#unseen.forget();
    if (key === KEY || key === UNDO || key === null) this.#announce();
  }

  /** @param {State} [theirs] what the other tab wrote */
  #heal(theirs) {
    const stored = this.trouble === "full" ? this.#reread() : structuredClone(this.#read());
    if (this.trouble || !stored || !theirs) return;
    this.#unseen.heard(theirs);
    const changes = [...applySoundly(stored, unseenOf(stored, theirs)), ...this.#unseen.heal(stored)];
    if (changes.length) this.#write(stored, changes);
  }

  /** @param {Undo[]} undos */
  #keepUndos(undos) {
    this.#undos = undos;
    if (!this.trouble && !(undos.length && writeText(UNDO, JSON.stringify(undos)))) removeText(UNDO);
  }

  #announce() {
    this.#shown = this.#read().interview;
    this.dispatchEvent(new Event("change"));
  }
}

/** Apply changes that were stored, unless they would break the state. @param {State} state @param {Change[]} changes @returns {Change[]} */
function applySoundly(state, changes) {
  const after = structuredClone(state);
  const held = apply(after, changes);
  if (sound(after).flaws.length) return [];
  Object.assign(state, after);
  return held;
}

/** @param {any} one @returns {one is Undo} */
const isUndo = (one) => isRecord(one) && typeof one.label === "string" && typeof one.at === "string" && areChanges(one.changes);

/** @param {string | null | undefined} text */
function parsed(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** The sound part of a stored text, if any. @param {string | null | undefined} text @returns {State | undefined} */
function soundOf(text) {
  try {
    return sound(parsed(text)).state;
  } catch {
    return undefined;
  }
}

export const store = new Store();
