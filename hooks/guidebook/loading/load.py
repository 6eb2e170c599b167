"""data/ -> Guide, or every Problem at once.

Problems are reported in two phases. The first covers each file on its own: its place, its syntax and the fields of its
entries. Only when no file has a problem does the second check references and the rules across entries, because one
broken entry would make all that name it look wrong.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path

from ..guide import Guide, Origin
from ..kinds import KINDS
from ..lint import run_rules
from ..models import Entry, Taxonomy, Terms
from ..parsing.document import MAX_PROBLEMS, YamlDocument
from ..parsing.reader import read
from ..problem import InvalidData, Problem
from .data_files import TAXONOMY, find_data_files, known_fields
from .entries import RawEntry, validate, validate_document
from .ids import duplicate_ids, duplicate_terms, renamed_ids
from .leftover_comments import leftover_comments


def load(data: Path) -> Guide:
    """Return the Guide of the folder `data`.

    Raises:
        InvalidData: with every Problem that can be told apart from its consequences.
    """
    guide, problems = load_with_problems(data)
    if problems or guide is None:
        raise InvalidData(problems)
    return guide


def load_with_problems(data: Path) -> tuple[Guide | None, list[Problem]]:
    """Return the Guide, or None when a file has a problem, and at most MAX_PROBLEMS problems of each file."""
    if not data.is_dir():
        hint = "name the folder that holds the YAML"
        return None, [Problem(data.name, 1, 1, "there is no such folder", hint)]
    with gc_paused():
        document = _read_taxonomy(data)
        taxonomy, problems = _check_taxonomy(document)
        terms = taxonomy.term_ids() if taxonomy else {}
        checked, more = _read_files(data, terms)
        problems = [*problems, *more, *duplicate_ids(raw for raw, _ in checked)]
        if problems or taxonomy is None:
            return None, [*_limited(problems)]
        guide = _guide(taxonomy, checked, data.parent, document)
        return guide, [*_limited(run_rules(guide))]


def load_taxonomy(data: Path) -> tuple[Taxonomy | None, list[Problem]]:
    """Return the taxonomy of the folder `data`, or None, and its problems."""
    return _check_taxonomy(_read_taxonomy(data))


def _read_taxonomy(data: Path) -> YamlDocument:
    return read(data / TAXONOMY, f"{data.name}/{TAXONOMY}")


def _check_taxonomy(document: YamlDocument) -> tuple[Taxonomy | None, list[Problem]]:
    if document.data is None or document.problems:
        return None, document.problems
    taxonomy, problems = validate(Taxonomy, document.data, document, (), {})
    repeated = duplicate_terms(taxonomy, document) if taxonomy else ()
    return taxonomy, [*problems, *repeated]


@contextmanager
def gc_paused() -> Iterator[None]:
    """Disable garbage collection while allocating many long-lived objects."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_files(data: Path, terms: Terms) -> tuple[list[tuple[RawEntry, Entry | None]], list[Problem]]:
    """Return every entry before and after it is checked, and every problem of a single file."""
    checked: list[tuple[RawEntry, Entry | None]] = []
    problems: list[Problem] = []
    for file in find_data_files(data, terms):
        if isinstance(file, Problem):
            problems.append(file)
            continue
        document = read(file.path, file.name, known_fields())
        if not document.problems:
            problems += leftover_comments(document)
        entries, more = validate_document(document, file.kind, file.group, (*terms.items(),))
        checked += entries
        problems += more
    return checked, problems


def _guide(
    taxonomy: Taxonomy, checked: list[tuple[RawEntry, Entry]], root: Path, taxonomy_document: YamlDocument
) -> Guide:
    entries: dict[str, dict[str, Entry]] = {name: {} for name in KINDS}
    origins: dict[str, Origin] = {}
    modified = {path: _modification_time(root / path) for path in {raw.document.path for raw, _ in checked}}
    for raw, entry in sorted(checked, key=lambda pair: getattr(pair[1], "rarity", 0)):
        entries[raw.kind.name][entry.id] = entry
        modification = modified[raw.document.path]
        origins[entry.id] = Origin(raw.kind.name, raw.group, raw.document, raw.key_path, modification)
    renamed = renamed_ids(raw for raw, _ in checked)
    docs = root / "docs"
    pages = frozenset(file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))
    return Guide(taxonomy, entries, origins, renamed, pages, taxonomy_document)


def _modification_time(file: Path) -> float:
    """Return the modification time of `file` in seconds since 1970; 0 when it was deleted meanwhile."""
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0


def _limited(problems: Iterator[Problem] | list[Problem]) -> Iterator[Problem]:
    """Yield at most MAX_PROBLEMS of each file, first ones first, and each once."""
    for _, of_file in groupby(sorted({*problems}), key=lambda problem: problem.path):
        yield from islice(of_file, MAX_PROBLEMS + 1)
