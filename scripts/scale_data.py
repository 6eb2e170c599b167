"""The data of the guide many times over: copies with ids, groups and questions of their own, to see what a larger guide costs."""

import hashlib
import re
import shutil
from pathlib import Path

import yaml

from guidebook.kinds import KINDS
from guidebook.parsing import loader, reader

ROOT = Path(__file__).parent.parent

reader.MAX_BYTES = loader.MAX_VALUES = 10**9  # copies of the data outgrow any file a person writes
TERM_FIELDS = {
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
"""Fields that take a word of taxonomy.yml, which no copy renames."""


def multiplied(target: Path, times: int) -> Path:
    """Write the data `times` over, each copy with ids, groups and questions of its own, into `target`."""
    shutil.copytree(ROOT / "data", target)
    taxonomy = yaml.safe_load(_read(ROOT / "data/taxonomy.yml"))
    files = [file for file in sorted((ROOT / "data").rglob("*.yml")) if file.name != "taxonomy.yml"]
    ids = set(re.findall(r"\bid: ([a-z0-9][a-z0-9-]+)", "".join(map(_read, files))))
    for file in files:
        kind = KINDS[file.relative_to(ROOT / "data").parts[0].removesuffix(".yml")]
        entries = yaml.safe_load(_read(file))
        copies = [_renamed(entries, ids, number) for number in range(1, times)]
        if kind.single:
            _write(target / f"{kind.name}.yml", sum(copies, entries))
            continue
        for number, copy in enumerate(copies, 1):
            _write(target / kind.name / f"{file.stem}-{number}.yml", copy)
            if kind.file_groups:
                taxonomy[kind.file_groups].append(
                    {"id": f"{file.stem}-{number}", "title": f"Group {number}"}
                )
    _write(target / "taxonomy.yml", taxonomy)
    return target


def _read(file: Path) -> str:
    return file.read_text("utf-8")


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write every value out, as our reader wants it."""
        return True


def _write(file: Path, data: object) -> None:
    file.write_text(yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True), "utf-8")


def _renamed(value, ids: set[str], number: int, key: str = ""):
    """Return a copy of `value` whose ids and references end in `number` and whose questions differ."""
    if isinstance(value, dict):
        return {name: _renamed(part, ids, number, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part, ids, number, key) for part in value]
    if isinstance(value, str) and value in ids and key not in TERM_FIELDS:
        return f"{value}-{number}"
    if key in ("title", "heard_as"):
        return re.sub(r"\w+", lambda word: _other(word[0], number), value)
    return value


def _other(word: str, number: int) -> str:
    """Return a made-up word of the same length, so that no two copies ask the same question."""
    letters = str.maketrans("0123456789abcdef", "bcdfghijklnrstvz")
    return hashlib.sha256(f"{word} {number}".encode()).hexdigest().translate(letters)[: len(word)]
