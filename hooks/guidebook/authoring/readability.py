"""How hard each page is to read."""

import re
from collections import defaultdict
from collections.abc import Iterable

from ..guide import Guide
from ..kinds import KINDS
from ..text.inline_markdown import plain
from ..traverse import texts
from ..urls import entry_url

HARDEST = 9.0
"""The highest US school grade we accept for a page of advice."""

_WORD = re.compile(r"[A-Za-z0-9’']+")
_NOT_PROSE = {
    "aliases",
    "competencies",
    "id",
    "moment",
    "phase",
    "search",
    "signal",
    "topic",
    "unit",
    "weight",
}


def grade(sentences: Iterable[str]) -> float:
    """Return the US school grade of a text by the Automated Readability Index (Smith and Senter, 1967).

    It counts characters per word and words per sentence, and needs no dictionary of syllables.
    """
    parts = [
        part
        for text in sentences
        for part in re.split(r"[.!?]+(?:\s|$)", text)
        if _WORD.search(part)
    ]
    words = [word for part in parts for word in _WORD.findall(part)]
    if not words:
        return 0.0
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / len(parts) - 21.43


def grades(guide: Guide) -> dict[str, float]:
    """Return the grade of each page of advice, by address."""
    pages: dict[str, list[str]] = defaultdict(list)
    for kind in (kind.name for kind in KINDS.values() if kind.is_advice):
        for entry in guide.entries_of(kind):
            page = entry_url(guide, entry).partition("#")[0]
            pages[page] += [
                plain(text)
                for trail, text in texts(entry)
                if not _NOT_PROSE & {*trail} and text.count(" ") > 3
            ]
    return {page: grade(sentences) for page, sentences in pages.items()}
