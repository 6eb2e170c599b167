/**
 * Maps each term of the guide to the records that contain it, and to their names: titles and alternative wordings.
 *
 * @typedef {[type: number, title: string, url: string, where: string, names: string, about: string]} Row
 * @typedef {{ record: number, name: number, weight: number }} Posting `name` is -1 outside titles and names
 * @typedef {Map<number, number>} Scores by the number of a record or a name
 * @typedef {{ records: Scores, names: Scores }} Matches
 */
import { Vocabulary } from "./fuzzy-terms.mjs";
import { isStopWord, normalize, stem, tokenizeWithCompounds } from "./tokenizer.mjs";

/** How much a stop word counts, against 1 for other words. */
export const STOP_WORD_WEIGHT = 0.6;
/** How much a word counts by the field it is in. */
const TITLE = 1, NAME = 0.87, WHERE = 0.4, ABOUT = 0.35;
/** Factor for a record that has only some of the words of a typed phrase. */
const PARTIAL_PHRASE = 0.2;
/** A record with the word in several of its names gets this much more for each power of e. */
const REPEATED = 0.3;

export class InvertedIndex {
  /** @type {Map<string, Posting[]>} */
  #postings = new Map();
  #recordCount = 0;
  /** @type {{ record: number, text: string, terms: Set<string>, weight: number }[]} `weight` is set by `weighNames` */
  names = [];
  vocabulary = new Vocabulary();

  /** Add a record, in the order of their numbers. @param {Row} row */
  add([, title, , where, names, about]) {
    const record = this.#recordCount;
    this.#recordCount += 1;
    this.#addName(record, title, TITLE);
    for (const name of names ? names.split("|") : []) this.#addName(record, name, NAME);
    for (const [text, weight] of /** @type {const} */ ([[where, WHERE], [about, ABOUT]])) {
      this.#addPostings(tokenizeWithCompounds(text).filter((word) => !isStopWord(word)), { record, name: -1, weight });
    }
  }

  /** Compute the weight of each name, once all records are added. */
  weighNames() {
    const weights = new Map([...this.#postings].map(([term, postings]) => [term, this.inverseFrequency(sum(postings.map(({ weight }) => weight))) * (isStopWord(term) ? STOP_WORD_WEIGHT : 1)]));
    for (const name of this.names) name.weight = sum([...name.terms].map((term) => weights.get(term) ?? 0));
  }

  /** @param {number} record @param {string} text @param {number} weight */
  #addName(record, text, weight) {
    const terms = this.#addPostings(tokenizeWithCompounds(text), { record, name: this.names.length, weight });
    this.names.push({ record, text: normalize(text), terms, weight: 0 });
  }

  /** @param {string[]} words @param {Posting} posting */
  #addPostings(words, posting) {
    const terms = new Set(words.map((word) => this.vocabulary.add(word)));
    for (const term of terms) {
      const postings = this.#postings.get(term);
      if (postings) postings.push(posting);
      else this.#postings.set(term, [posting]);
    }
    return terms;
  }

  /** The inverse document frequency. @param {number} weight of all postings together */
  inverseFrequency(weight) {
    return Math.log(1 + this.#recordCount / (0.5 + weight));
  }

  /** The records and names that match a clause. @param {import("./query-parser.mjs").Clause} clause @returns {Matches} */
  match({ variants }) {
    /** @type {Matches} */ const matches = { records: new Map(), names: new Map() };
    for (const { words, quality, isTyped, isPrefix } of variants) {
      const parts = words.map((word, at) => this.#matchTerms(isTyped ? this.vocabulary.expand(word, isPrefix && at === words.length - 1) : new Map([[stem(word), 1]])));
      for (const key of /** @type {const} */ (["records", "names"])) addPhrase(matches[key], parts.map((part) => part[key]), quality, isTyped ? PARTIAL_PHRASE : 0);
    }
    return matches;
  }

  /** @param {import("./fuzzy-terms.mjs").TermMatches} terms @returns {Matches} */
  #matchTerms(terms) {
    /** @type {Matches} */ const { records, names } = { records: new Map(), names: new Map() };
    /** @type {Scores} */ const repetitions = new Map();
    for (const [term, quality] of terms) for (const { record, name, weight } of this.#postings.get(term) ?? []) {
      setMax(records, record, quality * weight);
      if (name < 0) continue;
      setMax(names, name, quality * weight);
      repetitions.set(record, (repetitions.get(record) ?? 0) + quality);
    }
    for (const [record, count] of repetitions) if (count > 1) records.set(record, (records.get(record) ?? 0) * (1 + REPEATED * Math.log(count)));
    return { records, names };
  }
}

/** Add the mean score of the words of a phrase; where a word is missing, `partial` of it. @param {Scores} into @param {Scores[]} parts @param {number} quality @param {number} partial */
function addPhrase(into, parts, quality, partial) {
  /** @type {Scores} */ const means = new Map();
  for (const part of parts) addScores(means, part, quality / parts.length);
  for (const [key, score] of means) {
    const isComplete = parts.every((part) => part.has(key));
    if (isComplete || partial) setMax(into, key, isComplete ? score : partial * score);
  }
}

/** @param {Scores} scores @param {number} key @param {number} score */
export function setMax(scores, key, score) {
  if (score > (scores.get(key) ?? 0)) scores.set(key, score);
}

/** @param {Scores} into @param {Scores} from @param {number} weight */
export function addScores(into, from, weight) {
  for (const [key, score] of from) into.set(key, (into.get(key) ?? 0) + weight * score);
}

/** @param {number[]} values */
export const sum = (values) => values.reduce((total, value) => total + value, 0);
