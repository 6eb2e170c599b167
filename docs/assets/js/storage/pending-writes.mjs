/**
 * The writes of this page that no other page has built upon yet. localStorage has no transactions: two pages that write
 * at the same moment overwrite each other, and a background tab may write from an old copy. So each state has in `seen`
 * the number of the last write of each page that it builds upon, its writer last, and in `last` the changes of that
 * write. A page that hears of a write reapplies what the stored state is missing: its own changes, and those of the other page.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./patch.mjs").Change} Change
 */
import { applyChanges } from "./patch.mjs";

/** How many pages a state lists, and how many writes a page remembers. */
const MAX_PAGES = 20;
const MAX_WRITES = 500;
/** A larger change is an import or a reset, and too large to store twice. In characters. */
const MAX_CHANGE = 20_000;

export class PendingWrites {
  #page = `p${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
  #count = 0;
  /** @type {{ count: number, changes: Change[] }[]} */
  #writes = [];

  /** Mark a state as written by this page. @param {State} state @param {Change[]} changes of this page in it */
  stamp(state, changes) {
    this.#count += 1;
    this.#writes = [...this.#writes, { count: this.#count, changes }].slice(-MAX_WRITES);
    const { [this.#page]: _, ...others } = state.seen ?? {};
    state.seen = Object.fromEntries([...Object.entries(others).slice(1 - MAX_PAGES), [this.#page, this.#count]]);
    state.last = JSON.stringify(changes).length > MAX_CHANGE ? [] : changes;
  }

  /** Forget the writes that a state of another page includes. @param {State} theirs */
  acknowledge(theirs) {
    this.#writes = this.#missingFrom(theirs);
  }

  /** Apply to `state`, in place, the writes that it is missing. Later changes of other pages stay. @param {State} state @returns {Change[]} the changes that were applied */
  reapply(state) {
    const missing = this.#missingFrom(state);
    this.#writes = this.#writes.filter((write) => !missing.includes(write));
    return missing.flatMap(({ changes }) => applyChanges(state, changes));
  }

  /** @param {State} state */
  #missingFrom({ seen }) {
    return this.#writes.filter(({ count }) => count > (seen?.[this.#page] ?? 0));
  }

  clear() {
    this.#writes = [];
  }
}

/**
 * The last changes of another page, when `state` does not build upon them: that page may be closed by now, and cannot
 * reapply them itself. @param {State} state @param {State} theirs @returns {Change[]}
 */
export function missingChanges(state, theirs) {
  const [page, count] = Object.entries(theirs.seen ?? {}).at(-1) ?? ["", 0];
  return (state.seen?.[page] ?? 0) < count ? theirs.last ?? [] : [];
}
