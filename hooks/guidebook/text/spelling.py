"""Suggest known words for unknown ones."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

MIN_SIMILARITY = 70
"""Lowest `rapidfuzz.fuzz.ratio`, in percent, of a suggestion."""
MIN_FIELD_SIMILARITY = 50
"""Lowest ratio, in percent, of an unknown field and the missing one that it may misspell."""
MAX_LISTED = 30
"""Most words that a hint lists when none is similar."""
MAX_COMPARED = 64
"""Characters of a word that are compared, to limit the time for long ones."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint for an unknown word: the most similar known word, or all known words if they are few."""
    known = list(known)
    options = {"scorer": fuzz.ratio, "processor": default_process, "score_cutoff": MIN_SIMILARITY}
    if match := process.extractOne(word[:MAX_COMPARED], known, **options):
        return f"did you mean {match[0]!r}?"
    is_short = 0 < len(known) <= MAX_LISTED
    return f"use one of {', '.join(known)}" if is_short else "use an id that exists"


def is_similar(word: str, other: str) -> bool:
    """Return True when `word` may be a misspelling of `other`, or is `other` followed by text."""
    if word.partition(" ")[0] == other:
        return True
    similarity = fuzz.ratio(word[:MAX_COMPARED], other, processor=default_process)
    return similarity >= MIN_FIELD_SIMILARITY
