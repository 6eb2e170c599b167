/**
 * The ranked index behind search. Pure: it knows nothing of the page.
 *
 *   const index = await Index.of(data);      data: search/records.json
 *   index.find("salery", 20)                 -> the best records, best first
 *   index.phrases("salery")                  -> the stems to mark in them, phrase by phrase
 *
 * A record scores by how much of the query it holds (rare words count more, a title more than the text), and by how
 * closely one of its names, as a whole, says what the query says.
 *
 * @typedef {[label: string, weight: number, part: boolean]} Sort
 * @typedef {{ sorts: Sort[], synonyms: string[][], records: import("./inverted-index.mjs").Row[] }} Data
 * @typedef {{ label: string, title: string, url: string, where: string, about: string, score: number }} Result
 * @typedef {import("./inverted-index.mjs").Held} Held
 */
import { Concepts, LIGHT } from "./query-parser.mjs";
import { Postings, add, keepMost, sum } from "./inverted-index.mjs";
import { folded, stem } from "./tokenizer.mjs";

/** A record that holds the whole query beats one that holds a part of it well. */
const COVERAGE = 2;
/** A name that says the query word for word beats several that say much of it. */
const CLOSENESS = 2, EXACTNESS = 4, VERBATIM = 1.1;
/** Words that stand in almost every question count together at most this share of the others, however long the question. */
const FILLING = 0.4;
/** A part of a page that fits not much better than its page comes after it. */
const NEAR = 0.95;
/** How long the index may be made without a pause. In ms. */
const SLICE = 12;

export class Index {
  #postings = new Postings();

  /** @param {Data} data @private Use `of`. */
  constructor(data) {
    this.data = data;
    this.concepts = new Concepts(data.synonyms, this.#postings.lexicon);
  }

  /** Made in slices, so that the reader can type meanwhile. @param {Data} data */
  static async of(data) {
    const index = new Index(data);
    let due = performance.now() + SLICE;
    for (const record of data.records) {
      index.#postings.take(record);
      if (performance.now() < due) continue;
      await new Promise((resolve) => { setTimeout(resolve); });
      due = performance.now() + SLICE;
    }
    index.#postings.weigh();
    return index;
  }

  /** The best `most` records for what was typed. @param {string} query @param {number} most @returns {Result[]} */
  find(query, most) {
    /** @type {Held} */ const records = new Map();
    /** @type {Held} */ const names = new Map();
    const parts = this.#weighed(this.concepts.of(query));
    for (const { held, named, weight } of parts) {
      add(records, held, weight);
      add(names, named, weight);
    }
    const whole = sum(parts.map(({ weight }) => weight));
    const close = this.#closest(names, whole, folded(query.trim()));
    const scored = [...records].map(([record, value]) => this.#result(record, (value / whole) ** COVERAGE + CLOSENESS * (close.get(record) ?? 0) ** EXACTNESS));
    return this.#familial(scored.sort((one, two) => two.score - one.score).slice(0, 2 * most)).slice(0, most);
  }

  /** What to mark in the results: stems that stand together. @param {string} query @returns {string[][]} */
  phrases(query) {
    return this.concepts.of(query).filter(({ weight }) => weight === 1).flatMap(({ wordings }) => wordings.flatMap(({ words: own, typed, open }) =>
      (typed ? own.flatMap((word, at) => likeliest(this.#postings.lexicon.like(word, open && at === own.length - 1))) : [own.map(stem)])));
  }

  /** Where each part of a query stands, and how much it counts: the more, the rarer it is. @param {import("./query-parser.mjs").Concept[]} concepts */
  #weighed(concepts) {
    const parts = concepts.map((concept) => {
      const places = this.#postings.matches(concept);
      const rarity = this.#postings.rarity(sum([...places.held.values()])) * Math.sqrt(concept.wordings[0].words.length);
      return { ...places, light: concept.weight === LIGHT, weight: rarity * concept.weight };
    });
    const [light, telling] = [true, false].map((which) => sum(parts.filter((part) => part.light === which).map(({ weight }) => weight)));
    const scale = telling ? Math.min(1, (FILLING * telling) / light) : 1;
    return parts.map((part) => (part.light ? { ...part, weight: part.weight * scale } : part));
  }

  /** How closely the best name of each record says what the whole query says. @param {Held} names @param {number} whole @param {string} asked */
  #closest(names, whole, asked) {
    /** @type {Held} */ const close = new Map();
    for (const [name, value] of names) {
      const { record, weight, said } = this.#postings.names[name];
      keepMost(close, record, said === asked ? VERBATIM : (2 * value) / (whole + Math.max(weight, value)));
    }
    return close;
  }

  /** @param {number} record @param {number} value @returns {Result & { part: boolean }} */
  #result(record, value) {
    const [sort, title, url, where, , about] = this.data.records[record];
    const [label, weight, part] = this.data.sorts[sort];
    return { label, title, url, where, about, score: value * weight, part };
  }

  /** The same results, with a page before its parts where it fits nearly as well. @param {(Result & { part: boolean })[]} results */
  #familial(results) {
    const pages = new Map(results.map((result) => [result.url, result]));
    return [...new Set(results.flatMap((result) => {
      const page = result.part ? pages.get(result.url.split("#")[0]) : undefined;
      return page && page.score >= NEAR * result.score ? [page, result] : [result];
    }))];
  }

}

/** The stems that a typed word most likely means, each a phrase of its own. @param {import("./fuzzy-terms.mjs").Liked} liked */
function likeliest(liked) {
  const best = Math.max(...liked.values());
  return [...liked].filter(([, fit]) => fit >= 0.9 * best).map(([term]) => [term]);
}
