/** Where a text says what a query asks for: whole words, and whole phrases with nothing but small words between. */
import { folded, isEmpty, stem } from "./tokenizer.mjs";

/**
 * The text in pieces, each to be marked or not.
 * @param {string} text @param {string[][]} phrases of stems @returns {{ text: string, found: boolean }[]}
 */
export function highlighted(text, phrases) {
  const parts = text.split(/([\p{L}\p{N}'’]+)/u);
  const telling = [...parts.keys()].filter((at) => at % 2 && !isEmpty(folded(parts[at])));
  const stems = telling.map((at) => stem(folded(parts[at])));
  const found = new Set();
  for (const from of telling.keys()) {
    const longest = Math.max(0, ...phrases.filter((phrase) => phrase.every((one, index) => one === stems[from + index])).map(({ length }) => length));
    if (longest) for (let at = telling[from]; at <= telling[from + longest - 1]; at += 1) found.add(at);
  }
  return joined(parts.map((part, at) => ({ text: part, found: found.has(at) })));
}

/** @param {{ text: string, found: boolean }[]} pieces */
function joined(pieces) {
  /** @type {{ text: string, found: boolean }[]} */ const all = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.found === piece.found) last.text += piece.text;
    else all.push(piece);
  }
  return all;
}
