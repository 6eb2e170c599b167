"""YAML text to plain data, and the place of every key and value in it.

Stricter than YAML: what two readers of YAML could understand differently is a Problem. Anchors,
aliases, tags and `<<` are refused, so no document can grow beyond its text (no "alias bomb").
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problem import Problem
from .text import INVISIBLE

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 5_000_000
MAX_DEPTH = 12
MAX_SIGNS = 200
"""Tabs and invisible characters named in one file; more would drown the rest."""
LONGEST_VALUE = 40
"""No number, truth value or date is longer; longer scalars are text without a closer look."""

TO_WRITE = "TODO"
"""Begins a value that `make new` has left to its author."""

Trail = tuple[str | int, ...]
"""The way to a value: keys and indexes from the top of the document."""

_yaml_1_1 = yaml.resolver.Resolver()
_READ_AS = {
    "bool": "the truth value {}",
    "int": "the number {}",
    "float": "the number {}",
    "null": "nothing at all",
    "timestamp": "a moment in time",
    "merge": "an instruction to merge",
    "value": "a default value",
}


@dataclass
class Source:
    """One file: its plain data, the (line, column) of each value and key, and its problems."""

    path: str
    lines: list[str] = field(default_factory=list)
    data: Any = None
    values: dict[Trail, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Trail, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, place: tuple[int, int], message: str, tip: str) -> None:
        """Note that at `place` something is wrong."""
        self.problems.append(Problem(self.path, *place, message, tip))

    def place(self, trail: Trail, snippet: str = "", *, key: bool = False) -> tuple[int, int]:
        """Return where the value at `trail` stands, or its nearest parent; where `snippet` stands in it."""
        while trail and trail not in self.values:
            trail, key = trail[:-1], False
        line, column = (self.keys if key else self.values).get(trail) or self.values.get(
            trail, (1, 1)
        )
        first = snippet.split("\n")[0].strip()
        for number in range(line - 1, min(line + 40, len(self.lines))) if first else ():
            if (at := self.lines[number].find(first, column - 1 if number == line - 1 else 0)) >= 0:
                return number + 1, at + 1
        return line, column


def read(file: Path, name: str) -> Source:
    """Return the Source of `file`, called `name` in messages. Never raises for what the file holds."""
    source = Source(name)
    text = _text(file, source)
    return source if text is None else parse(text, name)


def parse(text: str, name: str) -> Source:
    """Return the Source of `text`, called `name` in messages. Never raises for what the text holds."""
    source = Source(name)
    if (clean := _clean(text, source)) is not None:
        source.lines = clean.splitlines()
        _Builder(source).build(clean)
    return source


def _text(file: Path, source: Source) -> str | None:
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            source.problem(
                (1, 1), f"the file has {size:,} bytes", f"keep it under {MAX_BYTES:,}: split it"
            )
            return None
        raw = file.read_bytes()
        return raw.decode("utf-8")
    except OSError as error:
        source.problem((1, 1), f"the file cannot be read ({error.strerror})", "mend or remove it")
        return None
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").split("\n")
        place = len(before), len(before[-1]) + 1
        source.problem(place, "this is not UTF-8 text", "save the file with the encoding UTF-8")
        return None


def _clean(text: str, source: Source) -> str | None:
    if not text.strip():
        source.problem((1, 1), "the file is empty", "write an entry, or delete the file")
        return None
    text = text.replace("\r\n", "\n")
    if "\t" not in text and not INVISIBLE.search(text):
        return text
    for number, line in enumerate(text.split("\n"), 1):
        if len(source.problems) >= MAX_SIGNS:
            source.problem((number, 1), "there are more such signs below", "mend these first")
            break
        if (at := line.find("\t")) >= 0:
            source.problem((number, at + 1), "there is a tab", "use spaces")
        if found := INVISIBLE.search(line):
            place = number, found.start() + 1
            source.problem(place, f"invisible character U+{ord(found[0]):04X}", "delete it")
    return INVISIBLE.sub(" ", text).replace("\t", " ")


class _Builder:
    """Turns the events of one document into data, noting places and problems."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.stop = False

    def build(self, text: str) -> None:
        found_before = bool(self.source.problems)
        try:
            self.events = yaml.parse(text, Loader=Loader)
            self._document()
        except yaml.MarkedYAMLError as error:
            if not found_before:
                self._syntax(error)
        except yaml.YAMLError as error:
            self.source.problem((1, 1), f"this is not YAML ({error})", "mend it")
        if self.stop:
            self.source.data = None

    def _document(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.source.values:
                    self._at(event, "a second document begins here", "keep one document a file")
                    self.stop = True
                    return
                self.source.data = self._value(next(self.events), ())
                if self.stop:
                    return
        if self.source.data is None and not self.source.problems:
            self.source.problem(
                (1, 1), "the file holds nothing but comments", "write an entry, or delete it"
            )

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        unclosed = error.context_mark and "end of stream" in (error.problem or "")
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.source.data = None
        self.source.problem(
            place,
            f"this is not YAML ({error.problem or error.context})",
            "check the indentation and colons here and in the line above; put quotes around text that holds ': '",
        )

    def _at(self, event: yaml.Event, message: str, tip: str) -> None:
        mark = event.start_mark
        self.source.problem((mark.line + 1, mark.column + 1), message, tip)

    def _value(self, event: yaml.Event, trail: Trail) -> Any:
        mark = event.start_mark
        self.source.values[trail] = (mark.line + 1, mark.column + 1)
        self._refuse_indirection(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if len(trail) >= MAX_DEPTH:
            self._at(event, "this is nested too deeply", "write it flatter")
            self.stop = True
            return None
        return (self._mapping if isinstance(event, yaml.MappingStartEvent) else self._sequence)(
            trail
        )

    def _refuse_indirection(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._at(event, f"alias *{event.anchor} is not allowed", "write the value out")
            return
        if event.anchor:
            self._at(event, f"anchor &{event.anchor} is not allowed", "remove it")
        if event.tag:
            self._at(event, f"tag {event.tag} is not allowed", "remove it; write plain text")

    def _sequence(self, trail: Trail) -> list:
        values: list = []
        for event in self.events:
            if self.stop or isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, (*trail, len(values))))
        return values

    def _mapping(self, trail: Trail) -> dict:
        values: dict = {}
        for event in self.events:
            if self.stop or isinstance(event, yaml.MappingEndEvent):
                break
            self._pair(event, trail, values)
        return values

    def _pair(self, event: yaml.Event, trail: Trail, values: dict) -> None:
        key = self._key(event)
        spare = (*trail, key)
        twice = key in values
        if twice:
            first, _ = self.source.keys[spare]
            self._at(
                event, f"the key {key!r} stands twice (first in line {first})", "keep one of them"
            )
            spare = (*trail, f"{key} again")
        mark = event.start_mark
        self.source.keys[spare] = (mark.line + 1, mark.column + 1)
        value = self._value(next(self.events), spare)
        if not twice:
            values[key] = value

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._at(event, "a key must be a word", "write it as `key: value`")
            self.stop = True
            return ""
        self._refuse_indirection(event)
        if event.value == "<<" and event.implicit[0]:
            self._at(event, "merging with << is not allowed", "write the values out")
        return event.value

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        text = event.value
        if text.startswith(TO_WRITE):
            self._at(event, f"{TO_WRITE}: this is still to write", "the comment above it says what")
            return text
        if not event.implicit[0] or len(text) > LONGEST_VALUE:
            return text
        kind = _yaml_1_1.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
        if kind == "str":
            return text
        if text == "":
            return None
        if kind == "bool" and text in ("true", "false"):
            return text == "true"
        if kind == "int" and re.fullmatch(r"-?(0|[1-9]\d*)", text):
            return int(text) if len(text) < 19 else text
        if kind == "timestamp" and (date := _date(text)):
            return date
        self._at(event, *self._misread(text, kind))
        return text

    @staticmethod
    def _misread(text: str, kind: str) -> tuple[str, str]:
        if kind == "timestamp" and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return f"{text} is not a day of the calendar", "write a day that exists"
        try:
            value = yaml.safe_load(text)
        except (ValueError, yaml.YAMLError):
            value = ""
        return (
            f"{text} would be read as {_READ_AS[kind].format(value)}",
            f'put text in quotes: "{text}"',
        )


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
