/**
 * Maps each term of the guide to the records that contain it, and to their names: titles and alternative wordings.
 *
 * @typedef {[type: number, title: string, url: string, where: string, names: string, about?: string, language?: string]} Row
 * @typedef {{ record: number, text: string, stems: string[], field: number }} Name with its stems in order, and the weight of its field
 * @typedef {Map<number, number>} Scores by the number of a record or a name
 * @typedef {{ records: Scores, names: Scores, terms: Set<string>, typed: number }} Matches `typed` is the weight of what matches without synonyms
 */
import { Vocabulary } from "./fuzzy-terms.mjs";
import { isStopWord, normalize, splitWords, stem } from "./tokenizer.mjs";

/** How much a stop word counts, against 1 for other words. */
export const STOP_WORD_WEIGHT = 0.55;
/** How much a word counts by the field it is in. */
const TITLE = 1, NAME = 0.87;
/** Factor for a record that has only some of the words of a typed phrase. */
const PARTIAL_PHRASE = 0.2;
/** Exponent of the inverse frequency: a word that is rare in the guide is often rare because it says nothing about interviews. */
const RARITY_EXPONENT = 0.8;
/** A record with the word in several of its names gets this much more for each power of e. */
const REPEATED = 0.3;

export class InvertedIndex {
  /** The numbers of the names that contain a term. @type {Map<string, number[]>} */
  #postings = new Map();
  #recordCount = 0;
  /** @type {Name[]} */
  names = [];
  /** @type {(number | undefined)[]} */
  #nameWeights = [];
  /** @type {Map<string, number>} */
  #termWeights = new Map();
  vocabulary = new Vocabulary();

  /** Add a record, in the order of their numbers. @param {Row} row */
  add([, title, , , names]) {
    const record = this.#recordCount;
    this.#recordCount += 1;
    this.#addName(record, title, TITLE);
    for (const name of names ? names.split("|") : []) this.#addName(record, name, NAME);
  }

  /** @param {number} record @param {string} title @param {number} field */
  #addName(record, title, field) {
    const text = normalize(title);
    const words = splitWords(text);
    const stems = words.map((word) => this.vocabulary.add(word));
    for (const term of new Set(stems)) {
      const postings = this.#postings.get(term);
      if (postings) postings.push(this.names.length);
      else this.#postings.set(term, [this.names.length]);
    }
    this.names.push({ record, text, stems, field });
  }

  /** The weight of a name: rare words count more. Ask for it once all records are added. @param {number} number */
  nameWeight(number) {
    return (this.#nameWeights[number] ??= sum([...new Set(this.names[number].stems)].map((term) => this.#termWeight(term))));
  }

  /** @param {string} term */
  #termWeight(term) {
    let weight = this.#termWeights.get(term);
    if (weight === undefined) {
      let fields = 0;
      for (const name of this.#postings.get(term) ?? []) fields += this.names[name].field;
      this.#termWeights.set(term, (weight = this.inverseFrequency(fields) * (isStopWord(term) ? STOP_WORD_WEIGHT : 1)));
    }
    return weight;
  }

  /** The inverse document frequency. @param {number} weight of all postings together */
  inverseFrequency(weight) {
    return Math.log(1 + this.#recordCount / (0.5 + weight)) ** RARITY_EXPONENT;
  }

  /** The records and names that match a clause. @param {import("./query-parser.mjs").Clause} clause @returns {Matches} */
  match({ variants }) {
    /** @type {Matches} */ const matches = { records: new Map(), names: new Map(), terms: new Set(), typed: 0 };
    for (const { words, quality, isTyped, isPrefix } of variants) {
      const terms = words.map((word, at) => (isTyped ? this.vocabulary.expand(word, isPrefix && at === words.length - 1) : new Map([[stem(word), 1]])));
      for (const term of terms.flatMap((one) => [...one.keys()])) matches.terms.add(term);
      const parts = terms.map((one) => this.#matchTerms(one));
      for (const key of /** @type {const} */ (["records", "names"])) addPhrase(matches[key], parts.map((part) => part[key]), quality, isTyped ? PARTIAL_PHRASE : 0);
      if (isTyped) matches.typed = sum([...matches.records.values()]);
    }
    return matches;
  }

  /** Whether one of the second terms follows one of the first in a name. @param {number} name @param {Set<string>} first @param {Set<string>} second */
  isPhrase(name, first, second) {
    const stems = this.names[name].stems.filter((one) => !isStopWord(one));
    return stems.some((one, at) => first.has(one) && second.has(stems[at + 1]));
  }

  /** @param {import("./fuzzy-terms.mjs").TermMatches} terms */
  #matchTerms(terms) {
    /** @type {Scores} */ const records = new Map();
    /** @type {Scores} */ const names = new Map();
    /** @type {Scores} */ const repetitions = new Map();
    for (const [term, quality] of terms) for (const name of this.#postings.get(term) ?? []) {
      const { record, field } = this.names[name];
      setMax(records, record, quality * field);
      setMax(names, name, quality * field);
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
