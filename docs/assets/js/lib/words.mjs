/** Joins words in sentences and shortens texts, without the DOM. */

/** "a, b and c". @param {string[]} words */
export const joinWords = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`);

/**
 * The beginning of a text, cut between characters as readers see them.
 * @param {string} text @param {number} max code points, unless `measure` counts something else
 */
export function cutText(text, max, measure = (/** @type {string} */ part) => [...part].length) {
  if (text.length <= max) return text;
  let count = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    count += measure(segment);
    if (count > max) return text.slice(0, index);
  }
  return text;
}

/** @param {string} text @param {number} max code points, with the ellipsis of a text that is cut */
export const truncate = (text, max) => (cutText(text, max) === text ? text : `${cutText(text, max - 1).trimEnd()}…`);
