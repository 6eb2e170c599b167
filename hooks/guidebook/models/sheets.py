"""Sheets: what is printed beside the one-pager of each format, as data."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ..text.issue import Issue, Snippet
from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref
from .scalars import Boolean, integer
from .text_types import Line, Name, Short, short_text
from .validation import validation_error


class Grid(Model):
    """A table to fill in."""

    columns: Annotated[NonEmptyList[short_text(24)], Field(max_length=6)]
    """The head of each column."""
    rows: UniqueList[Name] = ()
    """What stands in the first column; its other cells stay empty."""
    narrow: UniqueList[short_text(24)] = ()
    """Columns for a mark only: a tick, a number, a plus."""
    blank: integer(0, 20) = 0
    """Rows without any text, below the others."""

    @model_validator(mode="after")
    def _has_rows(self) -> Self:
        if not self.rows and not self.blank:
            raise validation_error(Issue("the table has no rows", "write `rows:` or `blank:`"))
        return self

    @model_validator(mode="after")
    def _narrows_its_own_columns(self) -> Self:
        if strange := [name for name in self.narrow if name not in self.columns]:
            wrong = f"no column is called {strange[0]!r}"
            raise validation_error(
                Issue(wrong, f"write one of {', '.join(self.columns)}", Snippet(strange[0]))
            )
        return self


class Part(Model):
    """One part of a sheet: a title and exactly one thing below it."""

    title: Name
    """The heading."""
    hint: Line | None = None
    """How to use it, in one small line."""
    checklist: Annotated[Id, Ref("checklists")] | None = None
    """A checklist, each item with its box."""
    asks: UniqueList[Annotated[Id, Ref("asks")]] = ()
    """Questions to ask, each with its box."""
    red_flags: UniqueList[Annotated[Id, Ref("red_flags")]] = ()
    """Signs, each with boxes for no, maybe and yes."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """People, each with what they fear most."""
    timeline: Annotated[Id, Ref("timelines")] | None = None
    """A timeline, each step with a blank for its date."""
    boxes: UniqueList[Line] = ()
    """Things to tick."""
    blanks: UniqueList[Name] = ()
    """Labels, each with a line to write on."""
    grid: Grid | None = None
    """A table to fill in."""
    lines: integer(0, 24) = 0
    """Empty lines to write on."""

    @property
    def holds(self) -> str:
        """The name of the one field that is filled."""
        return self._filled()[0]

    def _filled(self) -> list[str]:
        names = [name for name in type(self).model_fields if name not in ("title", "hint")]
        return [name for name in names if getattr(self, name)]

    @model_validator(mode="after")
    def _holds_one_thing(self) -> Self:
        if len(filled := self._filled()) != 1:
            wrong = f"a part holds one thing, not {' and '.join(filled) or 'nothing'}"
            tip = "write one of checklist, asks, red_flags, people, timeline, boxes, blanks, grid, lines"
            raise validation_error(Issue(wrong, tip))
        return self


class Sheet(Entry):
    """A sheet to print on one page and fill in by hand."""

    summary: Short
    """What it is for and when to use it."""
    fold: Boolean = False
    """True for a card that folds twice, to a quarter of the page; it has four parts."""
    blanks: Annotated[UniqueList[Name], Field(max_length=4)] = ()
    """Lines to fill in at the top. “Employer”, “Day, time” and “People” can be filled in by the reader before printing."""
    parts: Annotated[NonEmptyList[Part], Field(max_length=10)]
    """Its parts, in reading order."""
    right: Annotated[UniqueList[Part], Field(max_length=10)] = ()
    """Parts of a second column; leave out for one."""

    @model_validator(mode="after")
    def _folds_in_four(self) -> Self:
        if self.fold and len(self.parts) != 4:
            wrong = f"a card that folds has four parts, not {len(self.parts)}"
            raise validation_error(Issue(wrong, "write four parts, or remove `fold`"))
        return self
