"""Turn YAML events into plain data, and note the location of every key and value.

Stricter than YAML: anchors, aliases, tags and directives are refused, so no document can grow beyond its text (no
"billion laughs"), and so is text that YAML would silently drop or join to other text.
"""

from typing import Any, NoReturn

import yaml

from ..problem import Problem
from ..text.scalars import PlainScalar
from .document import FatalYamlError, KeyPath, YamlDocument
from .error_hints import explain_error, explain_starred_text
from .scalar_checks import check_scalar, without_joined_items

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_VALUES = 10_000
"""Values in one file. The largest file of the guide has 1,500."""
MAX_DEPTH = 12

QUOTE_HINT = "remove it; a text that begins with {} must be in double quotes"
NO_VALUE = "there is no value here"
BRACES = "a list is written in brackets, not in braces"
TODO = "TODO"
"""Start of a value that `make new` leaves to the contributor."""


class StrictLoader:
    """Loads one document: its data, the events of its values and keys, and its problems."""

    def __init__(self, document: YamlDocument, field_names: frozenset[str]) -> None:
        """Prepare to load the text of `document`."""
        self.document = document
        self.field_names = field_names

    def load(self) -> None:
        """Load the text of the document. Raises FatalYamlError."""
        had_problems = bool(self.document.problems)
        try:
            self.events = yaml.parse(self.document.text, Loader=Loader)
            self.document.data = self._load_document()
        except yaml.MarkedYAMLError as error:
            if not had_problems:
                self._add_syntax_error(error)
        except yaml.YAMLError as error:
            self.document.add_problem((1, 1), f"this is not YAML ({error})", "fix the syntax")

    def _load_document(self) -> Any:
        data = None
        for event in self.events:
            if isinstance(event, yaml.DocumentEndEvent) and event.explicit:
                self._fail(event, "the document ends here", "remove the line `...`: a file holds one document")
            if isinstance(event, yaml.DocumentStartEvent):
                if self.document.values:
                    hint = "remove the line `---`: a file holds one document"
                    self._fail(event, "a second document begins here", hint)
                if event.version or event.tags:
                    self._add(event, "a % directive is not allowed", "begin with the first entry")
                data = self._load_value(next(self.events), ())
        if data is None and not self.document.problems:
            message = "the file holds nothing but comments"
            self.document.add_problem((1, 1), message, "write an entry, or delete the file")
        return data

    def _add_syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        """Add a syntax error, and remove the problems that only follow from it."""
        document = self.document
        events = (*document.values.values(), *document.keys.values())
        offset, message, hint = explain_error(error, document.text, events, self.field_names)
        location = document.location_at(min(offset, len(document.text.rstrip("\n"))))
        document.problems = [p for p in document.problems if not _follows_from(p, location[0])]
        document.add_problem(location, message, hint)

    def _add(self, event: yaml.Event, message: str, hint: str) -> None:
        self.document.add_problem(self.document.location_of(event.start_mark), message, hint)

    def _fail(self, event: yaml.Event, message: str, hint: str) -> NoReturn:
        self._add(event, message, hint)
        raise FatalYamlError

    def _load_value(self, event: yaml.Event, path: KeyPath) -> Any:
        values = self.document.values
        values[path] = event
        if len(values) > MAX_VALUES:
            self._fail(event, f"the file holds over {MAX_VALUES:,} values", "split it")
        if isinstance(event, yaml.AliasEvent):
            message = f"alias *{event.anchor[:60]} is not allowed"
            self._add(event, message, QUOTE_HINT.replace("remove it", "write the value out").format("*"))
            return None
        self._refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._load_scalar(event)
        if len(path) >= MAX_DEPTH:
            self._fail(event, "this is nested too deeply", "write it with fewer levels")
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        return self._load_mapping(path) if is_mapping else self._load_sequence(path)

    def _refuse_properties(self, event: yaml.Event) -> None:
        """Refuse an anchor and a tag."""
        if event.anchor:
            message = f"anchor &{event.anchor[:60]} is not allowed"
            self._add(event, message, QUOTE_HINT.format("&"))
        if event.tag:
            self._add(event, f"tag {event.tag[:60]} is not allowed", QUOTE_HINT.format("!"))

    def _load_sequence(self, path: KeyPath) -> list:
        values: list = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._load_value(event, (*path, len(values))))
        return values

    def _load_mapping(self, path: KeyPath) -> dict:
        values: dict = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._load_pair(event, path, values)
        return values

    def _load_pair(self, event: yaml.Event, path: KeyPath, values: dict) -> None:
        key = self._load_key(event)
        key_path = (*path, key)
        is_duplicate = key in values
        if is_duplicate:
            self._refuse_duplicate(event, key, key_path, first=next(iter(values)))
            key_path = (*path, f"{key} again")
        self.document.keys[key_path] = event
        value = self._load_value(next(self.events), key_path)
        if not is_duplicate:
            values[key] = value

    def _refuse_duplicate(self, event: yaml.Event, key: str, path: KeyPath, first: str) -> None:
        """Refuse a key that a mapping has already.

        If it is the first key of an entry, the dash of a second entry is missing: its other keys are not reported.
        """
        keys = self.document.keys
        if (*path[:-1], f"{first} again") in keys:
            return
        line, _ = self.document.location_of(keys[path].start_mark)
        hint = "keep one of them"
        above = self.document.lines[event.start_mark.line - 1].strip()
        if key != first and (not above or above.startswith("#")) and path[:-1] and isinstance(path[-2], int):
            keys[*path[:-1], f"{first} again"] = event
            self._add(event, "the first line of this entry is missing", f"write `- {first}: …` above it")
            return
        if key == first and path[:-1] and isinstance(path[-2], int):
            hint = f"keep one of them; or begin a new entry with `- {key[:60]}:`"
        self._add(event, f"the field {key[:60]!r} is written twice (first in line {line})", hint)

    def _load_key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            if isinstance(event, yaml.AliasEvent):
                offset, message, hint = explain_starred_text(event.start_mark, self.document.text, self.field_names)
                self.document.add_problem(self.document.location_at(offset), message, hint)
                raise FatalYamlError
            self._fail(event, "a key must be a word", "write it as `key: value`")
        self._refuse_properties(event)
        return event.value

    def _load_scalar(self, event: yaml.ScalarEvent) -> str | None:
        check_scalar(self.document, event)
        if not event.implicit[0]:
            return event.value
        text = event.value
        if event.end_mark.line > event.start_mark.line:
            text = without_joined_items(self.document, event)
        if text.startswith(TODO):
            self._add(
                event, f"{TODO}: this is not written yet", "replace TODO; the comment above it says what to write"
            )
        elif not text:
            if self._is_in_braces(event):
                return None
            if not self._is_last_problem_at(event):
                hint = "write a value, or indent the lines below that belong to it, or delete this line"
                self._add(event, NO_VALUE, hint)
            return None
        return PlainScalar(text)

    def _is_in_braces(self, event: yaml.ScalarEvent) -> bool:
        """Tell whether this is a word in braces, as in {a, b}, and refuse the braces."""
        text, offset = self.document.text, event.start_mark.index
        if offset >= len(text) or text[offset] not in ",}":
            return False
        location = self.document.location_at(text.rfind("{", 0, offset))
        if (location, BRACES) not in (((p.line, p.column), p.message) for p in self.document.problems):
            hint = "write [ and ] instead; or, if it is a text, put it in double quotes"
            self.document.add_problem(location, BRACES, hint)
        return True

    def _is_last_problem_at(self, event: yaml.Event) -> bool:
        problems, location = self.document.problems, self.document.location_of(event.start_mark)
        return bool(problems) and (problems[-1].line, problems[-1].column) == location


def _follows_from(problem: Problem, line: int) -> bool:
    """Tell whether a problem follows from a syntax error in `line`: it is below, or misses what is there."""
    return problem.line >= line or (problem.line == line - 1 and problem.message == NO_VALUE)
