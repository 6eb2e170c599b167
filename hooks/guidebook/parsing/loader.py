"""YAML events to plain data, noting the place of every key and value.

Stricter than YAML: what two readers of YAML could understand differently is a Problem. Anchors,
aliases, tags and `<<` are refused, so no document can grow beyond its text (no "alias bomb").
"""

import re
from typing import Any, NoReturn

import yaml

from ..problem import Problem
from ..text.scalars import PlainScalar
from .document import FatalYamlError, KeyPath, YamlDocument
from .error_hints import explained

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_VALUES = 10_000
"""Values in one file. The largest file of the guide has 1,500."""
MAX_DEPTH = 12

SIGNS = "a text that begins with {} stands in double quotes"
NOTHING = "no value stands here"
TO_WRITE = "TODO"
"""Begins a value that `make new` has left to its author."""

_ITEM = re.compile(r"\n *[-*•](?= )")


def _follows(problem: Problem, line: int) -> bool:
    """Tell whether a problem only follows from a mistake in `line`: it stands below, or lacks what stands there."""
    return problem.line >= line or (problem.line == line - 1 and problem.message == NOTHING)


class StrictLoader:
    """Turns the events of one document into data, noting places and problems."""

    def __init__(self, source: YamlDocument) -> None:
        """Begin with the text of `source`."""
        self.source = source
        self.hash_in_text = " #" in source.text

    def build(self) -> None:
        """Read the text of the YamlDocument. Raises FatalYamlError when no more of it can be read."""
        found_before = bool(self.source.problems)
        try:
            self.events = yaml.parse(self.source.text, Loader=Loader)
            self.source.data = self._document()
        except yaml.MarkedYAMLError as error:
            if not found_before:
                self._syntax(error)
        except yaml.YAMLError as error:
            self.source.problem((1, 1), f"this is not YAML ({error})", "mend it")

    def _document(self) -> Any:
        data = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.source.values:
                    tip = "take the line `---` away: a file holds one document"
                    self._hopeless(event, "a second document begins here", tip)
                if event.version or event.tags:
                    self._at(event, "a % directive is not allowed", "begin with the first entry")
                data = self._value(next(self.events), ())
        if data is None and not self.source.problems:
            self.source.problem(
                (1, 1), "the file holds nothing but comments", "write an entry, or delete it"
            )
        return data

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        source = self.source
        events = (*source.values.values(), *source.keys.values())
        at, wrong, tip = explained(error, source.text, events)
        place = source.counted(min(at, len(source.text.rstrip("\n"))))
        source.problems = [one for one in source.problems if not _follows(one, place[0])]
        source.problem(place, wrong, tip)

    def _at(self, event: yaml.Event, message: str, tip: str) -> None:
        self.source.problem(self.source.inside(event.start_mark), message, tip)

    def _hopeless(self, event: yaml.Event, message: str, tip: str) -> NoReturn:
        self._at(event, message, tip)
        raise FatalYamlError

    def _value(self, event: yaml.Event, trail: KeyPath) -> Any:
        values = self.source.values
        values[trail] = event
        if len(values) > MAX_VALUES:
            self._hopeless(event, f"the file holds over {MAX_VALUES:,} values", "split it")
        if isinstance(event, yaml.AliasEvent):
            wrong = f"alias *{event.anchor[:60]} is not allowed"
            self._at(event, wrong, f"write the value out; {SIGNS.format('*')}")
            return None
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            if event.style in (">", "|"):
                self._refuse_ragged(event)
            return self._scalar(event) if event.implicit[0] else event.value
        if len(trail) >= MAX_DEPTH:
            self._hopeless(event, "this is nested too deeply", "write it flatter")
        mapping = isinstance(event, yaml.MappingStartEvent)
        return self._mapping(trail) if mapping else self._sequence(trail)

    def _refuse_properties(self, event: yaml.Event) -> None:
        if event.anchor:
            wrong = f"anchor &{event.anchor[:60]} is not allowed"
            self._at(event, wrong, f"remove it; {SIGNS.format('&')}")
        if event.tag:
            wrong = f"tag {event.tag[:60]} is not allowed"
            self._at(event, wrong, f"remove it; {SIGNS.format('!')}")

    def _sequence(self, trail: KeyPath) -> list:
        values: list = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, (*trail, len(values))))
        return values

    def _mapping(self, trail: KeyPath) -> dict:
        values: dict = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._pair(event, trail, values)
        return values

    def _pair(self, event: yaml.Event, trail: KeyPath, values: dict) -> None:
        key = self._key(event)
        spare = (*trail, key)
        twice = key in values
        if twice:
            self._refuse_twice(event, key, spare, first=next(iter(values)))
            spare = (*trail, f"{key} again")
        self.source.keys[spare] = event
        value = self._value(next(self.events), spare)
        if not twice:
            values[key] = value

    def _refuse_twice(self, event: yaml.Event, key: str, way: KeyPath, first: str) -> None:
        """Refuse a key that stands twice; when it is the first of an entry, the rest of a second one is spared."""
        keys = self.source.keys
        if (*way[:-1], f"{first} again") in keys:
            return
        line, _ = self.source.inside(keys[way].start_mark)
        tip = "keep one of them"
        if key == first and way[:-1] and isinstance(way[-2], int):
            tip = f"keep one of them; or begin a new entry with `- {key[:60]}:`"
        self._at(event, f"the key {key[:60]!r} stands twice (first in line {line})", tip)

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._hopeless(event, "a key must be a word", "write it as `key: value`")
        if event.anchor or event.tag:
            self._refuse_properties(event)
        return event.value

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        text = event.value
        if self.hash_in_text:
            self._refuse_lost_words(event)
        if event.end_mark.line > event.start_mark.line:
            text = self._without_lost_items(event)
        if text.startswith(TO_WRITE):
            self._at(event, f"{TO_WRITE}: this is still to write", "the comment above it says what")
        elif not text:
            if not self._is_named(event):
                tip = "write a value, or indent what belongs to it below, or remove the line"
                self._at(event, NOTHING, tip)
            return None
        return PlainScalar(text)

    def _is_named(self, event: yaml.Event) -> bool:
        """Tell whether the last problem stands where `event` does."""
        problems, place = self.source.problems, self.source.inside(event.start_mark)
        return bool(problems) and (problems[-1].line, problems[-1].column) == place

    def _without_lost_items(self, event: yaml.ScalarEvent) -> str:
        """Return an unquoted text; refuse `- item` in its lines, which YAML takes for more of it."""
        source, start = self.source, event.start_mark.index
        found = _ITEM.search(source.text, start, event.end_mark.index)
        if not found:
            return event.value
        if source.text[start] == "-":
            said = "the space after the dash is missing", "write `- ` before the text"
            source.problem(source.counted(start), *said)
        elif self._is_similar(found[0].strip("\n"), event.start_mark):
            tip = f"put as many spaces before it as before the dash in line {source.counted(found.end())[0]}"
            place = event.start_mark.line + 1, event.start_mark.column - 1
            source.problem(place, "this item stands too far to the left", tip)
        else:
            wrong = "this item would be read as more of the text above"
            tip = "put as many spaces before its dash as before the others"
            source.problem(source.counted(found.end() - 1), wrong, tip)
        return " ".join(source.text[start : found.start()].split())

    def _is_similar(self, item: str, mark: yaml.Mark) -> bool:
        """Tell whether the line above `mark` makes a dash as deep as that of `item` the right one."""
        above = self.source.text.split("\n")[mark.line - 1]
        below = " " * (len(above) - len(above.lstrip(" ")) + 2) + "-"
        return above.startswith(item + " ") or (above.endswith(":") and below == item)

    def _refuse_ragged(self, event: yaml.ScalarEvent) -> None:
        """Refuse a line of a text below > or | that begins to the left or right of the others."""
        first = event.start_mark.line
        lines = self.source.text[event.start_mark.index : event.end_mark.index].split("\n")[1:]
        depths = {
            n: len(line) - len(line.lstrip(" ")) for n, line in enumerate(lines, 2) if line.strip()
        }
        if len({*depths.values()}) < 2:
            return
        head = self.source.text.split("\n")[first]
        right = len(head) - len(head.lstrip(" -")) + 2
        if head.lstrip(" ").startswith("- ") and ":" not in head:
            right -= 2
        right = right if right in depths.values() else min(depths.values())
        number = next(n for n, depth in depths.items() if depth != right)
        tip = f"put {right} spaces before it, as before the other lines of this text"
        place = first + number, depths[number] + 1
        self.source.problem(place, "this line does not begin where the others do", tip)

    def _refuse_lost_words(self, event: yaml.ScalarEvent) -> None:
        """Refuse `#5` after unquoted text: YAML takes it for a comment, and the words are lost."""
        text, end = self.source.text, event.end_mark.index
        rest = text[end : text.find("\n", end)].lstrip(" ") if text[end : end + 1] == " " else ""
        if rest[:1] == "#" and rest[1:2].strip():
            self._at(
                event,
                f"{rest[:20]!r} is a comment here and would be lost",
                "put the text in quotes, or write a space after #",
            )
