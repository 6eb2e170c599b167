/**
 * Encodes one interview in the fragment of a link, which browsers never send to a server: JSON, deflated, base64url. The
 * wordings of the items are left out. Used by <transfer-panel>.
 *
 * @typedef {import("../storage/state.mjs").State} State
 */
import { VERSION } from "../storage/state.mjs";
import { parseImported } from "./backup.mjs";

export const FRAGMENT_PREFIX = "#carry=";
/** Some messengers cut longer addresses. In characters. */
export const MAX_LENGTH = 8000;
/** Of the decompressed text, in bytes. */
const MAX_SIZE = 1_000_000;

/** @param {State} state @returns {Promise<string>} the fragment */
export async function encode({ interview: id, interviews }) {
  const { items, ...rest } = interviews[id];
  const withoutWordings = Object.fromEntries(Object.entries(items).map(([key, { what, ...item }]) => [key, item]));
  const state = { version: VERSION, interview: id, interviews: { [id]: { ...rest, items: withoutWordings } } };
  const deflated = await pipeThrough(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(state)));
  return FRAGMENT_PREFIX + btoa(Array.from(deflated, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The state of a link, with the wordings that this browser has. @param {State} theirs @param {State} mine @returns {State} */
export function withWordings(theirs, mine) {
  const known = new Map(Object.values(mine.interviews).flatMap(({ items }) => Object.entries(items).map(([id, { rev, what }]) => [`${id} ${rev}`, what])));
  const state = structuredClone(theirs);
  for (const { items } of Object.values(state.interviews)) {
    for (const [id, item] of Object.entries(items)) {
      const what = item.what ?? known.get(`${id} ${item.rev}`);
      if (what) item.what = what;
    }
  }
  return state;
}

/** The state in a fragment. Rejects with an Error whose message is for the reader. @param {string} fragment @returns {Promise<State>} */
export async function decode(fragment) {
  let text;
  try {
    const raw = atob(fragment.slice(FRAGMENT_PREFIX.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(raw, (char) => char.charCodeAt(0));
    text = JSON.parse(new TextDecoder().decode(await pipeThrough(new DecompressionStream("deflate-raw"), bytes)));
  } catch {
    throw new Error("Copy the whole link and open it again: part of it is missing.");
  }
  return parseImported(text);
}

/** @param {CompressionStream | DecompressionStream} stream @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
async function pipeThrough(stream, bytes) {
  const reader = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(stream).getReader();
  /** @type {number[]} */
  const out = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Uint8Array.from(out);
    for (const byte of value) out.push(byte);
    // Protect against decompression bombs.
    if (out.length > MAX_SIZE) throw new Error("too large");
  }
}
