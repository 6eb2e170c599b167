/** Joins words in sentences and shortens texts, without the DOM. */

/** "a, b and c". @param {string[]} words */
export const joinWords = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`);

/** The beginning of a text, cut between characters as readers see them. @param {string} text @param {number} max code points */
export function cutText(text, max) {
  if (text.length <= max) return text;
  let [end, count] = [0, 0];
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    count += [...segment].length;
    if (count > max) return text.slice(0, end) || [...text].slice(0, max).join("");
    end = index + segment.length;
  }
  return text;
}

/** @param {string} text @param {number} max code points, with the ellipsis of a text that is cut */
export const truncate = (text, max) => (cutText(text, max) === text ? text : `${cutText(text, max - 1).trimEnd()}…`);
