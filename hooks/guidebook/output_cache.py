"""Reuse outputs from one build to the next while `mkdocs serve` runs.

An output depends on the values that are passed to it and on its lookups in the guide. It is reused while all of them have
the same results as in the last build.
"""

from collections.abc import Callable, Hashable, Iterator
from typing import Any, NamedTuple

from .guide import Guide

LookupKey = tuple[str, tuple[Hashable, ...]]
"""Name of a method or property of the guide, and its arguments; an entry counts by its id."""


MISSING = object()
"""Result of a lookup that raises an error in the new guide."""


class Lookup(NamedTuple):
    """One lookup in the guide, and its result."""

    arguments: tuple[Any, ...]
    result: Any


class RecordingGuide:
    """Proxy of a guide that records every lookup."""

    def __init__(self, guide: Guide) -> None:
        """Start without lookups."""
        self._guide = guide
        self.lookups: dict[LookupKey, Lookup] = {}

    def __getattr__(self, name: str) -> Any:
        if callable(getattr(self._guide, name)):
            return lambda *arguments: self._record(name, arguments)
        return self._record(name, ())

    def _record(self, name: str, arguments: tuple[Any, ...]) -> Any:
        key = _key(name, arguments)
        if key not in self.lookups:
            self.lookups[key] = Lookup(arguments, _look_up(self._guide, name, arguments))
        return self.lookups[key].result


class CachedOutput(NamedTuple):
    """An output with the values and lookups it depends on."""

    values: dict[str, Any]
    lookups: dict[LookupKey, Lookup]
    output: Any


class OutputCache:
    """The outputs of the last build."""

    def __init__(self) -> None:
        """Start without outputs."""
        self._outputs: dict[str, CachedOutput] = {}

    def start(self, guide: Guide) -> None:
        """Begin a build with `guide`."""
        self._guide = guide
        self._results: dict[LookupKey, Any] = {}

    def get(self, uri: str, values: dict[str, Any], make: Callable[[Any], Any]) -> Any:
        """Return `make(guide)`, or its result for this `uri` in the last build if that would be the same."""
        cached = self._outputs.get(uri)
        if cached is None or cached.values != values or not all(self._unchanged(cached.lookups)):
            guide = RecordingGuide(self._guide)
            cached = CachedOutput(values, guide.lookups, make(guide))
            self._outputs[uri] = cached
        return cached.output

    def _unchanged(self, lookups: dict[LookupKey, Lookup]) -> Iterator[bool]:
        for key, (arguments, result) in lookups.items():
            if key not in self._results:
                try:
                    self._results[key] = _look_up(self._guide, key[0], arguments)
                except (LookupError, StopIteration):
                    self._results[key] = MISSING
            yield self._results[key] is result or self._results[key] == result


def _key(name: str, arguments: tuple[Any, ...]) -> LookupKey:
    return name, tuple(getattr(argument, "id", argument) for argument in arguments)


def _look_up(guide: Guide, name: str, arguments: tuple[Any, ...]) -> Any:
    """Return the value of a property or the result of a method, with iterators as tuples."""
    value = getattr(guide, name)
    result = value(*arguments) if callable(value) else value
    return tuple(result) if isinstance(result, Iterator) else result
