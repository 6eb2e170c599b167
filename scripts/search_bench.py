"""Print a Markdown section about search, measured in a browser: hit rates, rivals, what each part contributes, costs.

Times depend on the machine; hit rates and bytes do not.
"""

import gzip
import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

import browser
from bench_projects import ROOT
from cli import markdown_table
from guidebook.export.search_records import search_files
from guidebook.loading.load import load_with_problems
from scale_data import scale_data
from search_rivals import MEASURE as MEASURE_RIVALS
from search_rivals import fetch_rivals
from static_server import serve

SETS: dict[str, dict[str, list[str]]] = {
    name: queries
    for file in ("queries", "question_titles")
    for name, queries in yaml.safe_load((ROOT / f"tests/cases/{file}.yml").read_text("utf-8")).items()
}
TITLES = "titles-"
"""How the names of the sets of public questions begin."""
CPU_SLOWDOWNS = (1, 6)
PARTS = {
    "correcting typos": ("fuzzy-terms", "MIN_OCCURRENCES = 3", "MIN_OCCURRENCES = 0"),
    "stems of words": ("tokenizer", "let text = word;", "return word; let text = word;"),
    "rare words count more": ("inverted-index", "RARITY_EXPONENT = 0.8", "RARITY_EXPONENT = 0"),
    "stop words count less": ("inverted-index", "STOP_WORD_WEIGHT = 0.55", "STOP_WORD_WEIGHT = 1"),
    "a limit for all stop words together": ("search-index", "MAX_STOP_WORD_SHARE = 0.3", "MAX_STOP_WORD_SHARE = 99"),
    "a word in several names counts more": ("inverted-index", "REPEATED = 0.3", "REPEATED = 0"),
    "the closest name": ("search-index", "CLOSENESS_WEIGHT = 2", "CLOSENESS_WEIGHT = 0"),
    "words in the same order": ("search-index", "PHRASE_WEIGHT = 0.3", "PHRASE_WEIGHT = 0"),
    "a part of a phrase": ("inverted-index", "PARTIAL_PHRASE = 0.2", "PARTIAL_PHRASE = 0"),
    "a page before its parts": ("search-index", "PAGE_FIRST = 0.95", "PAGE_FIRST = 99"),
}
"""What the engine does, and how to switch it off: module, text, other text."""
DATA_PARTS = {
    "the `search` words of entries": lambda data: data | {"records": [[*row[:4], "", ""] for row in data["records"]]},
    "synonyms": lambda data: data | {"synonyms": []},
    "weights of result types": lambda data: data | {"types": [[name, 1, part] for name, _, part in data["types"]]},
}

INTRODUCTION = """
## Search

The share of queries whose wanted entry is the first result, and among the first three, with 95% confidence intervals (Wilson).
The sets of `tests/cases/queries.yml` were seen while search was being tuned. Those of `question_titles.yml` are titles of public
questions, each made as its comment says; nothing is tuned on `titles-held-out`. The rivals get the same records in the same run.
"""
RANKS = """async ([sets, modules, records]) => {
  const { SearchIndex } = await import(`${modules}/search/search-index.mjs`);
  const data = await (await fetch(records)).json();
  const begin = performance.now();
  const index = await SearchIndex.build(data);
  const built = performance.now() - begin;
  const id = (url) => url.split("#")[1] ?? url.split("/").at(-2);
  const keys = [];
  const ranks = Object.values(sets).map((set) => Object.entries(set).map(([query, wanted]) => {
    const start = performance.now();
    const results = index.search(query, 10);
    keys.push(performance.now() - start);
    return results.findIndex(({ url }) => wanted.includes(id(url)));
  }));
  return { built, keys, ranks, memory: performance.memory?.usedJSHeapSize ?? 0 };
}"""


def main() -> int:
    """Measure, and print the section; return 1 without a browser."""
    if (path := browser.find_browser()) is None:
        print("No browser: run `make test` first", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / "docs/assets/js", folder / "js")
        (folder / "index.html").write_text("<!doctype html><title>Bench</title>", "utf-8")
        _write_records(folder)
        rivals = fetch_rivals(folder)
        chromium = playwright.chromium.launch(executable_path=path, args=browser.LAUNCH_OPTIONS)
        with serve(folder) as url:
            page = chromium.new_page()
            page.goto(url)
            print(
                INTRODUCTION,
                _hit_rates(page, rivals),
                "",
                _contributions(page, folder),
                "",
                _costs(page, folder),
                sep="\n",
            )
        chromium.close()
    return 0


def _write_records(folder: Path) -> None:
    """Write the records of the guide, and those of ten times the data."""
    prose = {
        f"{file.relative_to(ROOT / 'docs').with_suffix('')}/": file.read_text("utf-8")
        for file in sorted((ROOT / "docs").rglob("*.md"))
    }
    for prefix, data in (("", ROOT / "data"), ("ten-", scale_data(folder / "ten", 10))):
        for output in search_files(load_with_problems(data)[0], prose):
            (folder / f"{prefix}{Path(output.uri).name}").write_text(str(output.content), "utf-8")


def _measure(page: Page, modules: str = "/js", records: str = "/records.json") -> dict[str, Any]:
    return page.evaluate(RANKS, [SETS, modules, records])


def _hit_rates(page: Page, rivals: Path | None) -> str:
    engines = {"ours": _measure(page)["ranks"]}
    if rivals:
        page.add_script_tag(path=rivals)
        engines |= page.evaluate(MEASURE_RIVALS, SETS)
    head = ("queries", "how many", *(f"{name}: {place}" for name in engines for place in ("first", "in three")))
    rows = [
        (name, str(len(SETS[name])), *(text for ranks in engines.values() for text in _shares(ranks[at])))
        for at, name in enumerate(SETS)
    ]
    return markdown_table([head, *rows])


def _shares(ranks: list[int]) -> tuple[str, str]:
    return _share(ranks, 1), _share(ranks, 3)


def _share(ranks: list[int], most: int) -> str:
    """Return the share of ranks below `most`, with its Wilson interval."""
    total, z = len(ranks), 1.96
    share = sum(0 <= rank < most for rank in ranks) / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * (share * (1 - share) / total + z * z / (4 * total * total)) ** 0.5 / (1 + z * z / total)
    return f"{share:.0%} ({middle - half:.0%}–{middle + half:.0%})"


def _contributions(page: Page, folder: Path) -> str:
    """Return the table of what is lost without each part of the engine and of the data."""
    data = json.loads((folder / "records.json").read_text("utf-8"))
    rows = [("nothing", *_summary(_measure(page)["ranks"]))]
    for number, (name, change) in enumerate(DATA_PARTS.items()):
        (folder / f"without-{number}.json").write_text(json.dumps(change(data)), "utf-8")
        rows.append((name, *_summary(_measure(page, records=f"/without-{number}.json")["ranks"])))
    for number, (name, (module, on, off)) in enumerate(PARTS.items()):
        shutil.copytree(folder / "js", folder / f"js{number}")
        file = folder / f"js{number}/search/{module}.mjs"
        text = file.read_text("utf-8")
        if on not in text:
            raise ValueError(f"{module}.mjs has no {on!r}")
        file.write_text(text.replace(on, off), "utf-8")
        rows.append((name, *_summary(_measure(page, f"/js{number}")["ranks"])))
    return markdown_table([("without", "queries: first", "in three", "titles: first", "in three"), *rows])


def _summary(ranks: list[list[int]]) -> list[str]:
    titles = [name.startswith(TITLES) for name in SETS]
    groups = (
        [rank for one, is_title in zip(ranks, titles, strict=True) if is_title == want for rank in one]
        for want in (False, True)
    )
    return [f"{sum(0 <= rank < most for rank in group) / len(group):.1%}" for group in groups for most in (1, 3)]


def _costs(page: Page, folder: Path) -> str:
    session = page.context.new_cdp_session(page)
    rows = []
    for times in CPU_SLOWDOWNS:
        session.send("Emulation.setCPUThrottlingRate", {"rate": times})
        for records in ("first.json", "records.json", *(["ten-records.json"] if times == 1 else [])):
            measured = _measure(page, records=f"/{records}")
            keys = sorted(measured["keys"])
            slow = f", {times} times slower" * (times > 1)
            size = len(gzip.compress((folder / records).read_bytes(), 6))
            key_times = (f"{statistics.median(keys):.1f} ms", f"{keys[int(len(keys) * 0.99)]:.0f} ms")
            rows.append(
                (
                    f"{records}{slow}",
                    f"{size / 1000:.0f} kB",
                    f"{measured['built']:.0f} ms",
                    *key_times,
                    f"{measured['memory'] / 1e6:.0f} MB",
                )
            )
    return markdown_table([("records", "gzip", "ready in", "median query", "slowest 1 %", "heap"), *rows])


if __name__ == "__main__":
    sys.exit(main())
