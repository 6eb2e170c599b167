"""What is wrong with the data, where, and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing a contributor has to mend. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}; {self.hint}"


class InvalidData(Exception):
    """Raised with every Problem of a data folder at once; `str` shows one a line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take the problems, in any order, each once."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
