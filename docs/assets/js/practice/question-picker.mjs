/**
 * Picks the questions of a round and their wordings. The same seed gives the same round.
 *
 * @typedef {import("../lib/practice-data.mjs").Card} Card
 * @typedef {"likely" | "mixed" | "hard" | "new"} Order
 * @typedef {{ formats: string[], people: string[], families: string[], field: string, count: number, minutes: number,
 *   think: number, order: Order, seed: string, only?: string[] }} RoundOptions `minutes` 0 is no limit; `think` is in seconds
 * @typedef {(card: Card) => import("./spaced-repetition.mjs").PracticeRecord | undefined} GetRecord
 */
/** Estimates per question, in seconds. */
const FOLLOW_UP_SECONDS = 3 * 40;
const REVIEW_SECONDS = 15;
/** More than the formats that list a question. */
const MAX_LIKELY = 1000;

/** A random number generator with a seed (mulberry32 over an FNV-1a hash). @param {string} seed */
export function seededRandom(seed) {
  let a = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261);
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @template T @param {T[]} list @param {() => number} random @returns {T[]} */
function shuffle(list, random) {
  const cards = [...list];
  for (let at = cards.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [cards[at], cards[other]] = [cards[other], cards[at]];
  }
  return cards;
}

/** @param {string[]} allowed all when empty @param {string[]} values */
const hasAny = (allowed, values) => !allowed.length || values.some((value) => allowed.includes(value));

/** @param {Card} card @param {RoundOptions} options */
export function isMatch(card, { formats, people, families, field, only }) {
  if (only) return only.includes(card.id);
  return hasAny(families, [card.family]) && hasAny(formats, card.formats) && hasAny(people, card.people)
    && (!field || !card.fields.length || card.fields.includes(field));
}

/** The seconds that a question takes with its follow-ups. @param {Card} card @param {number} think */
const questionSeconds = ({ seconds }, think) => seconds + think + FOLLOW_UP_SECONDS + REVIEW_SECONDS;

/** @type {Record<Order, (record: import("./spaced-repetition.mjs").PracticeRecord | undefined, card: Card) => number>} */
const RANKS = {
  likely: (record, { likely = 0 }) => (record ? MAX_LIKELY : 0) - likely,
  mixed: () => 0,
  hard: (record) => ["hard", undefined, "fine", "solid"].indexOf(record?.feel),
  new: (record) => (record ? 1 + (Date.parse(record.last ?? "") || 0) : 0),
};

/** Order the cards so that the first of each family come first, then the second. @param {Card[]} cards */
function interleaveFamilies(cards) {
  /** @type {Record<string, number>} */
  const counts = {};
  const positions = new Map(cards.map((card) => [card, (counts[card.family] = (counts[card.family] ?? 0) + 1)]));
  return cards.toSorted((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0));
}

/**
 * @param {Card[]} all @param {RoundOptions} options @param {GetRecord} getRecord
 * @returns {{ asked: string[], fitting: number, seconds: number }} `asked` has the ids
 */
export function pickQuestions(all, options, getRecord) {
  const fitting = all.filter((card) => isMatch(card, options));
  const rank = RANKS[options.order] ?? RANKS.mixed;
  const ranks = new Map(fitting.map((card) => [card, rank(getRecord(card), card)]));
  const cards = interleaveFamilies(shuffle(fitting, seededRandom(options.seed))).toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  let seconds = 0;
  const picked = cards.slice(0, options.count).filter((card, at) => {
    seconds += questionSeconds(card, options.think);
    return at === 0 || !options.minutes || seconds <= options.minutes * 60;
  });
  return {
    asked: picked.map(({ id }) => id),
    fitting: fitting.length,
    seconds: picked.reduce((sum, card) => sum + questionSeconds(card, options.think), 0),
  };
}

/** The title or one of its alternative wordings. @param {import("../lib/practice-data.mjs").Question} question @param {string} seed */
export function pickWording({ id, title, heard_as }, seed) {
  const wordings = [title, ...heard_as];
  return wordings[Math.floor(seededRandom(seed + id)() * wordings.length)];
}
