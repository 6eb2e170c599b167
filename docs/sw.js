/*
 * The guide without a network. The build writes the list of files in front of this: SITE = { version, files }, where each
 * file's address leads to its hash. A version is kept whole or not at all: its cache has a name of its own, files that did not
 * change are taken over from the version before, and the old one serves until the reader, or the last closed tab, lets the
 * new one in.
 */
const HERE = new URL("./", location.href);
const PREFIX = `round-two:${HERE.pathname}:`;
const NAME = PREFIX + SITE.version;
const AT_ONCE = 6;
const at = (path) => new URL(path, HERE).href;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(clear().then(() => clients.claim())));
addEventListener("message", (event) => event.data === "use the new version" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(HERE.href)) event.respondWith(answer(request, event));
});

/** Fetch what is missing; a file that fails fails the whole, and what is there by then need not be fetched again. */
async function fill() {
  const cache = await caches.open(NAME);
  const before = await hashes();
  const waiting = Object.entries(SITE.files);
  const work = async () => {
    for (let next; (next = waiting.shift());) await keep(cache, before, ...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function keep(cache, before, path, hash) {
  const key = `${at(path)}?${hash}`;
  if (await cache.match(key)) return;
  const same = before.get(key);
  // A hash that does not fit is the file of another version: then this version is not whole yet.
  const response = same ? await (await caches.open(same)).match(key) : await fetch(at(path), { cache: "no-cache", integrity: hash });
  if (!response?.ok) throw new Error(`${path}: ${response?.status}`);
  await cache.put(key, response);
}

/** Every file kept by other versions, with the name of its cache. */
async function hashes() {
  const found = new Map();
  for (const name of await others()) {
    for (const { url } of await (await caches.open(name)).keys()) found.set(url, name);
  }
  return found;
}

const others = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
const clear = async () => Promise.all((await others()).map((name) => caches.delete(name)));

async function answer(request, event) {
  const { pathname, search } = new URL(request.url);
  const path = pathname.slice(HERE.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  if (Object.hasOwn(SITE.files, path)) return (await kept(path)) ?? missed(request, event);
  if (request.mode !== "navigate") return fetch(request);
  if (Object.hasOwn(SITE.files, `${path}/`)) return Response.redirect(at(`${path}/`) + search);
  // Not a page of this version: perhaps of a newer one; else the page that says so.
  return fetch(request).catch(async () => new Response((await kept("404.html"))?.body, { status: 404, headers: { "Content-Type": "text/html; charset=utf-8" } }));
}

/** Nothing where the browser does not let its own storage be read: then the network answers. */
const kept = (path) => caches.open(NAME).then((cache) => cache.match(`${at(path)}?${SITE.files[path]}`)).catch(() => undefined);

/** The browser has cleared what was kept: keep it again. */
let again;
function missed(request, event) {
  event.waitUntil((again ??= fill().catch(() => { again = undefined; })));
  return fetch(request);
}
