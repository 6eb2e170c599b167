/** Finds the words and phrases of a query in the text of a result. Used by the search dialog. */
import { isStopWord, normalize, stem } from "./tokenizer.mjs";

/** @typedef {{ text: string, isMatch: boolean }} Piece */

/**
 * Split a text into pieces, each highlighted or not. Only whole phrases match; stop words between their words are ignored.
 * @param {string} text @param {string[][]} phrases of stems @returns {Piece[]}
 */
export function highlight(text, phrases) {
  const parts = text.split(/([\p{L}\p{N}'’]+)/u); // words have odd positions
  const words = [...parts.keys()].filter((at) => at % 2 && !isStopWord(normalize(parts[at])));
  const stems = words.map((at) => stem(normalize(parts[at])));
  const matches = new Set();
  for (const from of words.keys()) {
    const length = Math.max(0, ...phrases.filter((phrase) => phrase.every((one, index) => one === stems[from + index])).map((phrase) => phrase.length));
    if (length) for (let at = words[from]; at <= words[from + length - 1]; at += 1) matches.add(at);
  }
  /** @type {Piece[]} */ const pieces = [];
  for (const [at, part] of parts.entries()) {
    const last = pieces.at(-1);
    if (last?.isMatch === matches.has(at)) last.text += part;
    else pieces.push({ text: part, isMatch: matches.has(at) });
  }
  return pieces;
}
