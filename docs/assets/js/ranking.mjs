/**
 * The ranked index behind search. Pure: it knows nothing of the page.
 *
 *   const index = new Index(data);      data: search/records.json
 *   index.find("salery", 20)            -> the best records, best first, each with the stems it was found by
 *
 * A record scores by how much of the query it holds (rare words count more; a title counts more than the text), and by
 * how closely one of its names, as a whole, says what the query says.
 *
 * @typedef {[sort: number, title: string, url: string, where: string, names: string, about: string, text: string]} Row
 * @typedef {{ sorts: [label: string, weight: number][], synonyms: string[][], records: Row[] }} Data
 * @typedef {{ label: string, title: string, url: string, where: string, about: string, score: number, stems: Set<string> }} Result
 * @typedef {{ record: number, name: number, weight: number }} Posting `name` is -1 outside titles and names
 * @typedef {Map<number, { value: number, stems: string[] }>} Held
 * @typedef {{ words: string[], quality: number }} Wording
 * @typedef {{ wordings: Wording[], last: boolean }} Concept
 */
import { asked, distance, stem, told } from "./words.mjs";

const TITLE = 1, NAME = 0.92, WHERE = 0.4, ABOUT = 0.35, TEXT = 0.2;
const CLOSENESS = 0.9;
const SYNONYM = 0.72;
/** How much some of the words of a phrase count without the others. */
const PART = 0.3;
/** How much longer words count when the one typed is a word already. */
const FINISHED = 0.6;

export class Index {
  /** @type {Map<string, Posting[]>} */
  #postings = new Map();
  /** @type {{ record: number, stems: string[], weight: number }[]} */
  #names = [];
  /** @type {Map<string, string>} Each word of the guide and its stem. */
  #vocabulary = new Map();
  /** @type {Map<string, Map<string, number>>} Words looked up before. */
  #liked = new Map();
  /** @type {{ stems: string[], others: string[][] }[]} */
  #synonyms;

  /** @param {Data} data */
  constructor(data) {
    this.sorts = data.sorts;
    this.records = data.records;
    this.records.forEach(([, title, , where, names, about, text], record) => {
      this.#name(record, title, TITLE);
      for (const name of names ? names.split("|") : []) this.#name(record, name, NAME);
      this.#add(record, -1, told(where), WHERE);
      this.#add(record, -1, told(about), ABOUT);
      this.#add(record, -1, told(text), TEXT);
    });
    for (const name of this.#names) name.weight = sum(name.stems.map((one) => this.#rarity(sum((this.#postings.get(one) ?? []).map(({ weight }) => weight)))));
    this.#synonyms = data.synonyms.flatMap((group) => {
      const members = group.map(asked);
      return members.map((own, index) => ({ stems: own.map(stem), others: members.filter((_, other) => other !== index) }));
    });
  }

  /** @param {number} record @param {string} text @param {number} weight */
  #name(record, text, weight) {
    const words = told(text);
    this.#add(record, this.#names.length, words, weight);
    this.#names.push({ record, stems: [...new Set(words.map(stem))], weight: 0 });
  }

  /** @param {number} record @param {number} name @param {string[]} words @param {number} weight */
  #add(record, name, words, weight) {
    for (const word of words) this.#vocabulary.set(word, stem(word));
    for (const one of new Set(words.map(stem))) {
      const list = this.#postings.get(one);
      if (list) list.push({ record, name, weight });
      else this.#postings.set(one, [{ record, name, weight }]);
    }
  }

  /** How much something tells apart that stands in records of this weight together. @param {number} weight */
  #rarity(weight) {
    return Math.log(1 + this.records.length / (0.5 + weight));
  }

  /** The best `most` records for what was typed. @param {string} query @param {number} most @returns {Result[]} */
  find(query, most) {
    const concepts = this.#concepts(asked(query));
    /** @type {Map<number, number>} */ const records = new Map();
    /** @type {Map<number, number>} */ const names = new Map();
    /** @type {Map<number, Set<string>>} */ const found = new Map();
    let whole = 0;
    for (const concept of concepts) {
      const { weight, held, named } = this.#matches(concept);
      whole += weight;
      for (const [record, { value, stems }] of held) {
        records.set(record, (records.get(record) ?? 0) + weight * value);
        found.set(record, new Set([...(found.get(record) ?? []), ...stems]));
      }
      for (const [name, value] of named) names.set(name, (names.get(name) ?? 0) + weight * value);
    }
    /** @type {Map<number, number>} */ const close = new Map();
    for (const [name, value] of names) {
      const { record, weight } = this.#names[name];
      close.set(record, Math.max(close.get(record) ?? 0, (2 * value) / (whole + Math.max(weight, value))));
    }
    return [...records].map(([record, value]) => this.#result(record, value / whole + CLOSENESS * (close.get(record) ?? 0), found.get(record) ?? new Set()))
      .sort((one, two) => two.score - one.score || one.title.localeCompare(two.title)).slice(0, most);
  }

  /** @param {number} record @param {number} value @param {Set<string>} stems @returns {Result} */
  #result(record, value, stems) {
    const [sort, title, url, where, , about] = this.records[record];
    const [label, weight] = this.sorts[sort];
    return { label, title, url, where, about, score: value * weight, stems };
  }

  /** What the query asks for, part by part: a word, or words that have synonyms together. @param {string[]} words @returns {Concept[]} */
  #concepts(words) {
    const stems = words.map((word) => this.#meant(word));
    const concepts = [];
    for (let at = 0; at < words.length;) {
      const known = this.#synonyms.filter(({ stems: own }) => own.length && own.every((one, index) => one === stems[at + index]));
      const length = Math.max(1, ...known.map(({ stems: own }) => own.length));
      const wordings = [{ words: words.slice(at, at + length), quality: 1 }];
      for (const { stems: own, others } of known) if (own.length === length) for (const other of others) wordings.push({ words: other, quality: SYNONYM });
      const joined = words.slice(at, at + 2).join("");
      if (length === 1 && at + 1 < words.length && this.#vocabulary.has(joined)) wordings.push({ words: [joined], quality: 1 });
      concepts.push({ wordings, last: at + length >= words.length });
      at += length;
    }
    return concepts;
  }

  /** The stem of a word, or of the one that was probably meant. @param {string} word */
  #meant(word) {
    const own = stem(word);
    if (this.#postings.has(own)) return own;
    const often = (/** @type {string} */ term) => Math.log(1 + (this.#postings.get(term)?.length ?? 0));
    return [...this.#like(word, false)].sort((one, two) => two[1] * often(two[0]) - one[1] * often(one[0]))[0]?.[0] ?? own;
  }

  /** Where a concept stands, and how much it counts. @param {Concept} concept */
  #matches({ wordings, last }) {
    /** @type {Held} */ const held = new Map();
    /** @type {Map<number, number>} */ const named = new Map();
    for (const { words, quality } of wordings) {
      const parts = words.map((one) => this.#places(one, last && quality === 1, quality === 1));
      merge(held, parts.map((part) => part.held), quality);
      mergeNames(named, parts.map((part) => part.named), quality);
    }
    const weight = this.#rarity(sum([...held.values()].map(({ value }) => value))) * Math.sqrt(wordings[0].words.length);
    return { weight, held, named };
  }

  /** @param {string} word @param {boolean} last it may not be finished @param {boolean} typed by the reader, who may mistype */
  #places(word, last, typed) {
    /** @type {Held} */ const held = new Map();
    /** @type {Map<number, number>} */ const named = new Map();
    for (const [term, quality] of typed ? this.#like(word, last) : [/** @type {const} */ ([stem(word), 1])]) {
      for (const posting of this.#postings.get(term) ?? []) {
        const value = quality * posting.weight;
        if (value > (held.get(posting.record)?.value ?? 0)) held.set(posting.record, { value, stems: [term] });
        if (posting.name >= 0) named.set(posting.name, Math.max(named.get(posting.name) ?? 0, value));
      }
    }
    return { held, named };
  }

  /** Stems of the guide that may be meant, each with how well it fits. @param {string} asked @param {boolean} last @returns {Map<string, number>} */
  #like(asked, last) {
    const key = `${asked} ${last}`;
    const known = this.#liked.get(key);
    if (known) return known;
    /** @type {Map<string, number>} */ const like = new Map();
    const own = stem(asked);
    const places = this.#postings.get(own) ?? [];
    if (places.length) like.set(own, 1);
    // A word that stands only once or twice is more likely mistyped than meant.
    const sure = places.length > 2;
    const most = sure || asked.length < 4 || /\d/.test(asked) ? 0 : asked.length < 6 ? 1 : 2;
    for (const [word, term] of this.#vocabulary) {
      const quality = term === own ? 0 : this.#fit(asked, word, last || !sure, most) * (sure ? FINISHED : 1);
      if (quality > (like.get(term) ?? 0)) like.set(term, quality);
    }
    this.#liked.set(key, like);
    return like;
  }

  /** @param {string} asked @param {string} word @param {boolean} open @param {number} most */
  #fit(asked, word, open, most) {
    if (open && asked.length > 2 && word.startsWith(asked)) return 0.6 + (0.35 * asked.length) / word.length;
    const far = most && !strangers(asked, word, most) ? distance(asked, word, most) : most + 1;
    if (far > most) return 0;
    return (far === 1 ? 0.85 : 0.6) * (word[0] === asked[0] ? 1 : 0.8);
  }
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
  let differ = bits(one) ^ bits(two);
  let count = 0;
  for (; differ; differ &= differ - 1) count += 1;
  return count > 2 * most;
}

/** @param {number[]} values */
const sum = (values) => values.reduce((all, value) => all + value, 0);

/**
 * Several words of one wording: their mean, where all of them stand; less of what was typed elsewhere.
 * @param {Held} into @param {Held[]} parts @param {number} quality
 */
function merge(into, parts, quality) {
  for (const record of new Set(parts.flatMap((part) => [...part.keys()]))) {
    const there = parts.flatMap((part) => part.get(record) ?? []);
    const value = mean(there.map((one) => one.value), parts.length, quality);
    if (value > (into.get(record)?.value ?? 0)) into.set(record, { value, stems: there.flatMap((one) => one.stems) });
  }
}

/** @param {Map<number, number>} into @param {Map<number, number>[]} parts @param {number} quality */
function mergeNames(into, parts, quality) {
  for (const name of new Set(parts.flatMap((part) => [...part.keys()]))) {
    const value = mean(parts.flatMap((part) => part.get(name) ?? []), parts.length, quality);
    if (value > (into.get(name) ?? 0)) into.set(name, value);
  }
}

/** @param {number[]} values @param {number} all @param {number} quality */
const mean = (values, all, quality) => (quality * sum(values) / all) * (values.length === all ? 1 : quality === 1 ? PART : 0);
