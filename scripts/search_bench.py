"""Measure search in a real browser: how often the wanted entry is first, how much is loaded, how long a key takes.

Prints Markdown tables, at once and ten times the data. Times depend on the machine; shares and bytes do not.
"""

import gzip
import json
import statistics
import sys
import tempfile
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright

import browser
from bench import ROOT, multiplied, table
from guidebook.load import examine
from guidebook.search import index
from server import served

MODULES = (
    "search-dialog",
    "highlight",
    "ranking",
    "concepts",
    "postings",
    "families",
    "lexicon",
    "words",
    "dom",
)
QUERIES = yaml.safe_load((ROOT / "tests/queries.yml").read_text("utf-8"))
MEASURE = """async (halves) => {
  const { Index } = await import("/assets/js/ranking.mjs");
  const data = await (await fetch("/records.json")).json();
  const begin = performance.now();
  const index = await Index.of(data);
  const built = performance.now() - begin;
  const id = (url) => url.split("#")[1] ?? url.split("/").at(-2);
  const keys = [];
  const ranks = Object.values(halves).map((half) => Object.entries(half).map(([query, wanted]) => {
    for (let length = 2; length < query.length; length += 3) {
      const start = performance.now();
      index.find(query.slice(0, length), 30);
      keys.push(performance.now() - start);
    }
    return index.find(query, 10).findIndex(({ url }) => wanted.includes(id(url)));
  }));
  return { built, keys, ranks };
}"""


def main() -> int:
    """Measure, and print the tables."""
    if (path := browser.find()) is None:
        print("no browser: run `make test` first")
        return 1
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "assets").symlink_to(ROOT / "docs/assets")
        (folder / "index.html").write_text("<!doctype html><title>Bench</title>", "utf-8")
        chromium = playwright.chromium.launch(executable_path=path, args=browser.OPTIONS)
        with served(folder) as address:
            page = chromium.new_page()
            page.goto(address)
            once = _measured(page, folder, ROOT / "data")
            ten = _measured(page, folder, multiplied(folder / "ten", 10))
        chromium.close()
    print("\n## Search\n")
    print(table([("queries", "how many", "wanted entry first", "in the first three"), *once[1]]))
    print()
    print(
        table(
            [
                (
                    "data",
                    "records",
                    "index, gzip",
                    "with scripts",
                    "made in",
                    "median key",
                    "slowest 1 %",
                ),
                ("once", *once[0]),
                ("ten times", *ten[0]),
            ]
        )
    )
    return 0


def _measured(
    page: Page, folder: Path, data: Path
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return a row of sizes and times, and a row of shares for each half of the queries."""
    guide, _ = examine(data)
    prose = {
        f"{file.relative_to(ROOT / 'docs').with_suffix('')}/": file.read_text("utf-8")
        for file in sorted((ROOT / "docs").rglob("*.md"))
    }
    text = index(guide, prose)
    (folder / "records.json").write_text(text, "utf-8")
    found = page.evaluate(MEASURE, QUERIES)
    keys = sorted(found["keys"])
    size = len(gzip.compress(text.encode()))
    scripts = sum(
        len(gzip.compress((ROOT / f"docs/assets/js/{name}.mjs").read_bytes())) for name in MODULES
    )
    row = (
        str(len(json.loads(text)["records"])),
        f"{size / 1000:.0f} kB",
        f"{(size + scripts) / 1000:.0f} kB",
        f"{found['built']:.0f} ms",
        f"{statistics.median(keys):.1f} ms",
        f"{keys[int(len(keys) * 0.99)]:.0f} ms",
    )
    return row, [_shares(half, ranks) for half, ranks in zip(QUERIES, found["ranks"], strict=True)]


def _shares(half: str, ranks: list[int]) -> tuple[str, ...]:
    three = sum(0 <= rank < 3 for rank in ranks)
    return half, str(len(ranks)), f"{ranks.count(0) / len(ranks):.1%}", f"{three / len(ranks):.1%}"


if __name__ == "__main__":
    sys.exit(main())
