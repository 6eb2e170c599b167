"""A file of data: its text, what it holds, and the place of every key and value in it."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from ..problem import Problem
from ..text.issue import Snippet, words_pattern

MAX_PROBLEMS = 200
"""Problems named in one file; more would drown the rest."""

KeyPath = tuple[str | int, ...]
"""The way to a value: keys and indexes from the top of the document."""


class FatalYamlError(Exception):
    """Raised when no more of a document can be read."""


@dataclass
class YamlDocument:
    """One file: its text, its plain data, the event that began each value and key, and its problems."""

    path: str
    text: str = ""
    data: Any = None
    values: dict[KeyPath, yaml.Event] = field(default_factory=dict)
    keys: dict[KeyPath, yaml.Event] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, place: tuple[int, int], message: str, tip: str) -> None:
        """Note that at `place` something is wrong. Raises FatalYamlError when there is no end of it."""
        if len(self.problems) == MAX_PROBLEMS:
            message, tip = "there is more to mend below", "mend what stands above first"
        self.problems.append(Problem(self.path, *place, message, tip))
        if len(self.problems) > MAX_PROBLEMS:
            raise FatalYamlError

    def locate(
        self, path: KeyPath, snippet: Snippet | None = None, *, is_key: bool = False
    ) -> tuple[int, int]:
        """Return where the value at `path` stands, or its nearest parent; where `snippet` stands in it."""
        while path and path not in self.values:
            path, is_key = path[:-1], False
        event = (self.keys if is_key else self.values).get(path) or self.values.get(path)
        if event is None:
            return 1, 1
        if snippet and not isinstance(event, yaml.ScalarEvent):
            event, snippet = self._below(path, snippet) or event, None
        at = self._within(event, snippet) if snippet and snippet.words else None
        return self.inside(event.start_mark) if at is None else self.counted(at)

    def inside(self, mark: yaml.Mark) -> tuple[int, int]:
        """Return the line and column of `mark`; of the end of the text when it lies beyond."""
        if mark.index < len(self.text):
            return mark.line + 1, mark.column + 1
        return self.counted(len(self.text.rstrip("\n")))

    def _within(self, event: yaml.Event, snippet: Snippet) -> int | None:
        """Return the offset of `snippet` in the text of one value, never beyond it."""
        span = event.start_mark.index, event.end_mark.index
        found = [match.start() for match in words_pattern(snippet.words).finditer(self.text, *span)]
        return found[snippet.before] if snippet.before < len(found) else None

    def _below(self, trail: KeyPath, snippet: Snippet) -> yaml.Event | None:
        """Return the value below `trail` that reads as `snippet`, of several the one it counts."""
        found = [
            event
            for way, event in self.values.items()
            if way[: len(trail)] == trail and getattr(event, "value", None) == snippet.words
        ]
        return found[snippet.before] if snippet.before < len(found) else None

    def counted(self, at: int) -> tuple[int, int]:
        """Return the line and column of an offset."""
        return self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)
