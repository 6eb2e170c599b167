/**
 * The reader's state, kept in this browser only: the one module through which widgets read and write it.
 *
 *   store.mark(id, aliases)            the mark of an item in the current interview
 *   store.set(item, state)             tick, untick, or "not for me"
 *   store.note(item, text)
 *   store.kept(name), store.keep(name, value)   what another widget keeps for the current interview: a copy of
 *                                      any JSON value; undefined forgets it, on other devices too once merged
 *   store.keptNames(prefix)            the names under which something is kept, sorted
 *   store.switch(id)                   go on with another interview
 *   store.change(label, edit)          any larger change, which the reader can undo
 *   store.undo(), store.undoable
 *   store.state                        all of it, not to be changed
 *   store.trouble                      why changes are not saved: "", "blocked", "full", "newer", "stuck"
 *
 * Every change is announced by the event "change", in this tab and in every other one.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./state.mjs").Mark} Mark
 * @typedef {import("./changes.mjs").Change} Change
 * @typedef {{ id: string, aliases?: string[], rev: number, what?: string }} Item
 * @typedef {{ label: string, at: string, changes: Change[] }} Undo
 */
import { apply, diff } from "./changes.mjs";
import { KEY, putAside, readJson, readText, removeText, setAside, UNDO, writeText } from "./keep.mjs";
import { merge } from "./merge.mjs";
import { emptyState, KEPT_NAME, millis, settle, sound, VERSION } from "./state.mjs";

/** Two tabs that write within this time may overwrite each other; each then repairs its own changes. */
const RACE = 1000;
const UNDO_DEPTH = 8;

class Store extends EventTarget {
  trouble = "";
  /** @type {string | null | undefined} */
  #text;
  #state = emptyState();
  /** @type {{ changes: Change[], until: number }[]} */
  #recent = [];
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

  /** @param {string} id @param {string[]} [aliases] former ids @returns {Mark | undefined} */
  mark(id, aliases = []) {
    const { items } = this.current;
    return [id, ...aliases].filter((name) => Object.hasOwn(items, name)).map((name) => items[name])
      .reduce((newest, mark) => (!newest || millis(mark.at) > millis(newest.at) ? mark : newest), /** @type {Mark | undefined} */ (undefined));
  }

  /** @param {Item} item @param {Mark["state"]} state */
  set(item, state) {
    this.#edit((current) => marked(current, item, this.mark(item.id, item.aliases), { state, rev: item.rev, at: stamp() }));
  }

  /** @param {Item} item @param {string} note */
  note(item, note) {
    const old = this.mark(item.id, item.aliases);
    if ((old?.note ?? "") === note) return;
    const { state = "todo", rev = item.rev, at = stamp() } = old ?? {};
    this.#edit((current) => marked(current, item, old, { state, rev, at, note, noted: stamp() }));
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
   */
  keep(name, value) {
    if (!KEPT_NAME.test(name)) throw new TypeError(`"${name}" is no name to keep something under; see docs/data/storage.md`);
    const copy = JSON.parse(JSON.stringify(value ?? null));
    this.#edit(({ kept }) => {
      const old = Object.hasOwn(kept, name) ? kept[name].value : null;
      if (JSON.stringify(old) !== JSON.stringify(copy)) kept[name] = { value: copy, at: stamp() };
    });
  }

  /**
   * Change anything, so that the reader can undo it.
   * @param {string} label what was done, as the reader reads it @param {(state: State) => void} edit
   */
  change(label, edit) {
    const changes = this.#apply(edit);
    if (changes.length) this.#remember({ label, at: stamp(), changes });
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
    return this.trouble || !Array.isArray(stored) ? this.#undos : stored.filter((one) => Array.isArray(one?.changes));
  }

  /** Take back the last larger change, and leave what was done since. */
  undo() {
    const [last, ...older] = this.undoable;
    if (!last) return;
    this.#recent = [];
    this.#apply((state) => apply(state, last.changes, true), false);
    this.#keepUndos(older);
    this.#announce();
  }

  forgetUndo() {
    this.#keepUndos([]);
    this.#announce();
  }

  /** @param {(current: import("./state.mjs").Interview) => void} edit */
  #edit(edit) {
    this.#apply((state) => edit(state.interviews[state.interview]));
    this.#announce();
  }

  /** Read, change and write in one go. @param {(state: State) => void} edit @param {boolean} [heal] @returns {Change[]} */
  #apply(edit, heal = true) {
    const before = this.#read();
    const after = structuredClone(before);
    edit(after);
    settle(after);
    const changes = diff(before, after);
    if (!changes.length) return changes;
    this.#write(after);
    const repairable = changes.filter(({ part }) => part !== "current");
    if (heal) this.#recent.push({ changes: repairable, until: Date.now() + RACE });
    return changes;
  }

  /** @returns {State} */
  #read() {
    if (this.trouble) return this.#state;
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
      const newer = versionOf(text) > VERSION;
      if (newer || !putAside(text)) this.trouble = newer ? "newer" : "stuck";
      this.#state = emptyState();
    }
  }

  /** @param {State} state */
  #write(state) {
    this.#state = state;
    if (this.trouble && this.trouble !== "full") return;
    if (this.trouble === "full") state = this.#state = withStored(state);
    state.writes = (state.writes ?? 0) + 1;
    const text = JSON.stringify(state);
    const written = writeText(KEY, text);
    this.trouble = written ? "" : "full";
    if (written) this.#text = text;
  }

  /** Another tab wrote. What it or we had written just before may have been overwritten: set it again. @param {StorageEvent} event */
  #heard({ key, oldValue, newValue }) {
    if (key === UNDO) this.#announce();
    if (key !== KEY && key !== null) return;
    const text = this.trouble ? null : readText(KEY);
    if (text && newValue) {
      const healed = structuredClone(this.#read());
      const theirs = differences(oldValue, newValue, healed.writes ?? 0);
      this.#recent = this.#recent.filter(({ until }) => until > Date.now());
      const held = [theirs, ...this.#recent.map(({ changes }) => changes)].map((changes) => apply(healed, changes));
      if (held.some(Boolean)) this.#write(healed);
    }
    this.#announce();
  }

  /** @param {Undo} undo */
  #remember(undo) {
    this.#keepUndos([undo, ...this.undoable].slice(0, UNDO_DEPTH));
  }

  /** @param {Undo[]} undos */
  #keepUndos(undos) {
    this.#undos = undos;
    if (!undos.length) removeText(UNDO);
    else if (!this.trouble && !writeText(UNDO, JSON.stringify(undos))) removeText(UNDO);
  }

  #announce() {
    this.dispatchEvent(new Event("change"));
  }
}

export const stamp = () => new Date().toISOString();

/**
 * Put a mark under the item's own id; a former id gives its mark up, so that no older one can come back.
 * @param {import("./state.mjs").Interview} current @param {Item} item @param {Mark | undefined} old @param {Mark} mark
 */
function marked({ items }, { id, aliases = [], rev, what }, old, mark) {
  for (const alias of aliases) if (Object.hasOwn(items, alias)) delete items[alias];
  const { what: read, note, noted, ...rest } = { ...old, ...mark };
  const wording = mark.rev === rev ? what : read;
  items[id] = { ...rest, ...(wording ? { what: wording } : {}), ...(note ? { note } : {}), ...(noted ? { noted } : {}) };
}

/** @param {State} state */
function withStored(state) {
  try {
    return merge(sound(JSON.parse(readText(KEY) ?? "")).state, state);
  } catch {
    return state;
  }
}

/**
 * What another tab changed, if the stored state may not be built upon it: it has not counted on.
 * @param {string | null} before @param {string} after @param {number} writes of the stored state
 */
function differences(before, after, writes) {
  try {
    const { state } = sound(JSON.parse(after));
    if (writes > (state.writes ?? 0)) return [];
    return diff(before ? sound(JSON.parse(before)).state : emptyState(), state);
  } catch {
    return [];
  }
}

/** @param {string} text */
function versionOf(text) {
  try {
    return Number(JSON.parse(text)?.version) || 0;
  } catch {
    return 0;
  }
}

export const store = new Store();
