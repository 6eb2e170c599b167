"""A YAML document -> its entries, each checked on its own: its fields, but not what it refers to."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..kind import Kind
from ..kinds import KINDS
from ..models import Entry, Model, Terms
from ..parsing.document import KeyPath, YamlDocument
from ..problem import Problem
from .validation_messages import drop_cascading_errors, explain, field_name

MIN_FOREIGN_FIELDS = 2
"""Fields of another kind from which an entry is taken to be in the wrong file."""


class RawEntry(NamedTuple):
    """An entry before it is checked."""

    kind: Kind
    group: str
    """The name of its file for kinds whose files are groups, else empty."""
    document: YamlDocument
    key_path: KeyPath
    """Where the entry is in the document."""
    data: Any


def split_entries(document: YamlDocument, kind: Kind, group: str) -> tuple[list[RawEntry], list[Problem]]:
    """Return the entries of a document, and the problems that kept it from being read."""
    data = document.data
    if data is None:
        return [], document.problems
    if not kind.is_list:
        return [RawEntry(kind, group, document, (), data)], document.problems
    if not isinstance(data, list) or not data:
        message = "this file must hold a list of entries"
        hint = "begin each entry with `- id: …` and indent the rest of it by two spaces"
        problem = Problem(document.path, *document.locate(()), message, hint)
        return [], [*document.problems, problem]
    if stray := [*_fields_with_dash(data, document)]:
        return [], [*document.problems, *stray]
    entries = [RawEntry(kind, group, document, (i,), item) for i, item in enumerate(data)]
    return entries, document.problems


@cache
def validate_document(
    document: YamlDocument, kind: Kind, group: str, terms: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[tuple[tuple[RawEntry, Entry | None], ...], tuple[Problem, ...]]:
    """Return the entries of a document, each before and after it is checked, and every problem.

    `terms` are the items of the taxonomy's lists. The same document gives the same entries, so a rebuild checks only
    changed files.
    """
    raw_entries, problems = split_entries(document, kind, group)
    checked = [(raw, *validate_entry(raw, dict(terms))) for raw in raw_entries]
    problems = [*problems, *(problem for *_, more in checked for problem in more)]
    return tuple((raw, entry) for raw, entry, _ in checked), tuple(problems)


def _fields_with_dash(data: list, document: YamlDocument) -> Iterator[Problem]:
    """Yield a Problem for each item that only continues the entry above it, because its first field has a dash."""
    for index, (above, item) in enumerate(pairwise(data), 1):
        are_fields = isinstance(above, dict) and isinstance(item, dict) and item
        if are_fields and "id" in above and "id" not in item and not above.keys() & item.keys():
            name = next(iter(item))
            message = f"the dash before {name!r} begins a new entry"
            hint = f"write `  {name}:` instead of `- {name}:`"
            yield Problem(document.path, *document.locate((index,)), message, hint)


def validate_entry(raw: RawEntry, terms: Terms) -> tuple[Entry | None, list[Problem]]:
    """Return the checked entry, or None, and its problems."""
    document = raw.document
    if other := _kind_by_fields(raw):
        message = f"this is an entry of {other.name}, not of {raw.kind.name}"
        location = document.locate(raw.key_path)
        return None, [Problem(document.path, *location, message, f"move it to {other.path}")]
    entry, problems = validate(raw.kind.model, raw.data, document, raw.key_path, terms)
    stem = Path(document.path).stem
    if entry is not None and not raw.kind.is_list and entry.id != stem:
        message = f"the id {entry.id!r} differs from the name of the file"
        hint = f"rename the file to {entry.id}.yml, or write `id: {stem}`"
        problems.append(Problem(document.path, *document.locate(("id",)), message, hint))
    return entry, problems


def _kind_by_fields(raw: RawEntry) -> Kind | None:
    """Return the kind that an entry in the wrong file belongs to, recognized by its fields."""
    if not isinstance(raw.data, dict):
        return None
    if len(raw.data.keys() - raw.kind.model.model_fields) < MIN_FOREIGN_FIELDS:
        return None
    return next((k for k in KINDS.values() if raw.data.keys() <= k.model.model_fields.keys()), None)


def validate(
    model: type[Model], data: Any, document: YamlDocument, path: KeyPath, terms: Terms
) -> tuple[Any, list[Problem]]:
    """Return an instance of `model`, or None, and the problems of `data`, which is at `path`.

    A value that has a problem already, because it is not valid YAML, gets no second one.
    """
    try:
        return model.model_validate(data, context=terms), []
    except ValidationError as error:
        known = {(problem.line, problem.column) for problem in document.problems}
        details = drop_cascading_errors(error.errors(include_url=False))
        problems = [one for each in details for one in _problems(each, model, document, path)]
        return None, [one for one in problems if (one.line, one.column) not in known]


def _problems(details: ErrorDetails, model: type[Model], document: YamlDocument, path: KeyPath) -> Iterator[Problem]:
    path = (*path, *details["loc"])
    if details["type"] == "refused":
        for issue in details["ctx"]["issues"]:
            message = f"{field_name(details)}: {issue.message}"
            location = document.locate(path, issue.snippet)
            yield Problem(document.path, *location, message, issue.hint)
    else:
        location = document.locate(path, is_key=details["type"] == "extra_forbidden")
        line = document.lines[location[0] - 1]
        before, value = line[: location[1] - 1], line[location[1] - 1 :]
        yield Problem(document.path, *location, *explain(details, model, value if before.strip() else ""))
