"""Write copies of the data with ids, groups and questions of their own, to measure what a larger guide costs."""

import hashlib
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from guidebook.kinds import KINDS
from guidebook.parsing import loader, reader

ROOT = Path(__file__).parent.parent

reader.MAX_BYTES = loader.MAX_VALUES = 10**9  # above the limits for files that people write
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
"""Fields that name a term of taxonomy.yml, which keeps its id in every copy."""


def scale_data(target: Path, times: int) -> Path:
    """Write the data and `times - 1` copies of it into the folder `target`, and return it."""
    shutil.copytree(ROOT / "data", target)
    taxonomy = yaml.safe_load(_read(ROOT / "data/taxonomy.yml"))
    files = [file for file in sorted((ROOT / "data").rglob("*.yml")) if file.name != "taxonomy.yml"]
    ids = set(re.findall(r"\bid: ([a-z0-9][a-z0-9-]+)", "".join(map(_read, files))))
    for file in files:
        kind = KINDS[file.relative_to(ROOT / "data").parts[0].removesuffix(".yml")]
        entries = yaml.safe_load(_read(file))
        copies = [_rename(entries, ids, number) for number in range(1, times)]
        if kind.single:
            _write(target / f"{kind.name}.yml", sum(copies, entries))
            continue
        for number, copy in enumerate(copies, 1):
            _write(target / kind.name / f"{file.stem}-{number}.yml", copy)
            if kind.file_groups:
                taxonomy[kind.file_groups].append({"id": f"{file.stem}-{number}", "title": f"Group {number}"})
    _write(target / "taxonomy.yml", taxonomy)
    return target


def _read(file: Path) -> str:
    return file.read_text("utf-8")


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Repeat equal values, because our reader refuses aliases."""
        return True


def _write(file: Path, data: object) -> None:
    file.write_text(yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True), "utf-8")


def _rename(value: Any, ids: set[str], number: int, key: str = "") -> Any:
    """Return a copy of `value` with `number` after ids and references, and with other words in questions."""
    if isinstance(value, dict):
        return {name: _rename(part, ids, number, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_rename(part, ids, number, key) for part in value]
    if isinstance(value, str) and value in ids and key not in TERM_FIELDS:
        return f"{value}-{number}"
    if key in ("title", "heard_as"):
        return re.sub(r"\w{4,}", lambda word: _fake_word(word[0], number), value)
    return value


def _fake_word(word: str, number: int) -> str:
    """Return a made-up word of the same length, because two copies must not ask the same question.

    Short words stay: two that came out the same would be refused as a repeated word.
    """
    letters = str.maketrans("0123456789abcdef", "bcdfghijklnrstvz")
    return hashlib.sha256(f"{word} {number}".encode()).hexdigest().translate(letters)[: len(word)]
