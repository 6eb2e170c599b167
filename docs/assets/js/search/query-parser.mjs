/**
 * Parses a query into clauses: a word, or a phrase that has synonyms, with its variants. Synonyms apply to what was
 * typed, never to the corrections of a mistyped word: a guess on a guess matches too much.
 *
 * @typedef {{ words: string[], quality: number, isTyped: boolean, isPrefix: boolean }} Variant only words that the
 *   reader typed may be mistyped; with `isPrefix` the last one may be unfinished
 * @typedef {{ variants: Variant[], isStopWord: boolean }} Clause
 * @typedef {{ stems: string[], others: string[][] }} Synonym a phrase, and the other phrases of its group
 */
import { isStopWord, stem, tokenize } from "./tokenizer.mjs";

/** Further words are ignored: a pasted text must not block the page. */
const MAX_WORDS = 16;
/** How well a synonym matches; a phrase is less ambiguous than a word. */
const SYNONYM_WORD = 0.4, SYNONYM_PHRASE = 0.8;

export class QueryParser {
  /** @type {Map<string, Synonym[]>} by their first stem, the longest first */
  #synonyms = new Map();

  /** @param {string[][]} groups phrases that mean the same */
  constructor(groups) {
    for (const phrases of groups.map((group) => group.map(significantWords))) for (const words of phrases) {
      const stems = words.map(stem);
      const synonyms = [...(this.#synonyms.get(stems[0]) ?? []), { stems, others: phrases.filter((other) => other !== words) }];
      this.#synonyms.set(stems[0], synonyms.sort((a, b) => b.stems.length - a.stems.length));
    }
  }

  /** @param {string} query @returns {Clause[]} */
  parse(query) {
    const typed = tokenize(query).slice(0, MAX_WORDS);
    const words = typed.filter((word) => !isStopWord(word));
    const isUnfinished = words.length > 0 && !/\s$/.test(query) && !isStopWord(typed[typed.length - 1]);
    /** @type {Clause[]} */ const clauses = [];
    for (let at = 0, length; at < words.length; at += length) {
      const synonyms = this.#longestSynonyms(words.slice(at).map(stem));
      length = synonyms[0]?.stems.length ?? 1;
      const own = { words: words.slice(at, at + length), quality: 1, isTyped: true, isPrefix: isUnfinished && at + length >= words.length };
      clauses.push({ variants: [own, ...synonyms.flatMap(({ others }) => others.map(toVariant))], isStopWord: false });
    }
    const stopWords = [...new Set(typed.filter(isStopWord))];
    return [...clauses, ...stopWords.map((word) => ({ variants: [{ words: [word], quality: 1, isTyped: true, isPrefix: false }], isStopWord: true }))];
  }

  /** The longest synonyms at the start of these stems. @param {string[]} stems @returns {Synonym[]} */
  #longestSynonyms(stems) {
    const matches = (this.#synonyms.get(stems[0]) ?? []).filter((synonym) => synonym.stems.every((one, index) => one === stems[index]));
    return matches.filter((synonym) => synonym.stems.length === matches[0].stems.length);
  }
}

/** The words of a text without stop words, unless there are no others. @param {string} text */
function significantWords(text) {
  const words = tokenize(text);
  const significant = words.filter((word) => !isStopWord(word));
  return significant.length ? significant : words;
}

/** @param {string[]} words @returns {Variant} */
const toVariant = (words) => ({ words, quality: words.length > 1 ? SYNONYM_PHRASE : SYNONYM_WORD, isTyped: false, isPrefix: false });
