/** Material's search, fetched when it is first used. It asks for these four names. */
Object.assign(globalThis, {
  __md_scope: new URL("../../", import.meta.url),
  __md_hash: () => 0,
  __md_get: () => null,
  __md_set: () => {},
});
const script = document.createElement("script");
script.src = new URL("../javascripts/bundle.a5f9d56c.min.js", import.meta.url).href;
document.body.append(script);
