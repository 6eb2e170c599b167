/**
 * Words as search compares them: without case, accents, endings, and the differences between British and
 * American spelling. Both the guide's words and the reader's go through here, so a rule may be crude.
 */
import { apart, joined } from "./families.mjs";

const SPELLINGS = /** @type {const} */ ([
  [/(?<=[a-z]{2})our(?=$|s|ed|i|a|f|l)/, "or"], // behaviour, favourite
  [/(?<=[a-z]{3})is(?=e$|es$|ed$|ing$|ation)/, "iz"], // organise
  [/(?<=[a-z])ys(?=e$|es$|ed$|ing$)/, "yz"], // analyse
  [/(?<=[a-z]{3})tre(?=s?$)/, "ter"], // centre
  [/(?<=[a-z]{3})ogue(?=s?$)/, "og"], // dialogue
  [/(?<=prac|licen|defen|offen)[cs]e/, "se"], // practise, licence
  [/programme/, "program"],
  [/grey/, "gray"],
  [/enrol(?!l)/, "enroll"],
]);

/** How a noun or a verb changes in a sentence. */
const INFLECTIONS = /** @type {const} */ ([
  [/(?<=[a-z]{2}[^aeiou])ie[sd]$/, "y"], // stories, replied
  [/(?<=[a-z]{2}(?:ss|sh|ch|x))es$/, ""],
  [/(?<=[a-z]{2}[^su])s$/, ""],
  [/(?<=[a-z]{3})(?:ing|ed)$/, ""],
]);

/** What makes one word of another: the first that fits is taken away. */
const ENDINGS = [
  /(?<=[a-z]{4})i?zation$/, /(?<=[a-z]{4})at(?:ion|ive|e)?$/, /(?<=[a-z]{3})ion$/, /(?<=[a-z]{3})ize?$/, /(?<=[a-z]{4})(?:ment|ness|ism)$/,
  /(?<=[a-z]{4})(?:a|i)bility$/, /(?<=[a-z]{4})iv(?:e|ity)?$/, /(?<=[a-z]{5})[ae]n(?:t|ce?|cy)(?:ly)?$/,
  /(?<=[a-z]{3}[^aeiou])[eo]r$/, /(?<=[a-z]{4})(?:ally|ab?ly|ly|ful|able|ible)$/, /(?<=[a-z]{4})(?<!inter|requ|sugg|cont|prot|harv)est$/,
];

/** What is left at the end. */
const LAST = /** @type {const} */ ([[/(?<=[a-z]{2})([bdgklmnprst])\1$/, "$1"], [/(?<=[a-z]{4})[iy]$|(?<=[a-z]{3})e$/, ""], [/(?<=[a-z]{2}[^aeiou])y$/, "i"]]);

/** Words that stand in almost every question and tell little apart. */
const EMPTY = new Set(("a an and are as at be been but by can could did do does doing for from had has have he her him his i if in into is it its " +
  "me my of ok okay on or our she so ask asks asked asking that the their them then there these they this to us was we were will with would you your about am im just any some tell someone somebody happen happens happened being should question questions deal cope handle " +
  "what when how where which help please sure worried want need know think really very get got go going feel now still also because tips advice").split(" "));

const CHANGES = [...SPELLINGS, ...INFLECTIONS];

/** @type {Map<string, string>} */
const known = new Map();

/** The part of a word that stays when its form changes. @param {string} word in lower case, without accents */
export function stem(word) {
  let found = known.get(word);
  if (found === undefined) known.set(word, (found = reduced(word)));
  return found;
}

/** @param {string} word */
function reduced(word) {
  const one = word.replace(/s$/, "");
  const own = apart.get(word) ?? apart.get(one);
  if (own) return own;
  let text = joined.get(word) ?? joined.get(one) ?? word;
  for (const [from, to] of CHANGES) text = text.replace(from, to);
  for (let ending; (ending = ENDINGS.find((one) => one.test(text))); ) text = text.replace(ending, "");
  for (const [from, to] of LAST) text = text.replace(from, to);
  return text;
}

/** @param {string} text */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/(?<=\w)['’](?=\w)/g, "")
  .replace(/\b(?:ca|wo|do|does|did|is|are|was|were|have|has|had|would|could|should)nt\b|\bcannot\b/g, "not");

/** The words of a text, in order; of a hyphenated word also the whole. @param {string} text @returns {string[]} */
export function words(text) {
  const lower = folded(text);
  return [...split(lower), ...(lower.match(/\w+-\w+/g) ?? []).map((word) => word.replace("-", ""))];
}

/** @param {string} lower */
const split = (lower) => lower.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a query, in order. @param {string} text @returns {string[]} */
export const asked = (text) => split(folded(text));

/** Whether a word stands in almost every question. @param {string} word */
export const isEmpty = (word) => EMPTY.has(word);

/**
 * How many letters must be changed, added, left out or swapped with their neighbour; `most` + 1 when more than `most`.
 * @param {string} one @param {string} two @param {number} most
 */
export function distance(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return most + 1;
  /** @type {number[]} */ let before = [];
  let last = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= two.length; j += 1) {
      const same = one[i - 1] === two[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[two.length];
}
