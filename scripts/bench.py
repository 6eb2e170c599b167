"""Time the build and weigh its pages, side by side in one run: against stock Material, and against more data.

Prints a page in Markdown. Absolute times depend on the machine and on what else it does; ratios hardly do.
"""

import gc
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from guidebook.export import downloads
from guidebook.export.api import exports
from guidebook.export.search_records import search_index
from guidebook.loading.load import load_with_problems
from guidebook.output import Output, Site
from guidebook.site.pages import render_pages
from page_weight import files, weight
from scale_data import multiplied

PAIRS = 3
SIZES = (1, 10, 100)
STOCK = "    - navigation.tabs\n    - navigation.prune\n    - navigation.footer\n"
"""The features of Material that our own templates took over."""
INTRODUCTION = """---
title: How fast it is
description: What a page of this guide weighs, and what the site costs to build.
---

# How fast it is

Measured by `make bench` on {date} with {cores} cores and {load:.1f} processes waiting for them. Each ratio compares
two things done one after the other in one run, so it says more than the seconds of any one machine.
Weights are after gzip; a later visit is that of a reader who has been on the home page. Stock Material loads the whole
search index with the first page; here it waits until somebody searches. Pairs of builds compared: {pairs}.
"""

KINDS_OF_PAGES = (
    "",
    "formats/panel/",
    "questions/",
    "questions/values/",
    "plan/",
    "print/packet/",
    "about/",
)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def generate(data: Path) -> list:
    """Return every output of the data: the whole path of the package, without the builder."""
    guide, _ = load_with_problems(
        data
    )  # made-up words of the copies may break rules of wording and paper
    records = Output("search/records.json", search_index(guide, {}))
    return [
        *render_pages(guide, Site()),
        *exports(guide),
        *downloads(guide, Site()),
        records,
    ]


def build(project: Path) -> None:
    """Build the site of `project` with MkDocs."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--site-dir",
        str(project / "site"),
    ]
    subprocess.run(command, cwd=project, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})


def ours(folder: Path, data: Path) -> Path:
    """Lay out a copy of this project with other data."""
    project = folder / "ours"
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copytree(ROOT / "hooks", project / "hooks")
    shutil.copytree(data, project / "data")
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """Run MkDocs' server for `project` while the block runs, and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place]
    server = subprocess.Popen(
        command,
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{place}/"
    finally:
        server.terminate()
        server.wait()


EDITS = {
    "a text of an entry": (
        "data/questions/values.yml",
        "listens_for:\n    - ",
        "questions/values/",
    ),
    "the title of an entry": ("data/questions/values.yml", "title: ", "questions/values/"),
    "the title of a page": ("data/formats/panel.yml", "title: ", "formats/panel/"),
}
"""What is saved under `make serve`: the file, what stands before the words that are added, and the page that shows them."""


def edited(project: Path) -> dict[str, list[float]]:
    """Return, for each of EDITS made some times, the seconds from saving it until its page shows it."""
    seconds: dict[str, list[float]] = {}
    with serving(project) as address:
        _wait_for(address, "<h1")
        for name, (path, item, page) in EDITS.items():
            text = (project / path).read_text("utf-8")
            seconds[name] = []
            for number in range(PAIRS):
                time.sleep(2)  # the server looks for changes again when all of the last one is done
                words = f"Edit {len(seconds)}{number}, "
                (project / path).write_text(text.replace(item, item + words, 1), "utf-8")
                shows = partial(_wait_for, address + page, words)
                seconds[name].append(timed(shows))
    return seconds


def _wait_for(address: str, words: str) -> None:
    """Return when the page at `address` holds `words`."""
    while True:
        try:
            with urllib.request.urlopen(address) as page:
                if words in page.read().decode():
                    return
        except OSError:
            pass  # it does not listen yet
        time.sleep(0.02)


def plain(folder: Path, project: Path) -> Path:
    """Lay out the same pages as files, to be built by stock Material, without our hooks and templates."""
    target = folder / "plain"
    shutil.copytree(project / "docs", target / "docs")
    shutil.copytree(project / "docs/overrides/assets", target / "docs/assets", dirs_exist_ok=True)
    for output in generate(project / "data"):
        file = target / "docs" / output.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        content = output.content
        if output.uri.endswith(".md"):
            content = re.sub(r"^template: .*\n", "", content, count=1, flags=re.MULTILINE)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    config = (project / "mkdocs.yml").read_text("utf-8")
    config = re.sub(
        r"^(hooks|watch|plugins):.*\n|^ +custom_dir:.*\n", "", config, flags=re.MULTILINE
    )
    config = config.replace("    - navigation.footer\n", STOCK)
    (target / "mkdocs.yml").write_text(_with_whole_nav(config, target / "docs"), "utf-8")
    return target


def _with_whole_nav(config: str, docs: Path) -> str:
    """Return `config` with each `folder/` of the navigation spelled out, as our hook does."""

    def pages(found: re.Match[str]) -> str:
        indent, title, folder = found.groups()
        files = sorted(docs.joinpath(folder).glob("*.md"), key=lambda file: file.name != "index.md")
        inner = indent + "    " if title else indent
        lines = [f"{inner}- {file.relative_to(docs).as_posix()}" for file in files]
        return "\n".join([f"{indent}- {title}:", *lines] if title else lines)

    return re.sub(r"^( *)- (?:([\w ]+): )?([\w-]+/)$", pages, config, flags=re.MULTILINE)


def main() -> None:
    """Measure, and print the page."""
    gc.disable()  # as a build does
    introduction = INTRODUCTION.format(
        date=f"{date.today():%d %B %Y}", cores=os.cpu_count(), load=os.getloadavg()[0], pairs=PAIRS
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = ours(folder, ROOT / "data")
        bare = plain(folder, project)
        rows = [("build", "against", "median", "least", "most")]
        ratios = []
        for _ in range(PAIRS):
            ratios.append(timed(lambda: build(project)) / timed(lambda: build(bare)))
        rows.append(("whole site", "the same pages, stock Material", *_three(ratios)))
        twice = ours(folder / "twice", multiplied(folder / "data-twice", 2))
        whole = timed(lambda: build(twice))
        pages = len([*(twice / "site").rglob("*.html")])
        rows += [
            (
                f"{name} saved under `make serve`, to its page, at {pages} pages",
                f"a whole build, {whole:.1f} s",
                *_three([one / whole for one in seconds]),
            )
            for name, seconds in edited(twice).items()
        ]
        weights = [_weights(path, project / "site", bare / "site") for path in KINDS_OF_PAGES]
        folders = [multiplied(folder / f"data-{size}", size) for size in SIZES]
        base = min(timed(lambda: generate(folders[0])) for _ in range(PAIRS))
        for size, data in zip(SIZES[1:], folders[1:], strict=True):
            taken = [
                timed(lambda data=data: generate(data)) / base / size
                for _ in range(2 if size < 100 else 1)
            ]
            rows.append(
                (
                    f"data to pages, {size} times the data",
                    f"{size} times the time (1.00 is linear)",
                    *_three(taken),
                )
            )
        print(introduction, table(rows), sep="\n", end="\n\n")
        print(table([("page", "first visit", "stock Material", "ratio", "later visit"), *weights]))


def _weights(path: str, ours: Path, stock: Path) -> tuple[str, ...]:
    """Return one row: what a page costs a reader who comes first, and one who has read the home page."""
    first, whole = weight(ours, path), weight(stock, path)
    later = weight(ours, path, seen=files(ours, ""))
    return (f"/{path}", _kilo(first), _kilo(whole), f"{first / whole:.2f}", _kilo(later))


def _kilo(count: int) -> str:
    return f"{count / 1000:.1f} kB"


def _three(ratios: list[float]) -> tuple[str, str, str]:
    return tuple(f"{value:.2f}" for value in (statistics.median(ratios), min(ratios), max(ratios)))


def table(rows: list[tuple[str, ...]]) -> str:
    """Return `rows`, the head first, as a Markdown table."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "| " + " | ".join("---" for _ in rows[0]) + " |", *lines[1:]])


if __name__ == "__main__":
    main()
