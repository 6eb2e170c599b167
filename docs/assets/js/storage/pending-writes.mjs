/**
 * What this page wrote and no other page has built upon yet. localStorage has no transactions: two pages that write at
 * the same moment overwrite each other, and a page that slept may write from an old copy. So each state says in `seen`
 * the last write of each page that it is built upon, its writer last, and in `last` what that write changed. A page
 * that hears of a write sets again what the stored state has not seen: its own changes, and those of the other page.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {import("./patch.mjs").Change} Change
 */
import { apply } from "./patch.mjs";

/** How many pages a state remembers, and how many writes a page does. */
const PAGES = 20;
const WRITES = 500;
/** More than this is an import or a reset, and not worth storing twice: the page that did it is still there. */
const LARGEST = 20_000;

export class Unseen {
  #page = `p${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
  #count = 0;
  /** @type {{ count: number, changes: Change[] }[]} */
  #writes = [];

  /** Sign a state that is about to be written. @param {State} state @param {Change[]} changes what this page changes by it */
  sign(state, changes) {
    this.#count += 1;
    this.#writes = [...this.#writes, { count: this.#count, changes }].slice(-WRITES);
    const { [this.#page]: _, ...others } = state.seen ?? {};
    state.seen = Object.fromEntries([...Object.entries(others).slice(1 - PAGES), [this.#page, this.#count]]);
    state.last = JSON.stringify(changes).length > LARGEST ? [] : changes;
  }

  /** Another page wrote `theirs`: what that is built upon is safe. @param {State} theirs */
  heard(theirs) {
    this.#writes = this.#since(theirs);
  }

  /** Set again, in place, what `state` has not seen; what another page changed since stays. @param {State} state @returns {Change[]} what took hold */
  heal(state) {
    const unseen = this.#since(state);
    this.#writes = this.#writes.filter((write) => !unseen.includes(write));
    return unseen.flatMap(({ changes }) => apply(state, changes));
  }

  /** @param {State} state */
  #since({ seen }) {
    return this.#writes.filter(({ count }) => count > (seen?.[this.#page] ?? 0));
  }

  forget() {
    this.#writes = [];
  }
}

/**
 * What another page changed by its last write, if `state` is not built upon that: the page may be closed by now, and
 * cannot set it again itself. @param {State} state @param {State} theirs @returns {Change[]}
 */
export function unseenOf(state, theirs) {
  const [page, count] = Object.entries(theirs.seen ?? {}).at(-1) ?? ["", 0];
  return (state.seen?.[page] ?? 0) < count ? theirs.last ?? [] : [];
}
