"""What happens after, what to write, and checklists of no single format."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ..text.inline_markdown import Snippet
from ..text.markdown_checks import Issue
from .base import (
    Entry,
    Id,
    Letter,
    Model,
    Name,
    NonEmptyList,
    Ref,
    Short,
    Subject,
    TaxonomyTerm,
    Text,
    UniqueList,
    short_text,
    validation_error,
)
from .formats import Item


class When(Model):
    """A span of days, counted from a moment."""

    moment: Annotated[str, TaxonomyTerm("moments")]
    """The moment from which to count."""
    unit: Annotated[str, TaxonomyTerm("units")]
    """What is counted."""
    earliest: Annotated[int, Field(ge=0, le=400)]
    """Not before."""
    usual: Annotated[int, Field(ge=0, le=400)]
    """What we recommend."""
    latest: Annotated[int, Field(ge=0, le=400)]
    """Not after."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.earliest <= self.usual <= self.latest:
            wrong = f"earliest {self.earliest}, usual {self.usual}, latest {self.latest} are out of order"
            tip = "write them so that earliest ≤ usual ≤ latest"
            raise validation_error(Issue(wrong, tip, Snippet(self._odd_one())))
        return self

    def _odd_one(self) -> str:
        """Return the number without which the other two are in order."""
        if self.usual <= self.latest:
            return str(self.earliest)
        return str(self.latest if self.earliest <= self.usual else self.usual)


class Step(Model):
    """One step of a timeline."""

    id: Id
    """Permanent name, unique in the whole guide."""
    aliases: UniqueList[Id] = ()
    """Ids this step had before."""
    title: short_text(42)
    """What to do, in a few words; it stands in the drawing."""
    search: UniqueList[Name] = ()
    """Everyday words a reader may type that the text does not hold."""
    when: When
    """When to do it."""
    do: Text
    """What to do and how."""
    messages: UniqueList[Annotated[Id, Ref("messages")]] = ()
    """The messages to send."""
    stop: bool = False
    """True for the step at which you stop writing and move on."""


class Timeline(Entry):
    """What happens after, step by step."""

    summary: Short
    """The situation, and the advice in one sentence."""
    moment: Annotated[str, TaxonomyTerm("moments")]
    """The moment that starts it."""
    steps: Annotated[NonEmptyList[Step], Field(min_length=2, max_length=8)]
    """The steps, in order of time."""
    silence: Short
    """What their silence means here, and what it does not."""
    mistakes: NonEmptyList[Short]
    """What to avoid."""


class Message(Entry):
    """A message to send, in a short and a warmer form."""

    moment: Annotated[str, TaxonomyTerm("message_groups")]
    """Where it stands in the guide."""
    summary: Short
    """When to send it and what it should achieve."""
    to: Name
    """Who receives it."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """Ids in people/ of those it suits best, where a step offers several messages."""
    channel: Annotated[str, TaxonomyTerm("channels")]
    """How to send it."""
    subject: Subject | None = None
    """The subject line, for a mail. May hold {placeholders} of taxonomy.yml."""
    short: Letter
    """The short form. May hold {placeholders} of taxonomy.yml."""
    warm: Letter
    """The warmer form. May hold {placeholders} of taxonomy.yml."""
    tips: NonEmptyList[Short]
    """What to change, keep or leave out."""


class Checklist(Entry):
    """A checklist that belongs to no single format."""

    topic: Annotated[str, TaxonomyTerm("prepare_topics")]
    """Where it stands in the guide."""
    summary: Short
    """What it is for and when to use it."""
    checklist: Annotated[NonEmptyList[Item], Field(min_length=4)]
    """Its items."""
    tips: UniqueList[Short] = ()
    """How to do it well."""
    formats: UniqueList[Annotated[Id, Ref("formats")]] = ()
    """Formats it helps with most; leave out when all."""
    next: Annotated[Id, Ref("checklists")] | None = None
    """The checklist to open when this one is done."""
