/** Long words on paper, without the DOM. */

const VOWELS = "aeiouyäöüáéíóúаеёиоуыэюяіїαεηιουωάέήίόύώ";
const SYLLABLES = new RegExp(`(?<=\\p{L}{3})(?=[^h${VOWELS}][${VOWELS}]\\p{L})`, "giu");

/** Lets long words break with a hyphen after a syllable, but no address. @param {string} text */
export const softenWords = (text) => text.replace(/\S+/g, (part) => (/[/@:]|\.\S/.test(part) ? part : part.replace(/\p{L}{16,}/gu, (word) => word.replace(SYLLABLES, "\u00AD"))));
