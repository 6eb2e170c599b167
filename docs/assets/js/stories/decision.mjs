/**
 * Interviews compared by the reader's own weights, as ranges. Pure. A score is 1 to 5; how sure the reader is widens it.
 *
 * @typedef {{ score: number, sure: number }} Score   `sure` is how far it may be off: 0 seen, 1 heard, 2 a guess.
 * @typedef {{ id: string, name: string, scores: Record<string, Score> }} Option
 * @typedef {Option & { low: number, mid: number, high: number, scored: number }} Result   weighted means, 1 to 5
 */
const LEAST = 1;
const MOST = 5;

/** The range a score allows. @param {Score | undefined} score @returns {[number, number, number] | undefined} */
function range(score) {
  if (!score) return undefined;
  return [Math.max(LEAST, score.score - score.sure), score.score, Math.min(MOST, score.score + score.sure)];
}

/** @param {Option[]} options @param {Record<string, number>} weights @returns {Result[]} */
export function results(options, weights) {
  return options.map((option) => ({ ...option, ...summed(option, weights) }));
}

/** A factor without a score may be anything: it widens the sum from worst to best. @param {Option} option @param {Record<string, number>} weights */
function summed({ scores }, weights) {
  const counted = Object.entries(weights).filter(([, weight]) => weight > 0);
  const total = counted.reduce((sum, [, weight]) => sum + weight, 0);
  const sums = [0, 0, 0];
  let scored = 0;
  for (const [factor, weight] of counted) {
    const known = range(scores[factor]);
    if (known) scored += 1;
    (known ?? [LEAST, (LEAST + MOST) / 2, MOST]).forEach((value, at) => { sums[at] += (weight * value) / (total || 1); });
  }
  return { low: sums[0], mid: sums[1], high: sums[2], scored };
}

/**
 * What the ranges say, in sentences, and what would change the order. Never which to take.
 * @param {Result[]} all @param {Record<string, number>} weights @param {{ id: string, title: string }[]} factors
 */
export function reading(all, weights, factors) {
  const count = Object.values(weights).filter((weight) => weight > 0).length;
  if (!count) return ["Nothing counts yet. Give at least one line a weight."];
  const known = all.filter(({ scored }) => scored > 0);
  if (known.length < 2) return [known.length ? "One employer is scored. Score another to compare." : "Score an employer to begin."];
  const [first, second] = known.toSorted((a, b) => b.mid - a.mid);
  const gaps = known.filter(({ scored }) => scored < count).map(({ name, scored }) => `${name} lacks ${count - scored === 1 ? "one score" : `${count - scored} scores`}, so its bar is wide.`);
  const apart = second.high < first.low
    ? `By your own weights ${first.name} stands higher than ${second.name}, even at its lowest. If that feels wrong, a weight is wrong or a line is missing.`
    : `${first.name} and ${second.name} overlap: these answers cannot tell them apart.`;
  return [apart, ...gaps, ...turns(first, second, weights, factors)];
}

/** Each single thing that would put the second before the first. @param {Result} first @param {Result} second @param {Record<string, number>} weights @param {{ id: string, title: string }[]} factors */
function turns(first, second, weights, factors) {
  const found = [];
  for (const { id, title } of factors) {
    if (!weights[id]) continue;
    for (const [option, end] of /** @type {const} */ ([[first, 0], [second, 2]])) {
      const changed = range(option.scores[id])?.[end];
      const now = option.scores[id]?.score;
      if (changed === undefined || changed === now) continue;
      const after = results([{ ...option, scores: { ...option.scores, [id]: { score: changed, sure: 0 } } }], weights)[0].mid;
      if (option === first ? after < second.mid : after > first.mid) found.push(`The order would change if “${title}” at ${option.name} turned out to be ${changed} rather than ${now}.`);
    }
    for (const weight of [0, 1, 2, 3]) {
      if (weight === weights[id]) continue;
      const [a, b] = results([first, second], { ...weights, [id]: weight });
      if (a.mid < b.mid) {
        found.push(`The order would change if “${title}” counted ${weight} rather than ${weights[id]}.`);
        break;
      }
    }
  }
  return found.length ? found : ["No single score or weight within what you allow would change the order of the middles."];
}
