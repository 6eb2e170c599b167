"""Sources, figures, pay, what changes, and what they may not ask."""

from typing import Annotated

from pydantic import Field

from .base import (
    Address,
    Date,
    Entry,
    Id,
    Line,
    Model,
    Name,
    NonEmptyList,
    Ref,
    Short,
    TaxonomyTerm,
    Text,
    UniqueList,
)


class Source(Entry):
    """Something read and cited. Its title is the title of the work."""

    publisher: Name
    """Who published it, or the authors."""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    """The year of publication, where known."""
    address: Address | None = None
    """Where to read it, where known."""
    kind: Annotated[str, TaxonomyTerm("source_kinds")]
    """What sort of source it is."""
    note: Short
    """What it is good for, and how far to trust it."""


class Position(Model):
    """What one source says."""

    source: Annotated[Id, Ref("sources")]
    """The source."""
    says: Short
    """What it says, in our words, with the figure."""


class Claim(Entry):
    """A figure or a piece of advice, who says it, and how far to trust it. Its title is the question it answers."""

    topic: Annotated[str, TaxonomyTerm("claim_topics")]
    """What it is about."""
    value: Name
    """The figure, or the range over all sources, in a few words."""
    positions: NonEmptyList[Position]
    """Who says what. Two or more that differ make a disagreement."""
    disagree: bool = False
    """True when the sources disagree."""
    obtained: Short
    """How the figure was obtained, if known; else say that no source is named."""
    trust: Annotated[str, TaxonomyTerm("trust")]
    """How far to trust it."""
    advice: Short
    """What we recommend, and why."""


class Change(Entry):
    """One thing that changes between round one and round two; drawn on the home page."""

    before: Line
    """Round one."""
    now: Line
    """Round two."""
    so: Short
    """What to do about it."""


class PayTalk(Entry):
    """A moment in which pay comes up. Its title is what happens."""

    they_say: NonEmptyList[Line]
    """What they say."""
    you_say: NonEmptyList[Short]
    """What you can say."""
    why: Text
    """Why this works, and when it does not."""
    not_say: NonEmptyList[Short]
    """What not to say, and why."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """Who usually raises it."""
    timelines: UniqueList[Annotated[Id, Ref("timelines")]] = ()
    """Timelines in which it comes up."""


class Law(Model):
    """One legal basis."""

    name: Line
    """The statute or rule and its section, as the source names it."""
    says: Short
    """What it says for interviews, in plain words."""
    source: Annotated[Id, Ref("sources")]
    """Where this was read."""


class OffLimitsTopic(Model):
    """One topic they may not ask about, or not use."""

    id: Id
    """Permanent name, unique in the whole guide."""
    title: Line
    """The topic, as a candidate hears it."""
    search: UniqueList[Name] = ()
    """Everyday words a reader may type that the text does not hold."""
    rule: Short
    """What the rule is here, including its exceptions."""
    law: Line
    """The legal basis, as named under laws."""


class OffLimits(Entry):
    """What interviewers may not ask in one jurisdiction. Information, not legal advice. Its title is the place."""

    summary: Short
    """The rule in one or two sentences."""
    checked: Date
    """The day the law was last looked up."""
    laws: NonEmptyList[Law]
    """The legal bases."""
    topics: NonEmptyList[OffLimitsTopic]
    """What is off limits, and what is allowed after all."""
    redirect: NonEmptyList[Short]
    """Calm lines that lead back to the job."""
    recourse: Short
    """Where to turn, if you want to."""
    red_flags: UniqueList[Annotated[Id, Ref("red_flags")]] = ()
    """Signs that this page explains."""
