"""A new entry to fill in, made from the model: each field with what it is for."""

import datetime as dt
import re
import textwrap
import unicodedata
from collections.abc import Collection, Iterator
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import yaml

from ..models import Entry, Model, Taxonomy
from ..models.references import Ref, TaxonomyTerm
from ..models.text_types import TextConstraints
from ..parsing.loader import TODO

LONGEST_ID = 40
"""Characters of a fresh id; ids may be longer, but addresses are read aloud."""

_FILLER = {"a", "an", "and", "are", "did", "do", "does", "for", "how", "in", "is", "it", "of", "on"}
_FILLER |= {
    "or",
    "our",
    "that",
    "the",
    "they",
    "this",
    "to",
    "was",
    "what",
    "when",
    "which",
    "with",
}
_FILLER |= {"would", "you", "your", "have", "has", "here", "at", "be", "if", "us", "we", "me", "my"}


def fresh_id(title: str, taken: Collection[str]) -> str:
    """Return an id from the telling words of `title` that is not in `taken`."""
    plain = (
        unicodedata.normalize("NFKD", title.replace("’", "'"))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    words = re.findall(r"[a-z0-9]+", re.sub(r"'(s\b)?", "", plain))
    telling = [word for word in words if word not in _FILLER] or words or ["entry"]
    stem = telling[0][:LONGEST_ID]
    for word in telling[1:5]:
        stem = f"{stem}-{word}" if len(stem) + len(word) < LONGEST_ID else stem
    stem = stem if len(stem) > 1 else f"entry-{stem}"
    return next(id_ for id_ in _numbered(stem) if id_ not in taken)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def skeleton(
    model: type[Entry], id_: str, title: str, taxonomy: Taxonomy, today: dt.date, *, listed: bool
) -> str:
    """Return the YAML of one entry: what must be filled in holds TODO, what may be left out is a comment."""
    given = {"id": id_, "title": _scalar(title), "reviewed": today.isoformat()}
    lines = [*_fields(model, given, taxonomy, id_)]
    if listed:
        lines = [("- " if number == 0 else "  ") + line for number, line in enumerate(lines)]
    return "".join(f"{line}".rstrip() + "\n" for line in lines)


def _scalar(text: str) -> str:
    """Return `text` on one line of YAML, in quotes where it needs them."""
    bare = yaml.safe_dump({"k": text}, allow_unicode=True, width=10_000).removeprefix("k: ").strip()
    return bare if bare == text else f'"{text}"' if not {*text} & {*'"\\'} else bare


def _fields(
    model: type[Model], given: dict[str, str], taxonomy: Taxonomy, id_: str
) -> Iterator[str]:
    """Yield the lines of the fields of `model`: given ones, then for each other one its meaning and a blank."""
    for name, field in model.model_fields.items():
        if name in given:
            yield f"{name}: {given[name]}"
            continue
        about = " ".join((field.description or "").split())
        hint = _choices(field, taxonomy)
        if field.is_required():
            yield from textwrap.wrap(
                f"{about}{hint}", 100, initial_indent="# ", subsequent_indent="# "
            )
            yield from _blank(name, field, taxonomy, id_)
        elif name not in ("aliases", "rev"):  # a new entry has no past
            yield f"# {name}:  # may be left out. {about}{hint}"


def _blank(name: str, field: Any, taxonomy: Taxonomy, id_: str) -> Iterator[str]:
    """Yield `name:` and what is to be written below or behind it."""
    inner, many = _inner(field.annotation)
    if not many and not _is_model(inner):
        yield f"{name}: {TODO}"
        return
    yield f"{name}:"
    if not many:
        yield from (f"  {line}" for line in _fields(inner, {}, taxonomy, id_))
        return
    for number in range(1, _least(field) + 1):
        if _is_model(inner):
            has_id = "id" in inner.model_fields
            own = {"id": f"{id_}-{name.replace('_', '-')}-{number}"} if has_id else {}
            lines = [*_fields(inner, own, taxonomy, id_)]
            yield from _item(lines if number == 1 else [*filter(_is_no_comment, lines)])
        else:
            yield f"  - {TODO}"


def _is_no_comment(line: str) -> bool:
    return not line.lstrip().startswith("#")


def _item(lines: list[str]) -> Iterator[str]:
    """Yield `lines` as an item of a list; comments above its first field stand above the dash."""
    at = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    for number, line in enumerate(lines):
        yield f"  - {line}" if number == at else f"    {line}"


def _inner(annotation: Any) -> tuple[Any, bool]:
    """Return what an annotation holds, and whether it holds many of it."""
    many = False
    while args := get_args(annotation):
        if get_origin(annotation) is Literal:
            break
        many = many or get_origin(annotation) is tuple
        annotation = next(arg for arg in args if arg not in (NoneType, Ellipsis))
    return annotation, many


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Model)


def _marks(annotation: Any) -> Iterator[Any]:
    """Yield the marks, such as Ref and TaxonomyTerm, at any depth of an annotation."""
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for arg in get_args(annotation):
        yield from _marks(arg)


def _choices(field: Any, taxonomy: Taxonomy) -> str:
    """Return what a field may hold, in words: one of few, an id, or so many characters."""
    inner, many = _inner(field.annotation)
    marks = [*field.metadata, *_marks(field.annotation)]
    words = "Any of" if many else "One of"
    for mark in marks:
        if isinstance(mark, TaxonomyTerm):
            return f" {words}: {', '.join(term.id for term in getattr(taxonomy, mark.name))}."
        if isinstance(mark, Ref) and mark.kind not in ("claims", "sources"):
            return f" Ids in data/{mark.kind}." if many else f" An id in data/{mark.kind}."
        if isinstance(mark, TextConstraints) and (limit := mark.limit):
            return f" At most {limit} characters{' each' if many else ''}."
    return f" {words}: {', '.join(get_args(inner))}." if get_origin(inner) is Literal else ""


def _least(field: Any) -> int:
    """Return the fewest items that a list must hold."""
    return max(
        (mark.min_length for mark in field.metadata if getattr(mark, "min_length", None)), default=1
    )
