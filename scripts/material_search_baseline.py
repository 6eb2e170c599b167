"""Material's own search engine over the same records, as the baseline of the benchmark.

The worker is the one inside the package mkdocs-material (lunr, with Material's ranking). It gets every word that ours
gets, everyday words as tags, and a query that finds nothing is tried again as `word~1` and then `word~2`, which measured best.
"""

import json
from pathlib import Path

import material
from markupsafe import escape

_SCRIPTS = Path(material.__file__).parent / "templates/assets/javascripts/workers"
WORKER = next(_SCRIPTS.glob("search.*.min.js"))
CONFIG = {
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}},
}
"""The settings of Material for an English site."""

MEASURE = """async ([queries, config]) => {
  const docs = await (await fetch("/documents.json")).json();
  const worker = new Worker("/stock.js");
  const ask = (message) => new Promise((done) => { worker.onmessage = ({ data }) => done(data.data); worker.postMessage(message); });
  const begin = performance.now();
  await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
  const built = performance.now() - begin;
  const keys = [];
  const find = async (query) => {
    const { items } = await ask({ type: 2, data: query });
    return items.flat().filter(({ score }) => score).sort((one, two) => two.score - one.score);
  };
  const id = (url) => url.split("#")[1] ?? url.split("/").at(-2);
  const rank = async ([query, wanted]) => {
    for (let length = 2; length < query.length; length += 3) {
      const start = performance.now();
      await find(query.slice(0, length));
      keys.push(performance.now() - start);
    }
    const words = query.split(" ");
    let found = [];
    for (const typos of ["", "~1", "~2"]) if (!found.length) found = await find(words.map((word) => word + typos).join(" "));
    return found.slice(0, 10).findIndex(({ location }) => wanted.includes(id(location)));
  };
  const ranks = [];
  for (const half of Object.values(queries)) {
    const all = [];
    for (const query of Object.entries(half)) all.push(await rank(query));
    ranks.push(all);
  }
  worker.terminate();
  return { built, keys, ranks };
}"""


def documents(records: str) -> str:
    """Return the records as JSON documents for Material's worker, each page before its parts, with HTML escaped."""
    rows = json.loads(records)["records"]
    docs = {
        url: {
            "location": url,
            "title": str(escape(title)),
            "text": str(escape(" ".join((about, where)))),
            "tags": names.split("|") if names else [],
        }
        for _, title, url, where, names, about in rows
    }
    for page in {url.partition("#")[0] for url in docs} - docs.keys():
        docs[page] = {"location": page, "title": page, "text": "", "tags": []}
    return json.dumps(sorted(docs.values(), key=lambda doc: doc["location"]), ensure_ascii=False)
