"""Mistakes in a text, before their file and line are known."""

import re
from typing import NamedTuple


class Snippet(NamedTuple):
    """Words of a text, and the number of their earlier occurrences in it."""

    words: str
    before: int = 0

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Snippet":
        """Return the part of `text` from `start` to `end`."""
        words = text[start:end]
        earlier = (match.start() < start for match in words_pattern(words).finditer(text))
        return cls(words, sum(earlier))


def words_pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for `words` in YAML source, where lines may be folded and quotes escaped."""
    written = {"'": "''?", '"': r'\\?"', "\\": r"\\{1,2}"}
    parts = ("".join(written.get(char, re.escape(char)) for char in part) for part in words.split())
    return re.compile(r"\s+".join(parts) or r"(?!)")


class Issue(NamedTuple):
    """A mistake: the message, what to write instead, and the words to report."""

    message: str
    hint: str
    snippet: Snippet = Snippet("")
