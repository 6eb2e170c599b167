"""Print a Markdown page that compares the build with stock Material, and with builds of scaled data.

Absolute times depend on the machine and its load. Each ratio compares two measurements made one after the other.
"""

import gc
import os
import re
import statistics
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from bench_projects import ROOT, build, copy_project, render, serve, write_stock_project
from cli import markdown_table
from page_weight import page_files, page_weight
from scale_data import scale_data

PAIRS = 3
"""How often each comparison is repeated."""
PATIENCE = 300
SIZES = (10, 100)
PAGES = ("", "formats/", "questions/", "plan/", "print/packet/", "about/")
INTRODUCTION = """---
title: How fast it is
description: What a page of this guide weighs, and what the site costs to build.
---

# How fast it is

Measured by `make bench` on {date} with {cores} cores and {load:.1f} processes waiting for them. Each ratio compares
two things done one after the other in one run, so it says more than the seconds of any one machine.
Weights are after gzip; a later visit is that of a reader who has been on the home page. Stock Material loads the whole
search index with the first page; here it is loaded when someone searches. Pairs of builds compared: {pairs}.
"""
Row = tuple[str, ...]


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare_builds(ours: Path, stock: Path) -> Row:
    """Return the row that compares whole builds of the same pages."""
    ratios = [seconds(partial(build, ours)) / seconds(partial(build, stock)) for _ in range(PAIRS)]
    return ("whole site", "the same pages, stock Material", *_median_and_range(ratios))


def compare_edits(folder: Path) -> Iterator[Row]:
    """Yield a row for each edit under `mkdocs serve`: the time until its page shows it, as part of a whole build."""
    project = copy_project(folder / "edited", ROOT / "data")
    whole = seconds(partial(build, project))
    pages = len([*(project / "site").rglob("*.html")])
    for name, taken in _time_edits(project).items():
        yield (
            f"{name} saved under `make serve`, to its page, at {pages} pages",
            f"a whole build, {whole:.1f} s",
            *_median_and_range([one / whole for one in taken]),
        )


def _time_edits(project: Path) -> dict[str, list[float]]:
    """Return, for each edit, the seconds from saving it until its page shows it."""
    entry, page = (  # files that people wrote, because copies are formatted in another way
        project / min((ROOT / folder).glob("*.yml")).relative_to(ROOT) for folder in ("data/questions", "data/people")
    )
    edits = {
        "a text of an entry": (entry, "listens_for:\n    - ", f"questions/{entry.stem}/"),
        "the title of an entry": (entry, "title: ", f"questions/{entry.stem}/"),
        "the title of a page": (page, "title: ", f"people/{page.stem}/"),
    }
    taken: dict[str, list[float]] = {}
    with serve(project) as url:
        _wait_for(url, "<h1")
        for name, (file, before, path) in edits.items():
            text = file.read_text("utf-8")
            taken[name] = []
            for number in range(PAIRS):
                time.sleep(2)  # the server watches again after it has finished the last rebuild
                words = f"Edit {len(taken)}{number}, "
                file.write_text(re.sub(rf"{before}(?=\w)", before + words, text, count=1), "utf-8")
                taken[name].append(seconds(partial(_wait_for, url + path, words)))
    return taken


def _wait_for(url: str, words: str) -> None:
    """Return when the page at `url` holds `words`. Raises TimeoutError after PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url) as page:
                if words in page.read().decode():
                    return
        except OSError:
            pass  # the server is not listening yet
        time.sleep(0.02)
    raise TimeoutError(f"{url} does not show {words!r}")


def compare_sizes(folder: Path) -> Iterator[Row]:
    """Yield a row for each of SIZES: the time for scaled data, divided by its size."""
    base = min(seconds(partial(render, ROOT / "data")) for _ in range(PAIRS))
    for size in SIZES:
        data = scale_data(folder / f"data-{size}", size)
        runs = 2 if size < 100 else 1
        ratios = [seconds(partial(render, data)) / base / size for _ in range(runs)]
        linear = f"{size} times the time (1.00 is linear)"
        yield (f"data to pages, {size} times the data", linear, *_median_and_range(ratios))


def compare_weights(ours: Path, stock: Path) -> Iterator[Row]:
    """Yield a row for each of PAGES: the bytes of a first visit, and of a visit after the home page."""
    for path in PAGES:
        first, other = page_weight(ours, path), page_weight(stock, path)
        later = page_weight(ours, path, cached=page_files(ours, ""))
        yield (f"/{path}", _kilobytes(first), _kilobytes(other), f"{first / other:.2f}", _kilobytes(later))  # fmt: skip


def _kilobytes(count: int) -> str:
    return f"{count / 1000:.1f} kB"


def _median_and_range(ratios: list[float]) -> Row:
    return tuple(f"{value:.2f}" for value in (statistics.median(ratios), min(ratios), max(ratios)))


def main() -> None:
    """Measure, and print the page."""
    gc.disable()  # as a build does
    now = f"{date.today():%B %d, %Y}"
    introduction = INTRODUCTION.format(date=now, cores=os.cpu_count(), load=os.getloadavg()[0], pairs=PAIRS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = copy_project(folder / "ours", ROOT / "data")
        stock = write_stock_project(folder / "stock", ours)
        times = [compare_builds(ours, stock), *compare_edits(folder), *compare_sizes(folder)]
        weights = [*compare_weights(ours / "site", stock / "site")]
    print(introduction)
    print(markdown_table([("build", "against", "median", "least", "most"), *times]), end="\n\n")
    print(markdown_table([("page", "first visit", "stock Material", "ratio", "later visit"), *weights]))  # fmt: skip


if __name__ == "__main__":
    main()
