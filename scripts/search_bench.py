"""Print a Markdown section that compares our search with Material's in a real browser: hit rates, bytes and times.

Times depend on the machine; hit rates and bytes do not.
"""

import gzip
import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

import browser
import material_search_baseline
from bench_projects import ROOT
from cli import markdown_table
from guidebook.export.search_records import search_index
from guidebook.loading.load import load_with_problems
from scale_data import scale_data
from static_server import serve

MODULES = (
    "search/search-dialog",
    "search/highlight",
    "search/search-index",
    "search/query-parser",
    "search/inverted-index",
    "search/fuzzy-terms",
    "search/tokenizer",
    "lib/dom",
)
QUERIES: dict[str, dict[str, list[str]]] = yaml.safe_load((ROOT / "tests/cases/queries.yml").read_text("utf-8"))
CPU_SLOWDOWNS = (1, 4, 6)
"""Lighthouse takes 4 for a phone."""

INTRODUCTION = """
## Search

The queries of `tests/cases/queries.yml`, with the share whose wanted entry is the first result, and among the first three. Material's own
engine (lunr) gets the same records in the same run, the everyday words as tags, and tries again with one and with two
typos allowed when it finds nothing. Bytes are after gzip, and are all that is loaded before the first result.
"""
MEASURE = """async (halves) => {
  const { SearchIndex } = await import("/assets/js/search/search-index.mjs");
  const data = await (await fetch("/records.json")).json();
  const begin = performance.now();
  const index = await SearchIndex.build(data);
  const built = performance.now() - begin;
  const id = (url) => url.split("#")[1] ?? url.split("/").at(-2);
  const keys = [];
  const ranks = Object.values(halves).map((half) => Object.entries(half).map(([query, wanted]) => {
    for (let length = 2; length < query.length; length += 3) {
      const start = performance.now();
      index.search(query.slice(0, length), 20);
      keys.push(performance.now() - start);
    }
    return index.search(query, 10).findIndex(({ url }) => wanted.includes(id(url)));
  }));
  return { built, keys, ranks };
}"""


def main() -> int:
    """Measure, and print the section; return 1 without a browser."""
    if (path := browser.find_browser()) is None:
        print("No browser: run `make test` first", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "assets").symlink_to(ROOT / "docs/assets")
        (folder / "stock.js").write_bytes(material_search_baseline.WORKER.read_bytes())
        (folder / "index.html").write_text("<!doctype html><title>Bench</title>", "utf-8")
        chromium = playwright.chromium.launch(executable_path=path, args=browser.LAUNCH_OPTIONS)
        with serve(folder) as url:
            page = chromium.new_page()
            page.goto(url)
            shares, costs = _measure(page, folder)
        chromium.close()
    names = ("queries", "how many", "first", "in three", "Material's: first", "in three")
    print(INTRODUCTION, markdown_table([names, *shares]), sep="\n", end="\n\n")
    head = ("engine", "records", "index", "with scripts", "ready in", "median key", "slowest 1 %")
    print(markdown_table([head, *costs]))
    return 0


def _measure(page: Page, folder: Path) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Return the rows of hit rates and the rows of costs."""
    once, ten = _records(ROOT / "data"), _records(scale_data(folder / "ten", 10))
    documents = material_search_baseline.documents(once)
    (folder / "documents.json").write_text(documents, "utf-8")
    stock = page.evaluate(material_search_baseline.MEASURE, [QUERIES, material_search_baseline.CONFIG])
    scripts = [(ROOT / f"docs/assets/js/{name}.mjs").read_bytes() for name in MODULES]
    worker = [material_search_baseline.WORKER.read_bytes()]
    (folder / "records.json").write_text(once, "utf-8")
    session = page.context.new_cdp_session(page)
    costs = []
    for times in CPU_SLOWDOWNS:
        session.send("Emulation.setCPUThrottlingRate", {"rate": times})
        ours = page.evaluate(MEASURE, QUERIES)
        costs.append(_cost("ours" + f", {times} times slower" * (times > 1), once, scripts, ours))
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    (folder / "records.json").write_text(ten, "utf-8")
    costs.append(_cost("ours, ten times the data", ten, scripts, page.evaluate(MEASURE, QUERIES)))
    costs.append(_cost("Material's", documents, worker, stock))
    return [*map(_shares, QUERIES, ours["ranks"], stock["ranks"])], costs


def _records(data: Path) -> str:
    guide, _ = load_with_problems(data)
    prose = {
        f"{file.relative_to(ROOT / 'docs').with_suffix('')}/": file.read_text("utf-8")
        for file in sorted((ROOT / "docs").rglob("*.md"))
    }
    return search_index(guide, prose)


def _cost(engine: str, text: str, scripts: list[bytes], measured: dict[str, Any]) -> tuple[str, ...]:
    data = json.loads(text)
    size, key_times = len(gzip.compress(text.encode())), sorted(measured["keys"])
    total = size + sum(len(gzip.compress(script)) for script in scripts)
    return (
        engine,
        str(len(data["records"] if isinstance(data, dict) else data)),
        f"{size / 1000:.0f} kB",
        f"{total / 1000:.0f} kB",
        f"{measured['built']:.0f} ms",
        f"{statistics.median(key_times):.1f} ms",
        f"{key_times[int(len(key_times) * 0.99)]:.0f} ms",
    )


def _shares(name: str, ours: list[int], stock: list[int]) -> tuple[str, ...]:
    return (
        name,
        str(len(ours)),
        *(f"{sum(0 <= rank < most for rank in ranks) / len(ranks):.0%}" for ranks in (ours, stock) for most in (1, 3)),
    )


if __name__ == "__main__":
    sys.exit(main())
