"""The result of a rule."""

from typing import NamedTuple

from ..models import Entry
from ..text.issue import Snippet


class Finding(NamedTuple):
    """One place that breaks a rule."""

    entry: Entry
    path: tuple[str | int, ...]
    """The keys and indexes that lead to the value inside the entry."""
    message: str
    hint: str
    snippet: Snippet | None = None
    """The words that break the rule, to report their line."""
