/*
 * The service worker: serves the guide from a cache, so that it can be read without a network. The build puts the precache
 * manifest in front of this script: SITE = { version, files }, with the hash of each file by its path. Each version has a
 * cache of its own, which is complete or not used. Files that did not change are copied from the cache of another version,
 * and the old version serves until the reader activates the new one or closes the last tab.
 */
const ROOT = new URL("./", location.href);
const CACHE_PREFIX = `round-two:${ROOT.pathname}:`;
const CACHE_NAME = CACHE_PREFIX + SITE.version;
const PARALLEL_REQUESTS = 6;
/** A running repair of the cache. */
let refill;

const toUrl = (path) => new URL(path, ROOT).href;

addEventListener("install", (event) => event.waitUntil(precache()));
addEventListener("activate", (event) => event.waitUntil(deleteOtherCaches().then(() => clients.claim())));
addEventListener("message", (event) => event.data === "use the new version" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(ROOT.href)) event.respondWith(respond(request, event));
});

/** Cache the files that are missing. Rejects when one fails; the next attempt fetches only the rest. */
async function precache() {
  const cache = await caches.open(CACHE_NAME);
  const cached = await findInOtherCaches();
  const queue = Object.entries(SITE.files);
  const work = async () => {
    for (let next; (next = queue.shift());) await addToCache(cache, cached, ...next);
  };
  await Promise.all(Array.from({ length: PARALLEL_REQUESTS }, work));
}

async function addToCache(cache, cached, path, hash) {
  const key = `${toUrl(path)}?${hash}`;
  if (await cache.match(key)) return;
  const other = cached.get(hash);
  // A file with another hash belongs to another version: then this one is not complete on the server yet.
  const response = other ? await (await caches.open(other.name)).match(other.request) : await fetch(toUrl(path), { cache: "no-cache", integrity: hash });
  if (!response?.ok) throw new Error(`${path}: ${response?.status}`);
  // Some hosts redirect `x/` to `x`, and browsers refuse a page that came by a redirect.
  await cache.put(key, response.redirected ? new Response(response.body, response) : response);
}

/** The requests in the caches of other versions by the hash of the file, which may have moved, each with the name of its cache. */
async function findInOtherCaches() {
  const cached = new Map();
  for (const name of await otherCaches()) {
    for (const request of await (await caches.open(name)).keys()) cached.set(new URL(request.url).search.slice(1), { name, request });
  }
  return cached;
}

const otherCaches = async () => (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE_NAME);
const deleteOtherCaches = async () => Promise.all((await otherCaches()).map((name) => caches.delete(name)));

async function respond(request, event) {
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  if (Object.hasOwn(SITE.files, path)) return (await matchCache(path)) ?? fetchAndRefill(request, event);
  if (request.mode !== "navigate") return fetch(request);
  if (Object.hasOwn(SITE.files, `${path}/`) && (await matchCache(`${path}/`))) return Response.redirect(toUrl(`${path}/`) + search);
  // The page may belong to a newer version.
  return fetch(request).catch(async () => new Response((await matchCache("404.html"))?.body, { status: 404, headers: { "Content-Type": "text/html; charset=utf-8" } }));
}

/** The cached response; undefined when there is none or the browser blocks storage. */
const matchCache = (path) => caches.open(CACHE_NAME).then((cache) => cache.match(`${toUrl(path)}?${SITE.files[path]}`)).catch(() => undefined);

/** The browser has evicted files from the cache: cache them again, and use the network meanwhile. */
function fetchAndRefill(request, event) {
  event.waitUntil((refill ??= precache().catch(() => { refill = undefined; })));
  return fetch(request);
}
