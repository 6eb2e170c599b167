"""The base classes of the models, and the types of their lists."""

from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ..text.issue import Issue, Snippet
from .references import Id, Ref
from .scalars import Date, integer
from .text_types import Line, Name
from .validation import validation_error

T = TypeVar("T")


def _unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return `values`; refuse a value that is listed twice."""
    if len({*values}) < len(values):
        value = next(value for index, value in enumerate(values) if value in values[:index])
        is_text = isinstance(value, str)
        shown = repr(str(value)[:60]) if is_text else "the same entry"
        snippet = Snippet(str(value), 1) if is_text else Snippet("")
        raise validation_error(Issue(f"{shown} is listed twice", "keep one of them", snippet))
    return values


_List = Annotated[tuple[T, ...], Field(strict=False, json_schema_extra={"uniqueItems": True})]
UniqueList = Annotated[_List[T], AfterValidator(_unique)]
NonEmptyList = Annotated[_List[T], Field(min_length=1), AfterValidator(_unique)]


class Model(BaseModel):
    """Frozen and strict; unknown fields are refused."""

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
    rev: integer(1, 1_000) = 1
    """Raise by one when the meaning changes, so that readers are told."""
    reviewed: Date
    """The day someone last read the whole entry against its sources, as 2026-11-22."""
    sources: UniqueList[Annotated[Id, Ref("sources")]] = ()
    """Ids in sources.yml of what the facts rest on. Leave out for plain advice of the editors."""
    claims: UniqueList[Annotated[Id, Ref("claims")]] = ()
    """Ids in claims.yml of the figures or disagreements this entry speaks of."""
    search: UniqueList[Name] = ()
    """Everyday words a reader may type that the text does not hold."""

    def __hash__(self) -> int:
        """Hash the id, which differs between entries; pydantic would hash every text."""
        return hash(self.id)
