"""Two other search engines over the same records, with the settings that measured best, as rivals for the benchmark.

They come from npm and are left out where npm is missing. They get titles, `search` words and the weight of each type.
"""

import shutil
import subprocess
from pathlib import Path

PACKAGES = ("minisearch@7.2.0", "lunr@2.3.9")

MEASURE = """async (sets) => {
  const data = await (await fetch("/records.json")).json();
  const docs = data.records.map(([type, title, url, , names], id) => ({ id, title, url, names: names.replaceAll("|", " . "), weight: data.types[type][1] }));
  const { default: MiniSearch } = await import("/minisearch/package/dist/es/index.js");
  const mini = new MiniSearch({ fields: ["title", "names"], storeFields: ["weight"] });
  mini.addAll(docs);
  const lunrIndex = lunr(function () {
    this.ref("id");
    this.field("title");
    this.field("names");
    for (const doc of docs) this.add(doc, { boost: doc.weight });
  });
  const options = { fuzzy: (term) => (term.length > 4 ? 0.25 : false), weights: { fuzzy: 0.3, prefix: 0.3 }, bm25: { k: 0.7, b: 0.4, d: 0.5 }, boostDocument: (id, term, stored) => stored.weight };
  const engines = {
    "MiniSearch, tuned": (query) => mini.search(query, options).map(({ id }) => id),
    "lunr, tuned": (query) => lunrIndex.query((parts) => {
      for (const word of query.toLowerCase().match(/[\\p{L}\\p{N}]+/gu) ?? []) {
        parts.term(word, { boost: 10 });
        if (word.length > 4) parts.term(word, { editDistance: 1 });
      }
    }).map(({ ref }) => Number(ref)),
  };
  const entry = (url) => url.split("#")[1] ?? url.split("/").at(-2);
  return Object.fromEntries(Object.entries(engines).map(([name, search]) => [name, Object.values(sets).map((set) =>
    Object.entries(set).map(([query, wanted]) => search(query).slice(0, 10).findIndex((id) => wanted.includes(entry(docs[id].url)))))]));
}"""


def fetch_rivals(folder: Path) -> Path | None:
    """Unpack the packages below `folder`, and return the script that defines `lunr`; None without npm."""
    if not (npm := shutil.which("npm")):
        return None
    for package in PACKAGES:
        subprocess.run([npm, "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        name, _, version = package.partition("@")
        shutil.unpack_archive(folder / f"{name}-{version}.tgz", folder / name)
    return folder / "lunr/package/lunr.js"
