/** Joins and counts words in sentences, without the DOM. */

/** "a, b and c". @param {string[]} words */
export const joinWords = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`);
