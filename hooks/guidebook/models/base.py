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
    """Return `values`. Raises PydanticCustomError for a value that is listed twice."""
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
    """Base of all models: immutable, strict, and without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)


class Entry(Model):
    """The fields of every entry."""

    id: Id
    """Permanent name in lower-case words joined by hyphens. It is unique in the whole guide and never changes."""
    title: Line
    """The heading, as plain text."""
    aliases: UniqueList[Id] = ()
    """Former ids of this entry, so that old links and saved check marks still work."""
    rev: integer(1, 1_000) = 1
    """Revision. Raise it by one when the meaning changes, so that readers are told."""
    reviewed: Date
    """The day of the last review of the whole entry against its sources, as 2026-11-22."""
    sources: UniqueList[Annotated[Id, Ref("sources")]] = ()
    """Ids in sources.yml of the sources for the facts. Leave out for advice of our own."""
    claims: UniqueList[Annotated[Id, Ref("claims")]] = ()
    """Ids in claims.yml of the figures and disagreements that this entry mentions."""
    search: UniqueList[Name] = ()
    """Everyday words that readers may search for and that the text does not contain."""

    def __hash__(self) -> int:
        """Hash the id, which is unique, because pydantic would hash every text."""
        return hash(self.id)
