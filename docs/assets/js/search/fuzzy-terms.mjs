/** The words of the guide, and which of them a reader may mean who mistypes a word or has not finished it. */
import { distance, isEmpty, stem } from "./tokenizer.mjs";

/** Stems, each with how well it fits, from 0 to 1. @typedef {Map<string, number>} Liked */

/** A word that stands more rarely than this is more likely mistyped than meant. */
const SURE = 3;
/** How much a neighbour counts when the word typed is a word of the guide already. */
const NEIGHBOUR = 0.6;
/** Words shorter than this may hold one slip only; others two. */
const LONG = 8;
const ONE_SLIP = 0.85, TWO_SLIPS = 0.6;
/** A slip in the first letter is rare. */
const OTHER_FIRST = 0.8;

export class Lexicon {
  /** @type {Map<string, string>} Each word and its stem. */
  #stems = new Map();
  /** @type {Map<string, number>} How many times a stem stands. */
  #often = new Map();
  /** @type {Map<string, Liked>} Words looked up before. */
  #liked = new Map();

  /** Take up a word of the guide. @param {string} word @returns {string} its stem */
  add(word) {
    const term = stem(word);
    this.#stems.set(word, term);
    this.#often.set(term, (this.#often.get(term) ?? 0) + 1);
    return term;
  }

  /** @param {string} word */
  has(word) {
    return this.#stems.has(word);
  }

  /** What a typed word may mean. @param {string} asked @param {boolean} open it may not be finished @returns {Liked} */
  like(asked, open) {
    const key = `${asked} ${open}`;
    let liked = this.#liked.get(key);
    if (!liked) this.#liked.set(key, (liked = this.#look(asked, open)));
    return liked;
  }

  /** @param {string} asked @param {boolean} open @returns {Liked} */
  #look(asked, open) {
    const own = stem(asked);
    const often = this.#often.get(own) ?? 0;
    /** @type {Liked} */ const liked = new Map(often ? [[own, 1]] : []);
    if (isEmpty(asked) && !open) return liked;
    const slips = often >= SURE || asked.length < 4 || /\d/.test(asked) ? 0 : asked.length < LONG ? 1 : 2;
    const worth = often ? NEIGHBOUR : 1;
    if (open || often < SURE) this.#keep(liked, (word) => startFit(asked, word) * worth);
    // What begins a word of the guide is more likely unfinished than mistyped.
    if (slips && liked.size === Number(often > 0)) this.#keep(liked, (word) => slipFit(asked, word, slips) * worth);
    return liked;
  }

  /** @param {Liked} liked @param {(word: string) => number} fits */
  #keep(liked, fits) {
    for (const [word, term] of this.#stems) {
      const fit = fits(word);
      if (fit > (liked.get(term) ?? 0)) liked.set(term, fit);
    }
  }
}

/** @param {string} asked @param {string} word */
const startFit = (asked, word) => (asked.length > 2 && word.startsWith(asked) ? 0.6 + (0.35 * asked.length) / word.length : 0);

/** @param {string} asked @param {string} word @param {number} most */
function slipFit(asked, word, most) {
  if (!most || strangers(asked, word, most)) return 0;
  const far = distance(asked, word, most);
  return far > most ? 0 : (far === 1 ? ONE_SLIP : TWO_SLIPS) * (word[0] === asked[0] ? 1 : OTHER_FIRST);
}

/** @type {Map<string, number>} */
const letters = new Map();

/** The letters of a word, one bit each. @param {string} word */
function bits(word) {
  let found = letters.get(word);
  if (found === undefined) letters.set(word, (found = [...word].reduce((all, letter) => all | (1 << (letter.charCodeAt(0) & 31)), 0)));
  return found;
}

/** Whether two words differ in too many letters to be worth a closer look. @param {string} one @param {string} two @param {number} most */
function strangers(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return true;
  let differ = bits(one) ^ bits(two);
  let count = 0;
  for (; differ; differ &= differ - 1) count += 1;
  return count > 2 * most;
}
