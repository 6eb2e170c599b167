"""Write the YAML of a new entry from its model, with a TODO in each required field."""

import datetime as dt
import re
import textwrap
from collections.abc import Collection, Iterator
from itertools import count
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import yaml

from ..loading.leftover_comments import OPTIONAL
from ..models import Entry, Model, Taxonomy
from ..models.references import Ref, TaxonomyTerm
from ..models.text_types import TextConstraints
from ..parsing.loader import TODO
from ..text.inline_markdown import ascii_words

MAX_ID_LENGTH = 40
"""Characters of a suggested id. Ids may be longer, but short ones make URLs that can be read aloud."""

MAX_ID_WORDS = 5

STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "be",
        "did",
        "do",
        "does",
        "for",
        "has",
        "have",
        "here",
        "how",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "what",
        "when",
        "which",
        "with",
        "would",
        "you",
        "your",
    ]
)
"""Words of a title that do not become part of an id."""


def suggest_id(title: str, used_ids: Collection[str]) -> str:
    """Return an id from the words of `title` that is not in `used_ids`."""
    words = ascii_words(re.sub("['’](s\\b)?", "", title))
    words = [word for word in words if word not in STOP_WORDS] or words or ["entry"]
    stem = words[0][:MAX_ID_LENGTH]
    for word in words[1:MAX_ID_WORDS]:
        if len(stem) + len(word) < MAX_ID_LENGTH:
            stem = f"{stem}-{word}"
    stem = stem if len(stem) > 1 else f"entry-{stem}"
    numbered = (f"{stem}-{number}" for number in count(2))
    return stem if stem not in used_ids else next(id_ for id_ in numbered if id_ not in used_ids)


def scaffold_entry(
    model: type[Entry], id_: str, title: str, taxonomy: Taxonomy, today: dt.date, *, listed: bool
) -> str:
    """Return the YAML of one entry: required fields contain TODO, optional ones are comments.

    `listed` says that its file contains a list of entries.
    """
    values = {"id": id_, "title": _quote(title), "reviewed": today.isoformat()}
    lines = [*_field_lines(model, values, taxonomy, id_)]
    if listed:
        lines = [("- " if number == 0 else "  ") + line for number, line in enumerate(lines)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _quote(text: str) -> str:
    """Return `text` as a YAML scalar on one line, in quotes where it needs them."""
    scalar = yaml.safe_dump({"k": text}, allow_unicode=True, width=10_000)
    scalar = scalar.removeprefix("k: ").strip()
    return scalar if scalar == text or {*text} & {*'"\\'} else f'"{text}"'


def _field_lines(model: type[Model], values: dict[str, str], taxonomy: Taxonomy, id_: str) -> Iterator[str]:
    """Yield the lines of the fields of `model`: those in `values`, and a description with a TODO for the others."""
    for name, field in model.model_fields.items():
        if name in values:
            yield f"{name}: {values[name]}"
            continue
        description = " ".join((field.description or "").split())
        description += _allowed_values(field, taxonomy)
        if field.is_required():
            lines = textwrap.wrap(description, 98, break_on_hyphens=False)
            yield from (f"# {line}" for line in lines)
            yield from _todo_lines(name, field, taxonomy, id_)
        elif name not in ("aliases", "rev"):  # a new entry has no history
            yield f"# {name}:  {OPTIONAL} {description}"


def _todo_lines(name: str, field: Any, taxonomy: Taxonomy, id_: str) -> Iterator[str]:
    """Yield `name:` and a TODO for its value, or for each field and item inside it."""
    inner, is_list = _item_type(field.annotation)
    if not is_list and not _is_model(inner):
        yield f"{name}: {TODO}"
        return
    yield f"{name}:"
    if not is_list:
        yield from (f"  {line}" for line in _field_lines(inner, {}, taxonomy, id_))
        return
    for number in range(1, _min_length(field) + 1):
        if _is_model(inner):
            has_id = "id" in inner.model_fields
            values = {"id": f"{id_}-{name.replace('_', '-')}-{number}"} if has_id else {}
            lines = [*_field_lines(inner, values, taxonomy, id_)]
            without_comments = [line for line in lines if not line.lstrip().startswith("#")]
            yield from _as_list_item(lines if number == 1 else without_comments)
        else:
            yield f"  - {TODO}"


def _as_list_item(lines: list[str]) -> Iterator[str]:
    """Yield `lines` as a list item, with the dash before the first line that is no comment."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    for number, line in enumerate(lines):
        yield f"  - {line}" if number == first else f"    {line}"


def _item_type(annotation: Any) -> tuple[Any, bool]:
    """Return the type inside an annotation, and whether the annotation is a list of it."""
    is_list = False
    while (args := get_args(annotation)) and get_origin(annotation) is not Literal:
        is_list = is_list or get_origin(annotation) is tuple
        annotation = next(arg for arg in args if arg not in (NoneType, Ellipsis))
    return annotation, is_list


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Model)


def _metadata(annotation: Any) -> Iterator[Any]:
    """Yield the metadata, such as Ref and TaxonomyTerm, at any depth of an annotation."""
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for arg in get_args(annotation):
        yield from _metadata(arg)


def _allowed_values(field: Any, taxonomy: Taxonomy) -> str:
    """Return a sentence about the values of a field, after a space: terms, ids, or a length. Empty if any are allowed."""
    inner, is_list = _item_type(field.annotation)
    words = "Any of" if is_list else "One of"
    for mark in (*field.metadata, *_metadata(field.annotation)):
        if isinstance(mark, TaxonomyTerm):
            return f" {words}: {', '.join(term.id for term in getattr(taxonomy, mark.name))}."
        if isinstance(mark, Ref) and mark.kind not in ("claims", "sources"):
            return f" Ids in data/{mark.kind}." if is_list else f" An id in data/{mark.kind}."
        if isinstance(mark, TextConstraints) and mark.limit:
            return f" At most {mark.limit} characters{' each' if is_list else ''}."
    return f" {words}: {', '.join(get_args(inner))}." if get_origin(inner) is Literal else ""


def _min_length(field: Any) -> int:
    """Return the fewest items that a list must have, at least 1."""
    return max((getattr(mark, "min_length", None) or 1 for mark in field.metadata), default=1)
