"""Edits of whole lines, and the proof that they leave the data as it is."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ...parsing.document import YamlDocument
from ...parsing.reader import parse


class Edit(NamedTuple):
    """Lines `start` to `end`, the latter not included, and what stands there instead."""

    start: int
    end: int
    lines: list[str]


def mended(text: str, mend: Callable[[str], Iterable[Edit]]) -> str:
    """Return `text` with all the edits of `mend`, or with each of them that leaves the data as it is."""
    edits, before = [*mend(text)], parse(text, "")
    if not edits or same(before, parse(better := applied(text, edits), "")):
        return better if edits else text
    for edit in reversed(edits):
        if same(before, parse(better := applied(text, [edit]), "")):
            text = better
    return text


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with `edits` in it."""
    lines = text.split("\n")
    for start, end, new in sorted(edits, reverse=True):
        lines[start:end] = new
    return "\n".join(lines)


def same(before: YamlDocument, after: YamlDocument) -> bool:
    """Tell whether two texts hold the same data and the second no more problems."""
    return len(after.problems) <= len(before.problems) and _key(before.data) == _key(after.data)


def _key(data: Any) -> str:
    """Return `data` as text, but for blanks that no reader sees: several in a row, at the end of a line or of a text."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return re.sub(r'(?:\\n| )+"', '"', re.sub(r" +(\\n)?", lambda found: found[1] or " ", text))
