"""A YAML file: its text, its data, and the location of each key and value."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from ..problem import Problem
from ..text.issue import Snippet, words_pattern

MAX_PROBLEMS = 200
"""Most problems reported for one file; more would hide those of other files."""

KeyPath = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a document to a value."""


class FatalYamlError(Exception):
    """Raised to stop reading a document after a fatal problem, which is in its list of problems."""


@dataclass(eq=False)
class YamlDocument:
    """A YAML file: its text and data, the parser events of its values and keys, and its problems."""

    path: str
    """Path of the file from the root of the project."""
    text: str = ""
    data: Any = None
    """Plain data in which every scalar is text; None when the file could not be read."""
    values: dict[KeyPath, yaml.Event] = field(default_factory=dict)
    keys: dict[KeyPath, yaml.Event] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, once it has been read."""
        return self.text.split("\n")

    def add_problem(self, location: tuple[int, int], message: str, hint: str) -> None:
        """Add a Problem. Raises FatalYamlError after MAX_PROBLEMS."""
        if len(self.problems) == MAX_PROBLEMS:
            message, hint = "there are more problems below", "fix those above first"
        self.problems.append(Problem(self.path, *location, message, hint))
        if len(self.problems) > MAX_PROBLEMS:
            raise FatalYamlError

    def locate(self, path: KeyPath, snippet: Snippet | None = None, *, is_key: bool = False) -> tuple[int, int]:
        """Return the line and column, from 1, of the value at `path`, or of its nearest existing parent.

        Args:
            path: keys and indexes from the top of the document.
            snippet: words to find inside the value.
            is_key: True for the location of the key instead.
        """
        while path and path not in self.values:
            path, is_key = path[:-1], False
        event = (self.keys if is_key else self.values).get(path) or self.values.get(path)
        if event is None:
            return 1, 1
        if snippet and not isinstance(event, yaml.ScalarEvent):
            event, snippet = self._find_below(path, snippet) or event, None
        offset = self._find_inside(event, snippet) if snippet and snippet.words else None
        return self.location_of(event.start_mark) if offset is None else self.location_at(offset)

    def location_of(self, mark: yaml.Mark) -> tuple[int, int]:
        """Return the line and column of `mark`, or of the last character if `mark` is beyond the end."""
        if mark.index < len(self.text):
            return mark.line + 1, mark.column + 1
        return self.location_at(len(self.text.rstrip("\n")))

    def location_at(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset in the text."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)

    def _find_inside(self, event: yaml.Event, snippet: Snippet) -> int | None:
        """Return the offset of `snippet` in the source of one scalar."""
        span = event.start_mark.index, event.end_mark.index
        offsets = [m.start() for m in words_pattern(snippet.words).finditer(self.text, *span)]
        return offsets[snippet.before] if snippet.before < len(offsets) else None

    def _find_below(self, path: KeyPath, snippet: Snippet) -> yaml.Event | None:
        """Return the scalar below `path` whose value is `snippet`."""
        events = [
            event
            for key_path, event in self.values.items()
            if key_path[: len(path)] == path and getattr(event, "value", None) == snippet.words
        ]
        return events[snippet.before] if snippet.before < len(events) else None
