/**
 * Where each word of the guide stands: in which records, and in which of their names.
 *
 * @typedef {[sort: number, title: string, url: string, where: string, names: string, about: string, text: string]} Row
 * @typedef {{ record: number, name: number, weight: number }} Posting `name` is -1 outside titles and names
 * @typedef {Map<number, number>} Held records or names, each with how well it holds something
 * @typedef {{ held: Held, named: Held }} Places
 */
import { LIGHT } from "./query-parser.mjs";
import { Lexicon } from "./fuzzy-terms.mjs";
import { folded, isEmpty, stem, words } from "./tokenizer.mjs";

const TITLE = 1, NAME = 0.87, WHERE = 0.4, ABOUT = 0.35, TEXT = 0.2;
/** How much some of the words of a phrase count without the others. */
const PART = 0.2;
/** What several names of a record hold is more clearly what it is about. */
const AGAIN = 0.3;

export class Postings {
  /** @type {Map<string, Posting[]>} */
  #postings = new Map();
  /** @type {{ record: number, said: string, stems: Set<string>, weight: number }[]} */
  names = [];
  lexicon = new Lexicon();
  #records = 0;

  /** Take up a record; they come in order. @param {Row} row */
  take([, title, , where, names, about, text]) {
    const record = this.#records;
    this.#records += 1;
    this.#name(record, title, TITLE);
    for (const name of names ? names.split("|") : []) this.#name(record, name, NAME);
    for (const [said, weight] of /** @type {const} */ ([[where, WHERE], [about, ABOUT], [text, TEXT]])) {
      this.#post(words(said).filter((word) => !isEmpty(word)), { record, name: -1, weight });
    }
  }

  /** Weigh the names, when all records are taken. */
  weigh() {
    const worth = new Map([...this.#postings].map(([term, list]) => [term, this.rarity(sum(list.map(({ weight }) => weight))) * (isEmpty(term) ? LIGHT : 1)]));
    for (const name of this.names) name.weight = sum([...name.stems].map((one) => worth.get(one) ?? 0));
  }

  /** @param {number} record @param {string} text @param {number} weight */
  #name(record, text, weight) {
    const stems = this.#post(words(text), { record, name: this.names.length, weight });
    this.names.push({ record, said: folded(text), stems, weight: 0 });
  }

  /** @param {string[]} all @param {Posting} posting */
  #post(all, posting) {
    const stems = new Set(all.map((word) => this.lexicon.add(word)));
    for (const one of stems) {
      const list = this.#postings.get(one);
      if (list) list.push(posting);
      else this.#postings.set(one, [posting]);
    }
    return stems;
  }

  /** How much something tells apart that stands in records of this weight together. @param {number} weight */
  rarity(weight) {
    return Math.log(1 + this.#records / (0.5 + weight));
  }

  /** Where a concept stands. @param {import("./query-parser.mjs").Concept} concept @returns {Places} */
  matches({ wordings }) {
    /** @type {Places} */ const all = { held: new Map(), named: new Map() };
    for (const { words: own, quality, typed, open } of wordings) {
      const parts = own.map((word, at) => this.#places(typed ? this.lexicon.like(word, open && at === own.length - 1) : new Map([[stem(word), 1]])));
      together(all.held, parts.map(({ held }) => held), quality, typed ? PART : 0);
      together(all.named, parts.map(({ named }) => named), quality, typed ? PART : 0);
    }
    return all;
  }

  /** @param {import("./fuzzy-terms.mjs").Liked} liked @returns {Places} */
  #places(liked) {
    /** @type {Places} */ const { held, named } = { held: new Map(), named: new Map() };
    /** @type {Held} */ const times = new Map();
    for (const [term, quality] of liked) for (const { record, name, weight } of this.#postings.get(term) ?? []) {
      keepMost(held, record, quality * weight);
      if (name < 0) continue;
      keepMost(named, name, quality * weight);
      times.set(record, (times.get(record) ?? 0) + quality);
    }
    for (const [record, count] of times) if (count > 1) held.set(record, (held.get(record) ?? 0) * (1 + AGAIN * Math.log(count)));
    return { held, named };
  }
}

/** @param {Held} into @param {number} key @param {number} value */
export function keepMost(into, key, value) {
  if (value > (into.get(key) ?? 0)) into.set(key, value);
}

/** @param {Held} into @param {Held} from @param {number} weight */
export function add(into, from, weight) {
  for (const [key, value] of from) into.set(key, (into.get(key) ?? 0) + weight * value);
}

/** Several words of one wording: their mean where all of them stand, `part` of it elsewhere. @param {Held} into @param {Held[]} parts @param {number} quality @param {number} part */
function together(into, parts, quality, part) {
  /** @type {Held} */ const whole = new Map();
  for (const held of parts) add(whole, held, quality / parts.length);
  for (const [key, value] of whole) {
    const all = parts.length === 1 || parts.every((held) => held.has(key));
    if (all || part) keepMost(into, key, all ? value : part * value);
  }
}

/** @param {number[]} values */
export const sum = (values) => values.reduce((all, value) => all + value, 0);
