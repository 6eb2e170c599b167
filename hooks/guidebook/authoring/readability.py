"""Measure the reading grade of each page."""

import re
from collections import defaultdict
from collections.abc import Iterable

from ..guide import Guide
from ..kinds import KINDS
from ..text.inline_markdown import plain
from ..traverse import texts
from ..urls import entry_url

MAX_GRADE = 9.0
"""Highest US school grade of a page of advice."""

MIN_WORDS = 5
"""Shorter texts are labels rather than sentences."""

_WORD = re.compile(r"[A-Za-z0-9’']+")


def grade(sentences: Iterable[str]) -> float:
    """Return the US school grade of texts by the Automated Readability Index (Smith and Senter, 1967).

    It counts characters per word and words per sentence, and needs no dictionary of syllables.
    """
    parts = [part for text in sentences for part in re.split(r"[.!?]+(?:\s|$)", text)]
    counted = [words for part in parts if (words := _WORD.findall(part))]
    words = [word for sentence in counted for word in sentence]
    if not words:
        return 0.0
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / len(counted) - 21.43


def grade_pages(guide: Guide) -> dict[str, float]:
    """Return the grade of each page of advice, by URL."""
    pages: dict[str, list[str]] = defaultdict(list)
    for kind in (kind.name for kind in KINDS.values() if kind.is_advice):
        for entry in guide.entries_of(kind):
            page = entry_url(guide, entry).partition("#")[0]
            pages[page] += [
                plain(text) for path, text in texts(entry) if "search" not in path and text.count(" ") >= MIN_WORDS - 1
            ]
    return {page: grade(sentences) for page, sentences in pages.items()}
