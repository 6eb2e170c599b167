/**
 * What a query asks for, part by part: a word, or words that have synonyms together. Synonyms belong to what was typed
 * as it stands, never to what a mistyped word may mean: a guess on a guess leads anywhere.
 *
 * @typedef {{ words: string[], quality: number, typed: boolean, open: boolean }} Wording `typed` by the reader, who may mistype; `open` when the last word may not be finished
 * @typedef {{ wordings: Wording[], weight: number }} Concept how much it counts, from 0 to 1
 * @typedef {{ stems: string[], others: string[][] }} Synonym
 */
import { asked, isEmpty, stem } from "./tokenizer.mjs";

/** Words of a query that are looked at: nobody types more, but anybody may paste more. */
const MOST = 16;
const SYNONYM = 0.5;
/** How much a word counts that stands in almost every question. */
export const LIGHT = 0.6;
/** What the whole guide is about, and how much it counts. */
const SUBJECT = stems("second interview"), EVERYWHERE = 0.3;
/** Several words say more clearly what is meant. */
const SYNONYMOUS_PHRASE = 0.8;

export class Concepts {
  #lexicon;
  /** @type {Map<string, Synonym[]>} By their first stem, the longest first. */
  #synonyms = new Map();

  /** @param {string[][]} groups of words that mean the same @param {import("./fuzzy-terms.mjs").Lexicon} lexicon */
  constructor(groups, lexicon) {
    this.#lexicon = lexicon;
    for (const members of groups.map((group) => group.map(full))) for (const own of members) {
      const stems = own.map(stem);
      const known = [...(this.#synonyms.get(stems[0]) ?? []), { stems, others: members.filter((other) => other !== own) }];
      this.#synonyms.set(stems[0], known.sort((one, two) => two.stems.length - one.stems.length));
    }
  }

  /** @param {string} query @returns {Concept[]} */
  of(query) {
    const typed = asked(query).slice(0, MOST);
    const words = typed.filter((word) => !isEmpty(word));
    const last = /\s$/.test(query) || isEmpty(typed.at(-1) ?? "") ? -1 : words.length - 1;
    /** @type {Concept[]} */ const concepts = [];
    for (let at = 0; at < words.length; at += concepts[concepts.length - 1].wordings[0].words.length) {
      const synonyms = this.#known(words.slice(at).map(stem));
      const length = synonyms[0]?.stems.length ?? 1;
      const own = { words: words.slice(at, at + length), quality: 1, typed: true, open: at + length > last && last >= 0 };
      const wordings = [own, ...synonyms.flatMap(({ others }) => others.map(synonymous)), ...this.#joined(words.slice(at, at + 2))];
      concepts.push({ wordings, weight: wordings.some((one) => stems(one.words.join(" ")) === SUBJECT) ? EVERYWHERE : 1 });
    }
    return [...concepts, ...[...new Set(typed.filter(isEmpty))].map(lightly)];
  }

  /** The longest synonyms that these words begin with. @param {string[]} stems @returns {Synonym[]} */
  #known(stems) {
    const known = (this.#synonyms.get(stems[0]) ?? []).filter(({ stems: own }) => own.every((one, index) => one === stems[index]));
    return known.filter(({ stems: own }) => own.length === known[0].stems.length);
  }

  /** "dead line" for "deadline". @param {string[]} pair @returns {Wording[]} */
  #joined(pair) {
    const word = pair.join("");
    return pair.length === 2 && this.#lexicon.has(word) ? [{ words: [word], quality: 1, typed: false, open: false }] : [];
  }
}

/** The words of a text without those that tell nothing, unless there are no others. @param {string} text */
function full(text) {
  const all = asked(text);
  const telling = all.filter((word) => !isEmpty(word));
  return telling.length ? telling : all;
}

/** @param {string} text */
function stems(text) {
  return asked(text).map(stem).join(" ");
}

/** @param {string[]} words @returns {Wording} */
const synonymous = (words) => ({ words, quality: words.length > 1 ? SYNONYMOUS_PHRASE : SYNONYM, typed: false, open: false });

/** @param {string} word @returns {Concept} */
const lightly = (word) => ({ wordings: [{ words: [word], quality: 1, typed: true, open: false }], weight: LIGHT });
