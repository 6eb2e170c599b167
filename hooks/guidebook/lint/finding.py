"""The result of a rule."""

from typing import NamedTuple

from ..models import Entry
from ..text.issue import Snippet


class Finding(NamedTuple):
    """One place that breaks a rule."""

    entry: Entry
    path: tuple[str | int, ...]
    """The way to the value inside the entry."""
    message: str
    hint: str
    snippet: Snippet | None = None
    """The words at fault, to point at their line."""
