"""The types every kind of entry is made of."""

import datetime as dt
import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from .. import text

T = TypeVar("T")


@dataclass(frozen=True)
class Names:
    """What references may point to: the kinds of each id, renamed ids, and the terms of each list."""

    kinds: dict[str, set[str]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, kind: str) -> list[str]:
        """Return the ids of one kind."""
        return [id_ for id_, owners in self.kinds.items() if kind in owners]


def refuse(*flaws: text.Flaw) -> PydanticCustomError:
    """Return the error that pydantic collects for one value; it carries every Flaw."""
    return PydanticCustomError("refused", flaws[0].wrong, {"flaws": flaws})


def nearest(word: str, known: Iterable[str]) -> str:
    """Return advice for an unknown word: the nearest known one, else all when few, else a hint."""
    known = list(known)
    if close := difflib.get_close_matches(word, known, n=1, cutoff=0.5):
        return f"did you mean {close[0]!r}?"
    return "use one of " + ", ".join(known) if 0 < len(known) <= 30 else "use an id that exists"


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
        """Return the Reference; refuse an id that no entry of this kind has."""
        names: Names | None = info.context
        if names and self.kind not in names.kinds.get(value, ()):
            if new := names.renamed.get(value):
                raise refuse(text.Flaw(f"{value!r} was renamed", f"write {new!r}", ""))
            kind = self.kind.replace("_", " ")
            raise refuse(
                text.Flaw(f"no entry {value!r} in {kind}", nearest(value, names.of(self.kind)), "")
            )
        return Reference(value, self.kind)


@dataclass(frozen=True)
class Term(_Validated):
    """Marks text as a term of the list `name` in taxonomy.yml."""

    name: str

    def check(self, value: str, info: ValidationInfo) -> str:
        """Return the term; refuse one the list does not hold."""
        names: Names | None = info.context
        if names and value not in (known := names.terms.get(self.name, ())):
            wrong = f"{value!r} is not one of the {self.name.replace('_', ' ')}"
            raise refuse(text.Flaw(wrong, nearest(value, known), ""))
        return value

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict]) -> dict:
        """Name the list, so that schema.py can put its terms in."""
        return handler(schema) | {"x-terms": self.name}


@dataclass(frozen=True)
class Prose(_Validated):
    """Marks text that people read: how long it may be and what it may hold."""

    limit: int | None = None
    """Most characters."""
    words: tuple[int, int] | None = None
    """Fewest and most words."""
    markdown: bool = False
    """True when it may run over several lines and hold inline Markdown."""
    placeholders: bool = False
    """True when it may hold {placeholders}."""

    def check(self, value: str, info: ValidationInfo) -> str:
        """Return the text without outer blanks; refuse it with every flaw at once."""
        if flaws := tuple(self._flaws(value.strip(), info.context or Names())):
            raise refuse(*flaws)
        return value.strip()

    def _flaws(self, value: str, names: Names) -> Iterator[text.Flaw]:
        if not value:
            yield text.Flaw("text is empty", "write something, or remove the line", "")
        if self.limit and len(value) > self.limit:
            yield text.Flaw(
                f"has {len(value)} characters", f"the limit is {self.limit}: shorten it", ""
            )
        if self.words and not self.words[0] <= (count := len(value.split())) <= self.words[1]:
            yield text.Flaw(f"has {count} words", f"write {self.words[0]} to {self.words[1]}", "")
        if found := text.INVISIBLE.search(value):
            yield text.Flaw(f"invisible character U+{ord(found[0]):04X}", "delete it", found[0])
        if not self.markdown and "\n" in value:
            yield text.Flaw("this must be one line", "write it without line breaks", "")
        yield from text.flaws(value)
        yield from _dead_links(value, names)
        if self.placeholders:
            yield from _unknown_placeholders(value, names)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict]) -> dict:
        """Give editors the limit of characters."""
        return (
            handler(schema) | {"minLength": 1} | ({"maxLength": self.limit} if self.limit else {})
        )


def _dead_links(value: str, names: Names) -> Iterator[text.Flaw]:
    for target in text.entry_links(value) if names.kinds else ():
        if target not in names.kinds:
            new = names.renamed.get(target)
            advice = f"write {new!r}" if new else nearest(target, names.kinds)
            yield text.Flaw(f"link to {target!r}, which no entry has as its id", advice, target)


def _unknown_placeholders(value: str, names: Names) -> Iterator[text.Flaw]:
    known = names.terms.get("placeholders", ())
    for found in text.PLACEHOLDER.finditer(value) if known else ():
        if found[1] not in known:
            yield text.Flaw(f"unknown placeholder {found[0]}", nearest(found[1], known), found[0])


def _iso_date(value: Any) -> Any:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise refuse(text.Flaw(f"{value!r} is not a date", "write it as 2026-11-22", "")) from None


def line(limit: int) -> Any:
    """Return the type of one line of plain text of at most `limit` characters."""
    return Annotated[str, Prose(limit)]


Many = Annotated[tuple[T, ...], Field(strict=False)]
Some = Annotated[tuple[T, ...], Field(strict=False, min_length=1)]

Id = Annotated[str, Field(pattern=f"^{text.ID.pattern}$")]
Date = Annotated[dt.date, BeforeValidator(_iso_date)]
Name = line(60)
Line = line(130)
Short = Annotated[str, Prose(240, markdown=True)]
Text = Annotated[str, Prose(700, markdown=True)]
Example = Annotated[str, Prose(words=(90, 160), markdown=True)]
Letter = Annotated[str, Prose(1800, markdown=True, placeholders=True)]
Address = Annotated[
    str, Field(pattern=r"^https://[^\s/\"'<>\\]+(/[^\s\"'<>\\]*)?$", max_length=300)
]


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
    aliases: Many[Id] = ()
    """Ids this entry had before; links and ticks of old ids still find it."""
    rev: Annotated[int, Field(ge=1)] = 1
    """Raise by one when the meaning changes, so that readers are told."""
    reviewed: Date
    """The day somebody last read the whole entry against its sources, as 2026-11-22."""
    sources: Many[Annotated[Id, Ref("sources")]] = ()
    """Ids in sources.yml of what the facts rest on. Leave out for plain advice of the editors."""
    claims: Many[Annotated[Id, Ref("claims")]] = ()
    """Ids in claims.yml of the figures or disagreements this entry speaks of."""
    search: Many[Name] = ()
    """Everyday words a reader may type that the text does not hold."""
