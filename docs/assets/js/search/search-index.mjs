/**
 * The search engine: ranks the records of search/records.json for a query. It does not use the DOM.
 *
 *   const index = await SearchIndex.build(data);
 *   index.search("salery", 20)               -> the best records, best first
 *   index.phrases("salery")                  -> the phrases to highlight in them, as stems
 *
 * A record scores by how much of the query its title and names contain (rare words count more), by how closely one name
 * matches the query as a whole, and by words in the same order. The numbers were tuned on tests/cases/queries.yml.
 *
 * @typedef {[label: string, weight: number, isPart: boolean]} ResultType
 * @typedef {{ types: ResultType[], synonyms: string[][], records: import("./inverted-index.mjs").Row[] }} Data
 * @typedef {{ label: string, title: string, url: string, where: string, about: string, score: number, language?: string }} Result
 * @typedef {import("./inverted-index.mjs").Scores} Scores
 */
import { addScores, InvertedIndex, setMax, STOP_WORD_WEIGHT, sum } from "./inverted-index.mjs";
import { QueryParser } from "./query-parser.mjs";
import { normalize, stem, tokenize } from "./tokenizer.mjs";

/** Exponent of the share of the query that a record contains: all of it beats a part that fits well. */
const COVERAGE_EXPONENT = 2;
/** Weight and exponent of the closest name, and its closeness when it is the query word for word. */
const CLOSENESS_WEIGHT = 2, CLOSENESS_EXPONENT = 3, VERBATIM = 1.1;
/** How much closeness suffers from the words of the query that a name lacks, and from the words of the name that the query lacks. */
const LACKING_IN_NAME = 0.3, LACKING_IN_QUERY = 0.5;
/** Weight of words that follow each other in a name as they do in the query. */
const PHRASE_WEIGHT = 0.3;
/** All stop words together count at most this share of the other words, however long the question is. */
const MAX_STOP_WORD_SHARE = 0.3;
/** A page that scores at least this share of one of its parts is listed before it. */
const PAGE_FIRST = 0.95;
/** The main thread is released after this time while the index is built, in ms. */
const SLICE = 12;

export class SearchIndex {
  #index = new InvertedIndex();

  /** @param {Data} data @private use `build` */
  constructor(data) {
    this.data = data;
    this.parser = new QueryParser(data.synonyms);
  }

  /** Build the index in slices, so that the page stays responsive. @param {Data} data */
  static async build(data) {
    const search = new SearchIndex(data);
    let deadline = performance.now() + SLICE;
    for (const record of data.records) {
      search.#index.add(record);
      if (performance.now() < deadline) continue;
      await release();
      deadline = performance.now() + SLICE;
    }
    return search;
  }

  /** @param {string} query @param {number} limit @returns {Result[]} the best first */
  search(query, limit) {
    /** @type {Scores} */ const records = new Map();
    /** @type {Scores} */ const names = new Map();
    const clauses = this.#matchClauses(query);
    for (const { matches, weight } of clauses) {
      addScores(records, matches.records, weight);
      addScores(names, matches.names, weight);
    }
    const total = sum(clauses.map(({ weight }) => weight));
    const closeness = this.#closeness(names, total, normalize(query.trim()));
    const phrases = this.#phraseScores(clauses);
    const results = [...records].map(([record, score]) => this.#toResult(record, (score / total) ** COVERAGE_EXPONENT
      + CLOSENESS_WEIGHT * (closeness.get(record) ?? 0) ** CLOSENESS_EXPONENT + PHRASE_WEIGHT * (phrases.get(record) ?? 0)));
    return pagesFirst(results.sort((a, b) => b.score - a.score).slice(0, 2 * limit)).slice(0, limit);
  }

  /** What begins like the words of a query that has no results. @param {string} query @param {number} limit @returns {Result[]} */
  nearest(query, limit) {
    for (let length = 6; length > 2; length -= 1) {
      const results = tokenize(query).filter((word) => word.length >= length).flatMap((word) => this.search(word.slice(0, length), 1));
      if (results.length) return results.slice(0, limit);
    }
    return [];
  }

  /** The phrases to highlight in the results. @param {string} query @returns {string[][]} stems */
  phrases(query) {
    const variants = this.parser.parse(query).filter((clause) => !clause.isStopWord).flatMap((clause) => clause.variants);
    return variants.flatMap(({ words, isTyped, isPrefix }) =>
      (isTyped ? words.flatMap((word, at) => likelyTerms(this.#index.vocabulary.expand(word, isPrefix && at === words.length - 1))) : [words.map(stem)]));
  }

  /** The matches of each clause of a query, and its weight: rare ones count more, however common their synonyms are. @param {string} query */
  #matchClauses(query) {
    const clauses = this.parser.parse(query).map((clause) => {
      const matches = this.#index.match(clause);
      const rarity = this.#index.inverseFrequency(matches.typed) * Math.sqrt(clause.variants[0].words.length);
      return { matches, isStopWord: clause.isStopWord, weight: clause.isStopWord ? rarity * STOP_WORD_WEIGHT : rarity };
    });
    const [stopWords, words] = [true, false].map((isStopWord) => sum(clauses.filter((clause) => clause.isStopWord === isStopWord).map(({ weight }) => weight)));
    const factor = words ? Math.min(1, (MAX_STOP_WORD_SHARE * words) / stopWords) : 1;
    return clauses.map((clause) => (clause.isStopWord ? { ...clause, weight: clause.weight * factor } : clause));
  }

  /** How closely the best name of each record matches the whole query. @param {Scores} names @param {number} total weight of the query @param {string} text */
  #closeness(names, total, text) {
    /** @type {Scores} */ const closeness = new Map();
    for (const [number, score] of names) {
      const name = this.#index.names[number];
      const missing = this.#index.nameWeight(number) - score;
      setMax(closeness, name.record, name.text === text ? VERBATIM
        : score / (score + LACKING_IN_NAME * Math.max(0, total - score) + LACKING_IN_QUERY * Math.max(0, missing)));
    }
    return closeness;
  }

  /** How much of a query follows word for word in one name of each record. @param {{ matches: import("./inverted-index.mjs").Matches, isStopWord: boolean, weight: number }[]} clauses */
  #phraseScores(clauses) {
    const words = clauses.filter((clause) => !clause.isStopWord);
    const total = sum(words.map(({ weight }) => weight));
    /** @type {Scores} */ const names = new Map();
    for (const [at, next] of words.slice(1).entries()) for (const number of next.matches.names.keys()) {
      if (this.#index.isPhrase(number, words[at].matches.terms, next.matches.terms)) addScores(names, new Map([[number, 1]]), Math.min(words[at].weight, next.weight) / total);
    }
    /** @type {Scores} */ const records = new Map();
    for (const [number, score] of names) setMax(records, this.#index.names[number].record, score);
    return records;
  }

  /** @param {number} record @param {number} score @returns {Result & { isPart: boolean }} */
  #toResult(record, score) {
    const [type, title, url, where, , about = "", language] = this.data.records[record];
    const [label, weight, isPart] = this.data.types[type];
    return { label, title, url, where, about, language, score: score * weight, isPart };
  }
}

/** Release the main thread; a timeout, which old browsers need, waits for 4 ms each time. @returns {Promise<void>} */
const release = () => /** @type {any} */ (globalThis).scheduler?.yield?.() ?? new Promise((resolve) => { setTimeout(resolve); });

/** Move a page before its parts where it scores nearly as well. @param {(Result & { isPart: boolean })[]} results */
function pagesFirst(results) {
  const pages = new Map(results.map((result) => [result.url, result]));
  return [...new Set(results.flatMap((result) => {
    const page = result.isPart ? pages.get(result.url.split("#")[0]) : undefined;
    return page && page.score >= PAGE_FIRST * result.score ? [page, result] : [result];
  }))];
}

/** The terms that a typed word most likely means, each as a phrase. @param {import("./fuzzy-terms.mjs").TermMatches} matches */
function likelyTerms(matches) {
  const best = Math.max(...matches.values());
  return [...matches].filter(([, quality]) => quality >= 0.9 * best).map(([term]) => [term]);
}
