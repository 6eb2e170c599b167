/** Messages of the guide, filled in from the plan, and on their way into a mail program. */

/** Longer addresses are cut off by some mail programs. */
export const LONGEST_MAILTO = 1900;

/** Text without the marks of inline Markdown. @param {string} text */
export const plain = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(\*\*|\*|`)(?=\S)(.+?)\1/g, "$2")
  .replace(/([^\n])\n(?=[^\n])/g, "$1 ").replace(/\s*\n{2,}/g, "\n\n");

/** A letter without marks; its lines stay. @param {string} text */
export const letter = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(\*\*|\*|`)(?=\S)(.+?)\1/g, "$2");

/**
 * Fill in what is known; a blank names what is missing. One pass, so that what the reader wrote is never filled in itself.
 * @param {string} text @param {Record<string, string>} values by placeholder @param {Record<string, string>} blanks what each stands for
 */
export const filled = (text, values, blanks) => text.replace(/\{([a-z_]+)\}/g, (whole, name) =>
  (Object.hasOwn(values, name) && values[name].trim()) || (Object.hasOwn(blanks, name) ? `[${blanks[name].toLowerCase()}]` : whole));

/**
 * A link that opens a mail program with the message (RFC 6068); one too long for that brings the subject alone.
 * @param {string} subject @param {string} body @returns {{ href: string, whole: boolean }}
 */
export function mailto(subject, body) {
  const line = encodeURIComponent(subject.toWellFormed().replace(/\s+/g, " ").trim());
  const href = `mailto:?subject=${line}&body=${encodeURIComponent(body.toWellFormed().replace(/\r\n?|\n/g, "\r\n"))}`;
  return href.length <= LONGEST_MAILTO ? { href, whole: true } : { href: `mailto:?subject=${line}`.slice(0, LONGEST_MAILTO), whole: false };
}
