/**
 * Compares interviews by weighted scores. A score is 1 to 5; uncertainty turns it into a range. Used by <decision-sheet>
 * and by the sheet to print.
 *
 * @typedef {{ score: number, sure: number }} Score `sure` is how far it may be off: 0 seen, 1 heard, 2 a guess
 * @typedef {{ id: string, name: string, scores: Record<string, Score> }} Option
 * @typedef {Option & { low: number, mid: number, high: number, scored: number }} Result weighted means, 1 to 5
 */
import { weightRecord } from "../storage/saved-names.mjs";
import { millis } from "../storage/state.mjs";
import { isRecord } from "../storage/validators.mjs";

const MIN_SCORE = 1;
const MAX_SCORE = 5;
const DEFAULT_WEIGHT = 1;

/** @param {unknown} value @returns {Score | undefined} */
export function parseScore(value) {
  if (!isRecord(value) || ![1, 2, 3, 4, 5].includes(value.score)) return undefined;
  return { score: value.score, sure: [0, 1, 2].includes(value.sure) ? value.sure : 1 };
}

/**
 * The newest weight of each factor in all interviews.
 * @param {Record<string, import("../storage/state.mjs").Interview>} interviews @param {{ id: string }[]} factors @returns {Record<string, number>}
 */
export function readWeights(interviews, factors) {
  return Object.fromEntries(factors.map(({ id }) => {
    const [newest] = Object.values(interviews).map(({ kept }) => kept[weightRecord(id)])
      .filter((record) => [0, 1, 2, 3].includes(record?.value)).sort((a, b) => millis(b.at) - millis(a.at));
    return [id, newest?.value ?? DEFAULT_WEIGHT];
  }));
}

/** Lowest, given and highest score. @param {Score | undefined} score @returns {[number, number, number] | undefined} */
function scoreRange(score) {
  if (!score) return undefined;
  return [Math.max(MIN_SCORE, score.score - score.sure), score.score, Math.min(MAX_SCORE, score.score + score.sure)];
}

/** @param {Option[]} options @param {Record<string, number>} weights @returns {Result[]} */
export function computeResults(options, weights) {
  return options.map((option) => ({ ...option, ...weightedRange(option, weights) }));
}

/** The weighted mean. A factor without a score ranges from the lowest to the highest. @param {Option} option @param {Record<string, number>} weights */
function weightedRange({ scores }, weights) {
  const weighted = Object.entries(weights).filter(([, weight]) => weight > 0);
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const sums = [0, 0, 0];
  let scored = 0;
  for (const [factor, weight] of weighted) {
    const score = scoreRange(scores[factor]);
    if (score) scored += 1;
    (score ?? [MIN_SCORE, (MIN_SCORE + MAX_SCORE) / 2, MAX_SCORE]).forEach((value, at) => { sums[at] += (weight * value) / (total || 1); });
  }
  return { low: sums[0], mid: sums[1], high: sums[2], scored };
}

/**
 * Describes the ranges, and what would change the order. It never recommends one.
 * @param {Result[]} all @param {Record<string, number>} weights @param {{ id: string, title: string }[]} factors
 */
export function describeResults(all, weights, factors) {
  const count = Object.values(weights).filter((weight) => weight > 0).length;
  if (!count) return ["Give at least one line a weight above 0. Nothing counts yet."];
  const scored = all.filter(({ scored }) => scored > 0);
  if (scored.length < 2) return [scored.length ? "You have scored one employer. Score another to compare them." : "Score an employer to see where it stands. Example: Harbor Foods between 3.1 and 4.2 out of 5, 3.6 by your scores."];
  const [first, second] = scored.toSorted((a, b) => b.mid - a.mid);
  const gaps = scored.filter(({ scored }) => scored < count).map(({ name, scored }) => `${name} is missing ${count - scored === 1 ? "one score" : `${count - scored} scores`}, so its bar is wide.`);
  const apart = second.high < first.low
    ? `By your own weights, ${first.name} comes out ahead of ${second.name}, even at its lowest. If that feels wrong, a weight is wrong or a line is missing.`
    : `${first.name} and ${second.name} overlap, so your answers don't separate them.`;
  return [apart, ...gaps, ...decisiveChanges(first, second, weights, factors)];
}

/** Each single change of a score or weight that would put the second before the first. @param {Result} first @param {Result} second @param {Record<string, number>} weights @param {{ id: string, title: string }[]} factors */
function decisiveChanges(first, second, weights, factors) {
  const changes = [];
  for (const { id, title } of factors) {
    if (!weights[id]) continue;
    for (const [option, end] of /** @type {const} */ ([[first, 0], [second, 2]])) {
      const changed = scoreRange(option.scores[id])?.[end];
      const now = option.scores[id]?.score;
      if (changed === undefined || changed === now) continue;
      const after = computeResults([{ ...option, scores: { ...option.scores, [id]: { score: changed, sure: 0 } } }], weights)[0].mid;
      if (option === first ? after < second.mid : after > first.mid) changes.push(`The order would change if “${title}” at ${option.name} turned out to be ${changed} instead of ${now}.`);
    }
    for (const weight of [0, 1, 2, 3]) {
      if (weight === weights[id]) continue;
      const [a, b] = computeResults([first, second], { ...weights, [id]: weight });
      if (a.mid < b.mid) {
        changes.push(`The order would change if “${title}” counted ${weight} instead of ${weights[id]}.`);
        break;
      }
    }
  }
  return changes.length ? changes : ["No single change to a score or a weight would change the order."];
}
