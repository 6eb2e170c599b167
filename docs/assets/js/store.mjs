/**
 * The reader's state, kept in this browser only, under one key.
 *
 * Format, version 1: `{ version, interview, interviews: { <id>: { items: { <item id>: Mark } } } }`.
 * Every change reads the stored state again before it writes, so that two tabs never lose each
 * other's ticks. What cannot be stored (blocked, full, or written by a newer version) is kept in
 * memory, and `store.trouble` says why.
 *
 * @typedef {{ state: "done" | "skipped" | "todo", rev: number, at: string }} Mark
 * @typedef {{ items: Record<string, Mark> }} Interview
 * @typedef {{ version: number, interview: string, interviews: Record<string, Interview> }} State
 */

export const KEY = "round-two:state";
export const VERSION = 1;
const STATES = new Set(["done", "skipped", "todo"]);

/** @returns {State} */
const empty = () => ({ version: VERSION, interview: "default", interviews: { default: { items: {} } } });

/** @param {unknown} value @returns {value is Record<string, any>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} mark @returns {mark is Mark} */
const isMark = (mark) => isRecord(mark) && STATES.has(mark.state) && Number.isInteger(mark.rev);

class Store extends EventTarget {
  /** Why changes are not saved: nothing, "blocked", "full" or "newer". */
  trouble = "";
  /** @type {State} */
  #memory = empty();

  constructor() {
    super();
    addEventListener("storage", (event) => {
      if (event.key === KEY || event.key === null) this.#announce();
    });
  }

  /**
   * The mark of an item, found under its id or one of its former ids.
   * @param {string} id @param {string[]} [aliases] @returns {Mark | undefined}
   */
  mark(id, aliases = []) {
    const { items } = this.#current(this.#read());
    for (const name of [id, ...aliases]) if (Object.hasOwn(items, name)) return items[name];
    return undefined;
  }

  /**
   * Set the mark of an item and tell every listener of "change".
   * @param {string} id @param {Mark["state"]} state @param {number} rev
   */
  set(id, state, rev) {
    const all = this.#read();
    Object.defineProperty(this.#current(all).items, id, {
      value: { state, rev, at: new Date().toISOString() },
      configurable: true, enumerable: true, writable: true,
    });
    this.#write(all);
    this.#announce();
  }

  /** @param {State} all @returns {Interview} */
  #current(all) {
    return all.interviews[all.interview];
  }

  /** @returns {State} */
  #read() {
    if (this.trouble) return this.#memory;
    let text;
    try {
      text = localStorage.getItem(KEY);
    } catch {
      this.trouble = "blocked";
      return this.#memory;
    }
    if (text === null) return empty();
    try {
      const stored = JSON.parse(text);
      if (isRecord(stored) && stored.version > VERSION) {
        this.trouble = "newer";
        return (this.#memory = sound(stored));
      }
      return sound(stored);
    } catch {
      this.#setAside(text);
      return empty();
    }
  }

  /** Keep what cannot be read, so that it is never overwritten. @param {string} text */
  #setAside(text) {
    try {
      localStorage.setItem(`${KEY}:unreadable`, text);
    } catch { /* full: the memory copy goes on */ }
  }

  /** @param {State} all */
  #write(all) {
    this.#memory = all;
    if (this.trouble) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(all));
    } catch {
      this.trouble = "full";
    }
  }

  #announce() {
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * The sound part of a stored value; throws when it is not a state at all.
 * @param {any} stored @returns {State}
 */
function sound(stored) {
  if (!isRecord(stored) || !isRecord(stored.interviews)) throw new TypeError("not a state");
  /** @type {Record<string, Interview>} */
  const interviews = {};
  for (const [id, interview] of Object.entries(stored.interviews)) {
    if (!isRecord(interview) || !isRecord(interview.items)) throw new TypeError("not an interview");
    const marks = Object.entries(interview.items).filter(([, mark]) => isMark(mark));
    interviews[id] = { ...interview, items: Object.fromEntries(marks) };
  }
  const known = typeof stored.interview === "string" && Object.hasOwn(interviews, stored.interview);
  const interview = known ? stored.interview : "default";
  interviews[interview] ??= { items: {} };
  return { ...stored, version: stored.version, interview, interviews };
}

export const store = new Store();
