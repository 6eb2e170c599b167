"""Edits of whole lines that leave the data as it is."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ...parsing.document import YamlDocument
from ...parsing.reader import parse


class Edit(NamedTuple):
    """Replace the lines from `start` up to, but not including, `end`."""

    start: int
    end: int
    lines: list[str]


def apply_safe_edits(text: str, fix: Callable[[str], Iterable[Edit]]) -> str:
    """Return `text` with the edits that `fix` yields, except those that would change the data."""
    edits, before = [*fix(text)], parse(text, "")
    edited = apply_edits(text, edits)
    if is_same_data(before, parse(edited, "")):
        return edited
    for edit in reversed(edits):
        edited = apply_edits(text, [edit])
        if is_same_data(before, parse(edited, "")):
            text = edited
    return text


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with `edits` applied; they must not overlap."""
    lines = text.split("\n")
    for start, end, new in sorted(edits, reverse=True):
        lines[start:end] = new
    return "\n".join(lines)


def is_same_data(before: YamlDocument, after: YamlDocument) -> bool:
    """Return True when two documents contain the same data and the second has no more problems than the first."""
    has_no_more = len(after.problems) <= len(before.problems)
    return has_no_more and _normalize(before.data) == _normalize(after.data)


def _normalize(data: Any) -> str:
    """Return `data` as JSON with runs of spaces collapsed, and without white space at the end of lines and texts."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"))
    text = re.sub(r" +(\\n)?", lambda match: match[1] or " ", text)
    return re.sub(r'(?:\\n| )+"', '"', text)
