"""Time the build, side by side in one run: against plain MkDocs and Material, and against more data.

Prints a Markdown table of ratios. Absolute times depend on the machine; ratios hardly do.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from guidebook.exports import exports
from guidebook.load import load
from guidebook.model import KINDS
from guidebook.pages import Site, outputs

PAIRS = 5
SIZES = (1, 10, 100)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def generate(data: Path) -> list:
    """Return every output of the data: the whole path of the package, without the builder."""
    guide = load(data)
    return [*outputs(guide, Site()), *exports(guide)]


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


def plain(folder: Path, project: Path) -> Path:
    """Lay out the same pages as files, to be built without our hooks."""
    target = folder / "plain"
    shutil.copytree(project / "docs", target / "docs")
    for output in generate(project / "data"):
        file = target / "docs" / output.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(output.content, encoding="utf-8")
    config = (project / "mkdocs.yml").read_text("utf-8")
    config = re.sub(r"^(hooks|watch):.*\n", "", config, flags=re.MULTILINE)
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


def multiplied(target: Path, times: int) -> Path:
    """Write the data `times` over, each copy with ids of its own, into `target`."""
    shutil.copytree(ROOT / "data", target)
    guide = load(ROOT / "data")
    ids = set(re.findall(r"\bid: ([a-z0-9][a-z0-9-]+)", "".join(map(_read, _files()))))
    for file in _files():
        kind = KINDS[file.relative_to(ROOT / "data").parts[0].removesuffix(".yml")]
        entries = yaml.safe_load(_read(file))
        copies = [_renamed(entries, ids, number) for number in range(1, times)]
        if kind.listed:
            _write(target / file.relative_to(ROOT / "data"), sum(copies, entries))
        for copy in copies if not kind.listed else ():
            _write(target / kind.name / f"{copy['id']}.yml", copy)
    assert times > 1 or len(list(guide.all())) == len(list(load(target).all()))
    return target


def _files() -> list[Path]:
    return [file for file in sorted((ROOT / "data").rglob("*.yml")) if file.name != "taxonomy.yml"]


def _read(file: Path) -> str:
    return file.read_text("utf-8")


def _write(file: Path, data: object) -> None:
    file.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), "utf-8")


def _renamed(value, ids: set[str], number: int, key: str = ""):
    """Return a copy of `value` in which every id and every reference to one ends in `number`."""
    if isinstance(value, dict):
        return {name: _renamed(part, ids, number, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part, ids, number, key) for part in value]
    terms = {
        "phase",
        "moment",
        "unit",
        "level",
        "signal",
        "weight",
        "kind",
        "topic",
        "trust",
        "channel",
        "competencies",
    }
    if isinstance(value, str) and value in ids and key not in terms:
        return f"{value}-{number}"
    return value


def main() -> None:
    """Measure, and print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = ours(folder, ROOT / "data")
        bare = plain(folder, project)
        rows = [("build", "compared with", "ratio (median)", "smallest", "largest")]
        ratios = []
        for _ in range(PAIRS):
            ratios.append(timed(lambda: build(project)) / timed(lambda: build(bare)))
        rows.append(("whole site", "the same pages on disk, no hooks", *_three(ratios)))
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
        print(_table(rows))


def _three(ratios: list[float]) -> tuple[str, str, str]:
    return tuple(f"{value:.2f}" for value in (statistics.median(ratios), min(ratios), max(ratios)))


def _table(rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "| " + " | ".join("---" for _ in rows[0]) + " |", *lines[1:]])


if __name__ == "__main__":
    main()
