"""Something wrong with a text, before its file and line are known."""

import re
from typing import NamedTuple


class Snippet(NamedTuple):
    """Words of a text, and how often they occur in it before."""

    words: str
    before: int = 0

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Snippet":
        """Return the part of `text` from `start` to `end`."""
        words = text[start:end]
        earlier = (match.start() < start for match in words_pattern(words).finditer(text))
        return cls(words, sum(earlier))


def words_pattern(words: str) -> re.Pattern[str]:
    """Return a pattern of `words` as they are written in YAML, where lines may be folded and quotes doubled."""
    written = {"'": "''?", '"': r'\\?"', "\\": r"\\{1,2}"}
    parts = ("".join(written.get(char, re.escape(char)) for char in part) for part in words.split())
    return re.compile(r"\s+".join(parts) or r"(?!)")


class Issue(NamedTuple):
    """A mistake: what is wrong, what to write instead, and the words at fault."""

    message: str
    hint: str
    snippet: Snippet = Snippet("")
