"""Timelines: the steps after an interview or an offer."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ..text.issue import Issue, Snippet
from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .scalars import Boolean, integer
from .text_types import Name, Short, Text, short_text
from .validation import validation_error


class When(Model):
    """A span of time, counted from a moment."""

    moment: Annotated[str, TaxonomyTerm("moments")]
    """The moment from which to count."""
    unit: Annotated[str, TaxonomyTerm("units")]
    """The unit of the three numbers."""
    earliest: integer(0, 400)
    """The earliest time."""
    usual: integer(0, 400)
    """The recommended time."""
    latest: integer(0, 400)
    """The latest time."""
    deadline: integer(0, 10) | None = None
    """Business days before the deadline of an offer by which it is due, when the offer has one."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.earliest <= self.usual <= self.latest:
            wrong = f"earliest {self.earliest}, usual {self.usual}, latest {self.latest} are out of order"
            tip = "write them so that earliest ≤ usual ≤ latest"
            raise validation_error(Issue(wrong, tip, Snippet(self._odd_one())))
        return self

    def _odd_one(self) -> str:
        """Return the number that is out of order."""
        if self.usual <= self.latest:
            return str(self.earliest)
        return str(self.latest if self.earliest <= self.usual else self.usual)


class Step(Model):
    """One step of a timeline."""

    id: Id
    """Permanent name, unique in the whole guide."""
    aliases: UniqueList[Id] = ()
    """Former ids of this step."""
    title: short_text(42)
    """What to do, in a few words. It is shown in the drawing."""
    search: UniqueList[Name] = ()
    """Everyday words that readers may search for and that the text does not contain."""
    when: When
    """When to do it."""
    do: Text
    """What to do and how."""
    messages: UniqueList[Annotated[Id, Ref("messages")]] = ()
    """The messages to send."""
    stop: Boolean = False
    """True for the step at which you stop waiting and move on."""
    until_agreed: Boolean = False
    """True for a step that's only needed until a new date for the interview is agreed."""


class Timeline(Entry):
    """The steps after an event, in order of time."""

    summary: Short
    """The situation, and the advice in one sentence."""
    moment: Annotated[str, TaxonomyTerm("moments")]
    """The moment at which it starts."""
    steps: Annotated[NonEmptyList[Step], Field(min_length=2, max_length=8)]
    """The steps, in order of time."""
    silence: Short
    """What their silence means here, and what it does not."""
    mistakes: NonEmptyList[Short]
    """What to avoid."""
