"""Sheets to print, other than the one-pagers of formats."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..text.issue import Issue, Snippet
from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .scalars import Boolean, integer
from .text_types import Line, Name, Short, short_text
from .validation import validation_error

STORY_FIELDS = ("situation", "task", "action", "result", "learned", "probe", "deeper", "stress")
DEBRIEF_FIELDS = ("lingered", "loose", "promises", "theirs", "numbers", "problem", "differs", "thanks", "want")


class Grid(Model):
    """A table to fill in."""

    columns: Annotated[NonEmptyList[short_text(24)], Field(max_length=6)]
    """The headings of the columns."""
    rows: UniqueList[Name] = ()
    """Texts of the first column, one for each row. The other cells are empty."""
    narrow: UniqueList[short_text(24)] = ()
    """Headings of narrow columns, for a check mark, a number or a plus."""
    blank: integer(0, 20) = 0
    """Number of empty rows below the others."""

    @model_validator(mode="after")
    def _has_rows(self) -> Self:
        if not self.rows and not self.blank:
            raise validation_error(Issue("the table has no rows", "write `rows:` or `blank:`"))
        return self

    @model_validator(mode="after")
    def _narrows_its_own_columns(self) -> Self:
        if strange := [name for name in self.narrow if name not in self.columns]:
            wrong = f"no column is called {strange[0]!r}"
            raise validation_error(Issue(wrong, f"write one of {', '.join(self.columns)}", Snippet(strange[0])))
        return self


class Part(Model):
    """A part of a sheet: a heading with exactly one type of content."""

    title: Name
    """The heading."""
    hint: Line | None = None
    """Instructions in one line of small text."""
    checklist: Annotated[Id, Ref("checklists")] | None = None
    """A checklist, with a box for each item."""
    asks: UniqueList[Annotated[Id, Ref("asks")]] = ()
    """Questions to ask, with a box for each."""
    red_flags: UniqueList[Annotated[Id, Ref("red_flags")]] = ()
    """Signs, each with boxes for no, maybe and yes."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """People, each with their greatest fear."""
    timeline: Annotated[Id, Ref("timelines")] | None = None
    """A timeline, with a blank for the date of each step."""
    boxes: UniqueList[Line] = ()
    """Texts, each with a box to check."""
    tips: UniqueList[Line] = ()
    """Texts to read, without boxes."""
    blanks: UniqueList[Name] = ()
    """Labels, each with a line to write on."""
    grid: Grid | None = None
    """A table to fill in."""
    lines: integer(0, 24) = 0
    """Number of empty lines to write on."""
    saved: Literal[STORY_FIELDS + DEBRIEF_FIELDS + ("stories",)] | None = None
    """What is written here when the reader has saved it: a field of a story or of a debrief, or the names of all stories."""

    @property
    def holds(self) -> str:
        """The name of the one field with content."""
        return self._filled()[0]

    def _filled(self) -> list[str]:
        names = [name for name in type(self).model_fields if name not in ("title", "hint", "saved")]
        return [name for name in names if getattr(self, name)]

    @model_validator(mode="after")
    def _holds_one_thing(self) -> Self:
        if len(filled := self._filled()) != 1:
            wrong = f"a part holds one thing, not {' and '.join(filled) or 'nothing'}"
            tip = "write one of checklist, asks, red_flags, people, timeline, boxes, tips, blanks, grid, lines"
            raise validation_error(Issue(wrong, tip))
        return self


class Sheet(Entry):
    """A sheet to print on one page and fill in by hand."""

    summary: Short
    """Its purpose and when to use it."""
    moment: Annotated[str, TaxonomyTerm("situation_moments")]
    """When to use it."""
    fold: Boolean = False
    """True for a card with four parts that is folded twice, to a quarter of the page."""
    saved: Literal["story", "debrief", "signs", "scores"] | None = None
    """What the reader saves and the sheet shows. It is printed once for each story or debrief."""
    blanks: Annotated[UniqueList[Name], Field(max_length=4)] = ()
    """Labels of the lines to fill in at the top. Readers can fill in “Employer”, “Day, time” and “People” before printing."""
    parts: Annotated[NonEmptyList[Part], Field(max_length=10)]
    """The parts, in reading order."""
    right: Annotated[UniqueList[Part], Field(max_length=10)] = ()
    """Parts of a second column. Leave out for a single column."""

    @model_validator(mode="after")
    def _folds_in_four(self) -> Self:
        if self.fold and len(self.parts) != 4:
            wrong = f"a card that folds has four parts, not {len(self.parts)}"
            raise validation_error(Issue(wrong, "write four parts, or remove `fold`"))
        return self
