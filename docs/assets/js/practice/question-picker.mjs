/**
 * Which questions a round asks, and in which words. Pure: the same seed gives the same round.
 *
 * @typedef {import("./practice-data.mjs").Card} Card
 * @typedef {"mixed" | "hard" | "new"} Order
 * @typedef {{ formats: string[], people: string[], families: string[], field: string, count: number, minutes: number,
 *   think: number, order: Order, seed: string, only?: string[] }} Choice   `minutes` 0 is no limit; `think` is in seconds.
 * @typedef {(card: Card) => import("./spaced-repetition.mjs").Practised | undefined} Records
 */
const FOLLOW_UPS = 3 * 40;
const REVIEW = 15;

/** Numbers from 0 to 1, always the same for one seed (mulberry32 over an FNV-1a hash). @param {string} seed */
export function chance(seed) {
  let a = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261);
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @template T @param {T[]} list @param {() => number} random @returns {T[]} */
function shuffled(list, random) {
  const cards = [...list];
  for (let at = cards.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [cards[at], cards[other]] = [cards[other], cards[at]];
  }
  return cards;
}

/** @param {string[]} chosen @param {string[]} has */
const meets = (chosen, has) => !chosen.length || has.some((one) => chosen.includes(one));

/** @param {Card} card @param {Choice} choice */
export function fits(card, { formats, people, families, field, only }) {
  if (only) return only.includes(card.id);
  return meets(families, [card.family]) && meets(formats, card.formats) && meets(people, card.people)
    && (!field || !card.fields.length || card.fields.includes(field));
}

/** Seconds that a question takes with its follow-ups. @param {Card} card @param {number} think */
export const lasts = ({ seconds }, think) => seconds + think + FOLLOW_UPS + REVIEW;

/** @type {Record<Order, (record: import("./spaced-repetition.mjs").Practised | undefined) => number>} */
const RANK = {
  mixed: () => 0,
  hard: (record) => ["hard", undefined, "fine", "solid"].indexOf(record?.feel),
  new: (record) => (record ? 1 + (Date.parse(record.last ?? "") || 0) : 0),
};

/** One of each family, then a second of each: no round is all of one kind. @param {Card[]} cards */
function interleaved(cards) {
  /** @type {Record<string, number>} */
  const seen = {};
  const turn = new Map(cards.map((card) => [card, (seen[card.family] = (seen[card.family] ?? 0) + 1)]));
  return cards.toSorted((a, b) => (turn.get(a) ?? 0) - (turn.get(b) ?? 0));
}

/**
 * @param {Card[]} all @param {Choice} choice @param {Records} records
 * @returns {{ asked: string[], fitting: number, seconds: number }} the ids of those to ask
 */
export function pick(all, choice, records) {
  const fitting = all.filter((card) => fits(card, choice));
  const rank = RANK[choice.order] ?? RANK.mixed;
  const ranks = new Map(fitting.map((card) => [card, rank(records(card))]));
  const cards = interleaved(shuffled(fitting, chance(choice.seed))).toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  let seconds = 0;
  const taken = cards.slice(0, choice.count).filter((card, at) => {
    seconds += lasts(card, choice.think);
    return at === 0 || !choice.minutes || seconds <= choice.minutes * 60;
  });
  return {
    asked: taken.map(({ id }) => id),
    fitting: fitting.length,
    seconds: taken.reduce((sum, card) => sum + lasts(card, choice.think), 0),
  };
}

/** As one person or another would say it. @param {import("./practice-data.mjs").Question} question @param {string} seed */
export function wording({ id, title, heard_as }, seed) {
  const ways = [title, ...heard_as];
  return ways[Math.floor(chance(seed + id)() * ways.length)];
}
