"""The types every kind of entry is made of."""

import datetime as dt
import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from .. import text

T = TypeVar("T")


@dataclass(frozen=True)
class Names:
    """What references may point to: ids by kind, renamed ids, and the terms of each list."""

    kinds: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, kind: str) -> list[str]:
        """Return the ids of one kind."""
        return [id_ for id_, owner in self.kinds.items() if owner == kind]


def refuse(wrong: str, instead: str, snippet: str = "") -> PydanticCustomError:
    """Return the error pydantic collects: what is wrong, what to write, the words at fault."""
    return PydanticCustomError(
        "refused", "{wrong}; {instead}", {"wrong": wrong, "instead": instead, "snippet": snippet}
    )


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
        if names and names.kinds.get(value) != self.kind:
            if new := names.renamed.get(value):
                raise refuse(f"{value!r} was renamed", f"write {new!r}")
            kind = self.kind.replace("_", " ")
            raise refuse(f"no entry {value!r} in {kind}", nearest(value, names.of(self.kind)))
        return Reference(value, self.kind)


@dataclass(frozen=True)
class Term(_Validated):
    """Marks text as a term of the list `name` in taxonomy.yml."""

    name: str

    def check(self, value: str, info: ValidationInfo) -> str:
        """Return the term; refuse one the list does not hold."""
        names: Names | None = info.context
        if names and value not in (known := names.terms.get(self.name, ())):
            raise refuse(f"{value!r} is not one of the {self.name.replace('_', ' ')}", nearest(value, known))
        return value

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict]) -> dict:
        """Name the list, so that schema.py can put its terms in."""
        return handler(schema) | {"x-terms": self.name}


def _plain(value: str) -> str:
    if not value.strip():
        raise refuse("text is empty", "write something, or remove the line")
    if found := text.INVISIBLE.search(value):
        raise refuse(f"invisible character U+{ord(found[0]):04X}", "delete it", found[0])
    return value.strip()


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise refuse("this must be one line", "write it without line breaks", value)
    for flaw in text.flaws(value):
        raise refuse(*flaw)
    return value


def _markdown(value: str, info: ValidationInfo) -> str:
    for flaw in text.flaws(value):
        raise refuse(*flaw)
    names: Names | None = info.context
    for target in text.entry_links(value):
        if names and target not in names.kinds:
            advice = names.renamed.get(target)
            advice = f"write {advice!r}" if advice else nearest(target, names.kinds)
            raise refuse(f"link to {target!r}, which no entry has as its id", advice, target)
    return value


def _known_placeholders(value: str, info: ValidationInfo) -> str:
    names: Names | None = info.context
    for found in text.PLACEHOLDER.finditer(value):
        if names and found[1] not in (known := names.terms.get("placeholders", ())):
            raise refuse(f"unknown placeholder {found[0]}", nearest(found[1], known), found[0])
    return value


def _iso_date(value: Any) -> Any:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise refuse(f"{value!r} is not a date", "write it as 2026-11-22", value) from None


def _words(low: int, high: int) -> AfterValidator:
    def check(value: str) -> str:
        if not low <= (count := len(value.split())) <= high:
            raise refuse(f"has {count} words", f"write {low} to {high}")
        return value

    return AfterValidator(check)


Many = Annotated[tuple[T, ...], Field(strict=False)]
Some = Annotated[tuple[T, ...], Field(strict=False, min_length=1)]

Id = Annotated[str, Field(pattern=f"^{text.ID.pattern}$")]
Date = Annotated[dt.date, BeforeValidator(_iso_date)]
Name = Annotated[str, Field(max_length=60), AfterValidator(_plain), AfterValidator(_one_line)]
Line = Annotated[str, Field(max_length=130), AfterValidator(_plain), AfterValidator(_one_line)]
Short = Annotated[str, Field(max_length=240), AfterValidator(_plain), AfterValidator(_markdown)]
Text = Annotated[str, Field(max_length=700), AfterValidator(_plain), AfterValidator(_markdown)]
Example = Annotated[str, AfterValidator(_plain), AfterValidator(_markdown), _words(90, 160)]
Letter = Annotated[
    str,
    Field(max_length=1800),
    AfterValidator(_plain),
    AfterValidator(_markdown),
    AfterValidator(_known_placeholders),
]
Address = Annotated[str, Field(pattern=r"^https://[^\s/\"'<>\\]+(/[^\s\"'<>\\]*)?$", max_length=300)]


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
