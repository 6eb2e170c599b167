/**
 * One interview as text for the fragment of a link, which browsers never send to a server: packed, deflated, base64url.
 * Wordings stay behind; everything else comes through exactly.
 *
 * @typedef {import("../storage/state.mjs").State} State
 */
import { checked } from "./backup.mjs";
import { VERSION } from "../storage/state.mjs";

export const MARK = "#carry=";
/** Longer addresses are cut by some messengers. */
export const LONGEST = 8000;
const LARGEST = 1_000_000;

/** @param {State} state @returns {Promise<string>} the fragment */
export async function packed(state) {
  const { items, ...rest } = state.interviews[state.interview];
  const lean = Object.fromEntries(Object.entries(items).map(([id, { what, ...mark }]) => [id, mark]));
  const small = { version: VERSION, interview: state.interview, interviews: { [state.interview]: { ...rest, items: lean } } };
  const deflated = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(small)));
  return MARK + btoa(Array.from(deflated, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The state of a link with the wordings this browser knows. @param {State} theirs @param {State} mine @returns {State} */
export function worded(theirs, mine) {
  const known = new Map(Object.values(mine.interviews).flatMap(({ items }) => Object.entries(items).map(([id, { rev, what }]) => [`${id} ${rev}`, what])));
  const state = structuredClone(theirs);
  for (const { items } of Object.values(state.interviews)) {
    for (const [id, mark] of Object.entries(items)) {
      const what = mark.what ?? known.get(`${id} ${mark.rev}`);
      if (what) mark.what = what;
    }
  }
  return state;
}

/** @param {string} fragment @returns {Promise<State>} Throws an Error that says what is wrong. */
export async function unpacked(fragment) {
  let text;
  try {
    const raw = atob(fragment.slice(MARK.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(raw, (char) => char.charCodeAt(0));
    text = JSON.parse(new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), bytes)));
  } catch {
    throw new Error("The link is not whole; it may have been cut.");
  }
  return checked(text);
}

/** @param {CompressionStream | DecompressionStream} stream @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
async function through(stream, bytes) {
  const reader = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(stream).getReader();
  /** @type {number[]} */
  const out = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Uint8Array.from(out);
    for (const byte of value) out.push(byte);
    // A few hostile bytes can unpack to gigabytes.
    if (out.length > LARGEST) throw new Error("too large");
  }
}
