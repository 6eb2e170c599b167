/** Turns messages of the guide into plain text, fills in their placeholders, and creates email links. */

import { cutText } from "../lib/words.mjs";

/** Some email programs cut longer links. In characters. */
const MAX_MAILTO = 1900;

/** Remove inline Markdown and join the lines of each paragraph. @param {string} text */
export const stripMarkdown = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(\*\*|\*|`)(?=\S)(.+?)\1/g, "$2")
  .replace(/([^\n])\n(?=[^\n])/g, "$1 ").replace(/\s*\n{2,}/g, "\n\n");

/** Remove inline Markdown and keep the lines. @param {string} text */
export const stripInlineMarkdown = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(\*\*|\*|`)(?=\S)(.+?)\1/g, "$2");

/**
 * Replace each placeholder with its value, or with its title in brackets. Values are not searched for placeholders.
 * @param {string} text @param {Record<string, string>} values by placeholder @param {Record<string, string>} titles by placeholder
 */
export const fillPlaceholders = (text, values, titles) => text.replace(/\{([a-z_]+)\}/g, (placeholder, name) =>
  (Object.hasOwn(values, name) && values[name].trim()) || (Object.hasOwn(titles, name) ? `[${titles[name].toLowerCase()}]` : placeholder));

/**
 * A mailto link with the message (RFC 6068), or with the subject only when the message is too long.
 * @param {string} subject @param {string} body @returns {{ href: string, isComplete: boolean }}
 */
export function mailtoLink(subject, body) {
  let line = subject.toWellFormed().replace(/\s+/g, " ").trim();
  const start = () => `mailto:?subject=${encodeURIComponent(line)}`;
  const href = `${start()}&body=${encodeURIComponent(body.toWellFormed().replace(/\r\n?|\n/g, "\r\n"))}`;
  if (href.length <= MAX_MAILTO) return { href, isComplete: true };
  while (start().length > MAX_MAILTO) line = cutText(line, Math.floor([...line].length * 0.9));
  return { href: start(), isComplete: false };
}
