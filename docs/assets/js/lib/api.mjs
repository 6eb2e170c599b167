/** Fetches the JSON files of the guide, each at most once per page. */
import { siteUrl } from "./dom.mjs";

/** Longer than the largest file takes on a slow phone, in ms. */
const TIMEOUT = 30_000;

/** Requests by path. @type {Map<string, Promise<any>>} */
const requests = new Map();

/**
 * Fetch a file of the API. The service worker precaches the files whose name is a literal in such a call.
 * @param {string} name @returns {Promise<any>}
 */
export const fetchApi = (name) => fetchJson(`api/v1/${name}.json`);

/** Fetch a JSON file. @param {string} path from the root of the site @returns {Promise<any>} */
export function fetchJson(path) {
  const request = requests.get(path) ?? fetchOk(siteUrl(path)).then((response) => response.json()).then(requireContent);
  requests.set(path, request);
  // A failed request may succeed when the reader is back online.
  request.catch(() => requests.delete(path));
  return request;
}

/**
 * Fetch an address of this site, from the cache only when it is still the same: it must not be older than the modules.
 * Rejects when the response is an error or takes too long. @param {string} address
 */
export async function fetchOk(address) {
  const response = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(TIMEOUT) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response;
}

/** Reject answers that are not from the guide, such as those of a captive portal. @param {any} content */
function requireContent(content) {
  if (typeof content !== "object" || !Object.keys(content ?? {}).length) throw new TypeError("not a file of the guide");
  return content;
}
