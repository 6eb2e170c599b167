/**
 * Splits text into words and reduces words to stems, so that search ignores case, accents, endings and the differences
 * between British and American spelling. The guide and the queries go through the same rules, so a rule may be crude.
 */

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

/** Inflections of nouns and verbs. */
const INFLECTIONS = /** @type {const} */ ([
  [/(?<=[a-z]{2}[^aeiou])ie[sd]$/, "y"], // stories, replied
  [/(?<=[a-z]{2}(?:ss|sh|ch|x))es$/, ""],
  [/(?<=[a-z]{2}[^su])s$/, ""],
  [/(?<=[a-z]{3})(?:ing|ed)$/, ""],
]);

const REPLACEMENTS = [...SPELLINGS, ...INFLECTIONS];

/** Derivational suffixes, removed one after the other until none matches. */
const SUFFIXES = [
  /(?<=[a-z]{4})i?zation$/, /(?<=[a-z]{4})at(?:ion|ive|e)?$/, /(?<=[a-z]{3})ion$/, /(?<=[a-z]{3})ize?$/, /(?<=[a-z]{4})(?:ment|ness|ism)$/,
  /(?<=[a-z]{4})(?:a|i)bility$/, /(?<=[a-z]{4})iv(?:e|ity)?$/, /(?<=[a-z]{5})[ae]n(?:t|ce?|cy)(?:ly)?$/,
  /(?<=[a-z]{3}[^aeiou])[eo]r$/, /(?<=[a-z]{4})(?:ally|ab?ly|ly|ful|able|ible)$/, /(?<=[a-z]{4})(?<!inter|requ|sugg|cont|prot|harv)est$/,
];

/** Double consonants and final vowels that are left after the suffixes. */
const FINAL_LETTERS = /** @type {const} */ ([[/(?<=[a-z]{2})([bdgklmnprst])\1$/, "$1"], [/(?<=[a-z]{4})[iy]$|(?<=[a-z]{3})e$/, ""], [/(?<=[a-z]{2}[^aeiou])y$/, "i"]]);

const STOP_WORDS = new Set(("a an and are as at be been but by can could did do does doing for from had has have he her him his i if in into is it its " +
  "me my of ok okay on or our she so ask asks asked asking that the their them then there these they this to us was we were will with would you your about am im just any some tell someone somebody happen happens happened being should question questions deal cope handle " +
  "what when how where which help please sure worried want need know think really very get got go going feel now still also because tips advice").split(" "));

/** Reduce a normalized word to its stem. @param {string} word */
export function stem(word) {
  let text = word;
  for (const [from, to] of REPLACEMENTS) text = text.replace(from, to);
  for (let suffix; (suffix = SUFFIXES.find((one) => one.test(text))); ) text = text.replace(suffix, "");
  for (const [from, to] of FINAL_LETTERS) text = text.replace(from, to);
  return text;
}

/** Lower-case a text, remove accents, apostrophes and other forms of a letter ("ﬁ", "Ａ"), and replace contractions ("can't") with "not". @param {string} text */
export const normalize = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/(?<=\w)['’](?=\w)/g, "")
  .replace(/\b(?:ca|wo|do|does|did|is|are|was|were|have|has|had|would|could|should)nt\b|\bcannot\b/g, "not");

/** The normalized words of a text, in order. @param {string} text @returns {string[]} */
export const tokenize = (text) => normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a normalized text, and each hyphenated word again without its hyphen. @param {string} text @returns {string[]} */
export const splitWords = (text) => [...(text.match(/[\p{L}\p{N}]+/gu) ?? []), ...(text.includes("-") ? (text.match(/\w+-\w+/g) ?? []).map((word) => word.replace("-", "")) : [])];

/** @param {string} word normalized */
export const isStopWord = (word) => STOP_WORDS.has(word);
