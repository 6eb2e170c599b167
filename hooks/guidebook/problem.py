"""Problems of the data, with their location and a hint."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a contributor has to correct. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}; {self.hint}"


class InvalidData(Exception):
    """Raised with all problems of a data folder; `str` shows one per line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and remove duplicates."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
