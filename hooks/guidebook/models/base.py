"""The types every kind of entry is made of."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from ..text import inline_markdown
from ..text.markdown_checks import (
    Issue,
    lint_text,
    nearest,
    placeholder_flaws,
    stray_placeholders,
)

T = TypeVar("T")

Terms = Mapping[str, tuple[str, ...]]
"""The ids of each list in taxonomy.yml; the context of every validation."""

LONGEST = 2_000
"""Characters of a text that is looked into. No field takes more, so a longer one is refused unread."""


def validation_error(*issues: Issue) -> PydanticCustomError:
    """Return the error that pydantic collects for one value; it carries every Issue."""
    return PydanticCustomError("refused", issues[0].message, {"issues": issues})


class Reference(str):
    """An id that points to an entry of the kind named in `kind`."""

    kind: str

    def __new__(cls, value: str, kind: str) -> "Reference":
        """Mark `value` as the id of an entry of `kind`."""
        self = super().__new__(cls, value)
        self.kind = kind
        return self


@dataclass(frozen=True)
class _Validated:
    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]):
        return core_schema.with_info_after_validator_function(self.check, handler(source))


@dataclass(frozen=True)
class Ref(_Validated):
    """Marks text as the id of an entry of `kind`, which must exist."""

    kind: str

    def check(self, value: str, info: ValidationInfo) -> Reference:
        """Return the Reference. Whether the entry exists is a rule in lint/references.py."""
        return Reference(value, self.kind)


@dataclass(frozen=True)
class TaxonomyTerm(_Validated):
    """Marks text as a term of the list `name` in taxonomy.yml."""

    name: str

    def check(self, value: str, info: ValidationInfo) -> str:
        """Return the term; refuse one the list does not hold."""
        known = (info.context or {}).get(self.name)
        if known is not None and value not in known:
            wrong = f"{value!r} is not in the list {self.name.replace('_', ' ')}"
            raise validation_error(Issue(wrong, nearest(value, known)))
        return value

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict]) -> dict:
        """Name the list, so that schema.py can put its terms in."""
        return handler(schema) | {"x-terms": self.name}


@dataclass(frozen=True)
class TextConstraints(_Validated):
    """Marks text that people read: how long it may be and what it may hold."""

    limit: int
    """Most characters."""
    words: tuple[int, int] | None = None
    """Fewest and most words."""
    markdown: bool = False
    """True when it may hold inline Markdown; else it is shown as it is written, on one line."""
    paragraphs: bool = False
    """True when blank lines may part it."""
    placeholders: bool = False
    """True when it may hold {placeholders}."""

    def check(self, value: str, info: ValidationInfo) -> str:
        """Return the text without outer blanks; refuse it with every flaw at once."""
        value = value.strip()
        if found := tuple(self.issues(value, info.context or {})):
            raise validation_error(*found)
        return value

    def issues(self, value: str, terms: Terms) -> Iterator[Issue]:
        """Yield each Issue of a text; `terms` holds the placeholders that exist."""
        if not any(map(_is_visible, value)):
            yield Issue("text is empty", "write something, or remove the line")
        elif self.limit > 60 and not any(map(str.isalnum, value)):
            yield Issue("text is only signs", "write words")
        if len(value) > self.limit:
            yield Issue(f"has {len(value)} characters", f"the limit is {self.limit}: shorten it")
        if self.words and not self.words[0] <= (count := len(value.split())) <= self.words[1]:
            yield Issue(f"has {count} words", f"write {self.words[0]} to {self.words[1]}")
        if len(value) > LONGEST:
            return
        yield from _bad_signs(value)
        if not self.markdown and "\n" in value:
            yield Issue("this must be one line", "write it without line breaks")
        elif not self.paragraphs and len(inline_markdown.paragraphs(value)) > 1:
            yield Issue("this must be one paragraph", "take the blank line away")
        yield from lint_text(value, markdown=self.markdown)
        if not self.placeholders:
            yield from stray_placeholders(value) if "{" in value else ()
        elif known := terms.get("placeholders"):
            yield from placeholder_flaws(value, known)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict]) -> dict:
        """Give editors the limit of characters."""
        return handler(schema) | {"minLength": 1, "maxLength": self.limit}


def _is_visible(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNPS" and not inline_markdown.INVISIBLE.match(sign)


def _bad_signs(value: str) -> Iterator[Issue]:
    for found in () if value.isprintable() else inline_markdown.invisible(value):
        snippet = inline_markdown.Snippet.of(value, *found.span())
        yield Issue(f"invisible character {inline_markdown.named(found[0])}", "delete it", snippet)


def _iso_date(value: Any) -> Any:
    """Return the day that text names; the calendar also knows weeks (2026-W48-1), which YAML does not."""
    if not isinstance(value, str):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise validation_error(Issue(f"{value[:60]!r} is not a date", "write it as 2026-11-22"))


def short_text(limit: int) -> Any:
    """Return the type of one line of plain text of at most `limit` characters."""
    return Annotated[str, TextConstraints(limit)]


def _each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a list in which nothing stands twice; refuse any other."""
    if len({*values}) < len(values):
        twice = next(value for index, value in enumerate(values) if value in values[:index])
        said = repr(str(twice)[:60]) if isinstance(twice, str) else "the same entry"
        snippet = (
            inline_markdown.Snippet(str(twice), 1)
            if isinstance(twice, str)
            else inline_markdown.Snippet("")
        )
        raise validation_error(Issue(f"{said} stands twice", "keep one of them", snippet))
    return values


_List = Annotated[tuple[T, ...], Field(strict=False, json_schema_extra={"uniqueItems": True})]
UniqueList = Annotated[_List[T], AfterValidator(_each_once)]
NonEmptyList = Annotated[_List[T], Field(min_length=1), AfterValidator(_each_once)]

RESERVED = ("constructor", "prototype")
"""Names that every object of JavaScript has: as a key there they would be found without having been put."""


def _free(value: str) -> str:
    """Return an id; refuse one that is taken in JavaScript."""
    if value in RESERVED:
        raise validation_error(
            Issue(f"{value!r} has a meaning of its own in scripts", "add a word to the id")
        )
    return value


Id = Annotated[
    str,
    Field(
        pattern=f"^{inline_markdown.ID.pattern}$", json_schema_extra={"not": {"enum": [*RESERVED]}}
    ),
    AfterValidator(_free),
]
Date = Annotated[dt.date, BeforeValidator(_iso_date)]
Name = short_text(60)
Line = short_text(130)
Subject = Annotated[str, TextConstraints(130, placeholders=True)]
Short = Annotated[str, TextConstraints(240, markdown=True)]
Text = Annotated[str, TextConstraints(700, markdown=True, paragraphs=True)]
Example = Annotated[str, TextConstraints(1300, words=(90, 160), markdown=True, paragraphs=True)]
Letter = Annotated[str, TextConstraints(1800, markdown=True, paragraphs=True, placeholders=True)]
Address = Annotated[str, Field(pattern=f"^{inline_markdown.HTTPS}$", max_length=300)]


class Model(BaseModel):
    """Frozen, strict, and closed: what is not described is refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )


class Entry(Model):
    """What every entry of the guide carries."""

    id: Id
    """Permanent name: lower-case words with hyphens, unique in the whole guide, never changed."""
    title: Line
    """The heading, in plain text."""
    aliases: UniqueList[Id] = ()
    """Ids this entry had before; links and ticks of old ids still find it."""
    rev: Annotated[int, Field(ge=1, le=1_000)] = 1
    """Raise by one when the meaning changes, so that readers are told."""
    reviewed: Date
    """The day somebody last read the whole entry against its sources, as 2026-11-22."""
    sources: UniqueList[Annotated[Id, Ref("sources")]] = ()
    """Ids in sources.yml of what the facts rest on. Leave out for plain advice of the editors."""
    claims: UniqueList[Annotated[Id, Ref("claims")]] = ()
    """Ids in claims.yml of the figures or disagreements this entry speaks of."""
    search: UniqueList[Name] = ()
    """Everyday words a reader may type that the text does not hold."""
