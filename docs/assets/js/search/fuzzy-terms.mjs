/** The vocabulary of the guide, and the expansion of a typed word to the terms that the reader may mean by it. */
import { isStopWord, stem } from "./tokenizer.mjs";

/** Terms (stems), each with how well it matches the typed word, from 0 to 1. @typedef {Map<string, number>} TermMatches */
/** @typedef {{ term: string, letters: number }} Word `letters` has one bit for each letter of the word */

/** A term with fewer occurrences than this may be a typing mistake of a more frequent one. */
const MIN_OCCURRENCES = 3;
/** Factor for the similar words of a word that is in the vocabulary. */
const SIMILAR_TO_KNOWN = 0.6;
/** From this length on, a word may hold two typing mistakes; shorter ones may hold one. */
const LONG_WORD = 8;
const ONE_EDIT = 0.85, TWO_EDITS = 0.6;
/** Factor for a mistake in the first letter, which is rare. */
const OTHER_INITIAL = 0.8;

export class Vocabulary {
  /** @type {Map<string, Word>} */
  #words = new Map();
  /** @type {Map<string, number>} occurrences by term */
  #occurrences = new Map();
  /** @type {Map<string, TermMatches>} results of `expand` */
  #expansions = new Map();

  /** Count a word of the guide. @param {string} text @returns {string} its term */
  add(text) {
    let word = this.#words.get(text);
    if (!word) this.#words.set(text, (word = { term: stem(text), letters: letterBits(text) }));
    this.#occurrences.set(word.term, (this.#occurrences.get(word.term) ?? 0) + 1);
    return word.term;
  }

  /** The terms that a typed word may mean. @param {string} typed @param {boolean} isPrefix whether the word may be unfinished @returns {TermMatches} */
  expand(typed, isPrefix) {
    const key = `${typed} ${isPrefix}`;
    const matches = this.#expansions.get(key) ?? this.#lookUp(typed, isPrefix);
    this.#expansions.set(key, matches);
    return matches;
  }

  /** @param {string} typed @param {boolean} isPrefix @returns {TermMatches} */
  #lookUp(typed, isPrefix) {
    const term = stem(typed);
    const occurrences = this.#occurrences.get(term) ?? 0;
    /** @type {TermMatches} */ const matches = new Map(occurrences ? [[term, 1]] : []);
    if (isStopWord(typed) && !isPrefix) return matches;
    const maxEdits = occurrences >= MIN_OCCURRENCES || typed.length < 4 || /\d/.test(typed) ? 0 : typed.length < LONG_WORD ? 1 : 2;
    const factor = occurrences ? SIMILAR_TO_KNOWN : 1;
    if (isPrefix || occurrences < MIN_OCCURRENCES) this.#collect(matches, (text) => prefixMatch(typed, text) * factor);
    // The beginning of a known word is more likely unfinished than mistyped.
    if (!maxEdits || matches.size > Number(occurrences > 0)) return matches;
    const bits = letterBits(typed);
    this.#collect(matches, (text, { letters }) => (countBits(bits ^ letters) > 2 * maxEdits ? 0 : fuzzyMatch(typed, text, maxEdits) * factor));
    return matches;
  }

  /** Add every word that matches. @param {TermMatches} matches @param {(text: string, word: Word) => number} match */
  #collect(matches, match) {
    for (const [text, word] of this.#words) {
      const quality = match(text, word);
      if (quality > (matches.get(word.term) ?? 0)) matches.set(word.term, quality);
    }
  }
}

/** @param {string} typed @param {string} word */
const prefixMatch = (typed, word) => (typed.length > 2 && word.startsWith(typed) ? 0.6 + (0.35 * typed.length) / word.length : 0);

/** @param {string} typed @param {string} word @param {number} maxEdits */
function fuzzyMatch(typed, word, maxEdits) {
  const edits = editDistance(typed, word, maxEdits);
  return edits > maxEdits ? 0 : (edits === 1 ? ONE_EDIT : TWO_EDITS) * (word[0] === typed[0] ? 1 : OTHER_INITIAL);
}

/** The letters of a word as bits: a comparison that is much cheaper than the edit distance. @param {string} word */
const letterBits = (word) => [...word].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) & 31)), 0);

/** @param {number} bits */
function countBits(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
}

/**
 * The Damerau-Levenshtein distance (optimal string alignment): letters changed, added, left out or swapped with their
 * neighbor. Returns `max` + 1 as soon as it exceeds `max`.
 * @param {string} a @param {string} b @param {number} max
 */
function editDistance(a, b, max) {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  /** @type {number[]} */ let beforePrevious = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isEqual = a[i - 1] === b[j - 1];
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + Number(!isEqual));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], beforePrevious[j - 2] + 1);
    }
    if (Math.min(...row) > max) return max + 1;
    [beforePrevious, previous] = [previous, row];
  }
  return previous[b.length];
}
