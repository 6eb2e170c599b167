"""Suggestions for words that are not known."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

MIN_SIMILARITY = 60
"""Per cent of `rapidfuzz.fuzz.ratio` from which a known word is suggested for another."""
MIN_FIELD_SIMILARITY = 50
"""Per cent from which an unknown field may be a misspelling of a missing one."""
MAX_LISTED = 30
MAX_COMPARED = 64
"""Characters of a word that are compared, so that a long one costs no time."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint for an unknown word: the most similar known one, or all of them if they are few."""
    known = list(known)
    options = {"scorer": fuzz.ratio, "processor": default_process, "score_cutoff": MIN_SIMILARITY}
    if match := process.extractOne(word[:MAX_COMPARED], known, **options):
        return f"did you mean {match[0]!r}?"
    is_short = 0 < len(known) <= MAX_LISTED
    return f"use one of {', '.join(known)}" if is_short else "use an id that exists"


def is_similar(word: str, other: str) -> bool:
    """Tell whether `word` may be a misspelling of `other`, or `other` with text after it."""
    if word.partition(" ")[0] == other:
        return True
    similarity = fuzz.ratio(word[:MAX_COMPARED], other, processor=default_process)
    return similarity >= MIN_FIELD_SIMILARITY
