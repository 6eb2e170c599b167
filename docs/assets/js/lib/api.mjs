/** The data of the guide, each file loaded once, when it is first wanted. */
import { siteUrl } from "./dom.mjs";

/** Longer than the largest file takes on a slow phone: what hangs has failed. In ms. */
const LONGEST = 30_000;

/** @type {Map<string, Promise<any>>} */
const loading = new Map();

/** A file of the API; what is asked for by its whole name is kept for reading offline. @param {string} name @returns {Promise<any>} */
export const data = (name) => load(`api/v1/${name}.json`);

/** @param {string} path from the root of the site @returns {Promise<any>} */
export function load(path) {
  const known = loading.get(path);
  if (known) return known;
  const answer = fetched(siteUrl(path)).then((found) => found.json()).then(sound);
  loading.set(path, answer);
  // What failed once may work when the reader is back online.
  answer.catch(() => loading.delete(path));
  return answer;
}

/** The answer to an address of this site, if it is whole and in time. @param {string} address */
export async function fetched(address) {
  const found = await fetch(address, { signal: AbortSignal.timeout(LONGEST) });
  if (!found.ok) throw new Error(`status ${found.status}`);
  return found;
}

/** Every file holds an object; the network of a train may answer with anything. @param {any} found */
function sound(found) {
  if (typeof found !== "object" || !Object.keys(found ?? {}).length) throw new TypeError("no data of the guide");
  return found;
}
