/** The data of the guide, each file loaded once, when it is first wanted. */
import { siteUrl } from "./dom.mjs";

/** @type {Map<string, Promise<any>>} */
const loading = new Map();

/** A file of the API; what is asked for by its whole name is kept for reading offline. @param {string} name @returns {Promise<any>} */
export const data = (name) => load(`api/v1/${name}.json`);

/** @param {string} path from the root of the site @returns {Promise<any>} */
export function load(path) {
  const known = loading.get(path);
  if (known) return known;
  const answer = fetch(siteUrl(path)).then((found) => {
    if (!found.ok) throw new Error(`status ${found.status}`);
    return found.json();
  });
  loading.set(path, answer);
  // What failed once may work when the reader is back online.
  answer.catch(() => loading.delete(path));
  return answer;
}
