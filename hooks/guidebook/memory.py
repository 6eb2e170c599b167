"""What one build leaves for the next, while somebody edits: only what would come out different is made again.

A page or a file is made by asking the guide for entries, terms and places. Each question is kept with its answer. Where
the next guide gives the same answers, the same would be made of them: it is taken as it was.
"""

from collections.abc import Callable, Hashable, Iterator
from typing import Any, NamedTuple

from .guide import Guide

Question = tuple[str, tuple[Hashable, ...]]
"""What a guide is asked: the name of a method or a value of it, and the arguments; an entry stands as its id."""

Make = Callable[[str, dict[str, Any], Callable[[Guide], Any]], Any]
"""`made(name, given, make)` returns `make(guide)`, or what it returned before if `given` and the answers are the same."""


def afresh(guide: Guide) -> Make:
    """Return a Make that remembers nothing."""
    return lambda name, given, make: make(guide)


class _Answered(NamedTuple):
    arguments: tuple[Any, ...]
    answer: Any


class _Made(NamedTuple):
    given: dict[str, Any]
    asked: frozenset[Question]
    thing: Any


class Memory:
    """The answers of the last build, and what was made from them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._guide: Guide | None = None
        self._made: dict[str, _Made] = {}
        self._answers: dict[Question, _Answered] = {}

    def begin(self, guide: Guide) -> Make:
        """Return the Make of a build from `guide`."""
        self._guide = guide
        self._before, self._answers = self._answers, {}
        self._same: dict[Question, bool] = {}
        return self._make

    def _make(self, name: str, given: dict[str, Any], make: Callable[[Guide], Any]) -> Any:
        made = self._made.get(name)
        if made is None or made.given != given or not all(map(self._is_same, made.asked)):
            asking = _Asking(self)
            thing = make(asking)
            self._made[name] = made = _Made(given, frozenset(asking.asked), thing)
        return made.thing

    def answer(self, question: Question, arguments: tuple[Any, ...]) -> Any:
        """Return what the guide of this build answers, asking it once."""
        if question not in self._answers:
            answer = getattr(self._guide, question[0])
            if callable(answer):
                answer = answer(*arguments)
            if isinstance(answer, Iterator):
                answer = tuple(answer)
            self._answers[question] = _Answered(arguments, answer)
        return self._answers[question].answer

    def _is_same(self, question: Question) -> bool:
        if question not in self._same:
            self._same[question] = self._is_answered_as_before(question)
        return self._same[question]

    def _is_answered_as_before(self, question: Question) -> bool:
        before = self._before.get(question)
        try:
            return before is not None and self.answer(question, before.arguments) == before.answer
        except (LookupError, StopIteration):
            return False


class _Asking:
    """Stands for the guide while something is made, and notes what it is asked."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.asked: set[Question] = set()

    def __getattr__(self, name: str) -> Any:
        if callable(getattr(Guide, name, None)):
            return lambda *arguments: self._ask(name, *arguments)
        return self._ask(name)

    def _ask(self, name: str, *arguments: Any) -> Any:
        question = name, tuple(getattr(one, "id", one) for one in arguments)
        self.asked.add(question)
        return self._memory.answer(question, arguments)
