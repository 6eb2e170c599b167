"""Check one file against a guide that was loaded before, in milliseconds instead of a second."""

import copy
import gc
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.lint.references import broken_references
from guidebook.loading.data_files import known_fields
from guidebook.loading.entries import split_entries, validate_entry
from guidebook.models import Entry
from guidebook.parsing.document import KeyPath, YamlDocument
from guidebook.parsing.reader import parse
from guidebook.problem import Problem

Plain = dict[str, Any]
_CODES = {"n": 10, "r": 13, "t": 9, "b": 8, "f": 12}


MAX_SECONDS = 1.0
"""Processor time that no file may take. The slowest known file takes 0.3 s."""


@contextmanager
def within_a_second() -> Iterator[None]:
    """Fail when the block takes a second of processor time, however busy the machine is."""
    gc.collect(0)
    gc.disable()
    start = time.process_time()
    try:
        yield
        took = time.process_time() - start
    finally:
        gc.enable()
    assert took < MAX_SECONDS


def validate_file(text: str, name: str, guide: Guide) -> tuple[list[Problem], dict[str, Entry]]:
    """Return the problems of the YAML `text` as the file `name` of `guide`, and, if there are none, its entries by id.

    References are checked when the file has no other problem, as in a full load; former ids are right, because files of
    tests outlive the ids of today.
    """
    return validate_document(parse(text, f"data/{name}", known_fields()), name, guide)


def check_mistake(
    guide: Guide, name: str, valid: str, edit: tuple[str, str], said: tuple[str, str], fixed: str
) -> None:
    """Fail unless a mistake in the `valid` file `name` is reported at its line, and following the hint fixes the file.

    `edit` is the text and what replaces it, `said` a part of message and hint, `fixed` what the hint leads to, if it is
    not the first text.
    """
    old, new = edit
    assert old in valid
    broken = valid.replace(old, new, 1)
    pairs = zip(valid.split("\n"), broken.split("\n"), strict=False)
    line = next(number for number, (was, now) in enumerate(pairs, 1) if was != now)
    first = min(validate_file(broken, name, guide)[0])
    assert (first.line, said[0] in first.message, said[1] in first.hint) == (line, True, True), first
    assert "not YAML" not in first.message
    assert validate_file(valid.replace(old, fixed or old, 1), name, guide)[0] == []


def validate_document(document: YamlDocument, name: str, guide: Guide) -> tuple[list[Problem], dict[str, Entry]]:
    """Return the problems of a document as the file `name` of `guide`, or its entries by id."""
    terms = guide.taxonomy.term_ids()
    kind = KINDS[name.partition("/")[0].removesuffix(".yml")]
    group = name.partition("/")[2].removesuffix(".yml") if kind.file_groups else ""
    raw_entries, problems = split_entries(document, kind, group)
    checked = [(raw, *validate_entry(raw, terms)) for raw in raw_entries]
    problems = [*problems, *(problem for *_, some in checked for problem in some)]
    if not problems:
        problems = [
            Problem(document.path, *document.locate(path, issue.snippet), issue.message, issue.hint)
            for raw, entry, _ in checked
            for issue in broken_references(guide, entry)
            if "was renamed" not in issue.message
            for path in [(*raw.key_path, *issue.path)]
        ]
    return problems, {} if problems else {entry.id: entry for _, entry, _ in checked if entry}


def plain(guide: Guide, entry: Entry) -> Plain:
    """Return an entry as JSON data, without the fields that its file leaves out."""
    return entry.model_dump(mode="json", exclude_unset=True)


def richest(guide: Guide, kind: str) -> Plain:
    """Return the entry of a kind with the most texts in it."""
    return plain(guide, max(guide.entries_of(kind), key=lambda entry: len(guide.texts(entry))))


def leaves(data: Any, trail: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of every text in plain data except ids."""
    if isinstance(data, str) and trail[-1] != "id":
        yield trail
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from leaves(value, (*trail, key))


def with_texts(data: Plain, texts: dict[KeyPath, str]) -> Plain:
    """Return a copy of plain data with other texts in it."""
    changed = copy.deepcopy(data)
    for trail, text in texts.items():
        inner = changed
        for part in trail[:-1]:
            inner = inner[part]
        inner[trail[-1]] = text
    return changed


def as_yaml(data: Any, kind: str) -> str:
    """Return plain data as a file of its kind. JSON is YAML with every text in quotes; `\\n` is refused there."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    text = re.sub(r"(\\\\)|\\([nrtbf])", lambda m: m[1] or f"\\u{_CODES[m[2]]:04x}", text)
    return f"- {text}\n" if KINDS[kind].is_list else f"{text}\n"
