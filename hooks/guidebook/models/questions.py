"""Questions in both directions, and the signs to watch."""

from typing import Annotated

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .scalars import integer
from .text_types import Example, Line, Name, Short, short_text


class AnswerPart(Model):
    """One part of an answer."""

    name: Name
    """The part, in a word or two, such as Situation."""
    say: Short
    """What to say in it."""
    seconds: integer(5, 180)
    """How long."""


class WorkedExample(Model):
    """An invented, plausible answer, marked as an example."""

    who: Name
    """Role and place, such as: Ward sister, city hospital."""
    field: Annotated[Id, Ref("fields")]
    """The line of work."""
    level: Annotated[str, TaxonomyTerm("levels")]
    """The level of the speaker."""
    text: Example
    """The answer in 90 to 160 words, as spoken, with believable numbers."""


class FollowUp(Model):
    """What they ask next."""

    ask: short_text(120)
    """The follow-up, as asked; it must not fit every other question."""
    tests: Short
    """What it tests, and how to be ready."""


class FollowUps(Model):
    """Three levels down into the same story."""

    probe: FollowUp
    """The first follow-up: a detail."""
    deeper: FollowUp
    """The second: your part, your reasons, your choice."""
    stress: FollowUp
    """The third: the story under pressure."""


class Question(Entry):
    """A question they ask in round two. Its title is the question."""

    title: short_text(110)
    """The question as most often heard."""
    heard_as: Annotated[NonEmptyList[Line], Field(max_length=3)]
    """One to three other wordings."""
    listens_for: Annotated[NonEmptyList[Short], Field(max_length=4)]
    """What they listen for."""
    changed: Short
    """How the question differs from round one."""
    beats: Annotated[NonEmptyList[AnswerPart], Field(min_length=3, max_length=6)]
    """The shape of a good answer, part by part."""
    example: WorkedExample
    """One worked example."""
    follow_ups: FollowUps
    """The three follow-up levels."""
    sinks: Annotated[NonEmptyList[Short], Field(max_length=4)]
    """What sinks the answer."""
    competencies: NonEmptyList[Annotated[str, TaxonomyTerm("competencies")]]
    """What the question is about."""
    people: NonEmptyList[Annotated[Id, Ref("people")]]
    """Who asks it."""
    formats: NonEmptyList[Annotated[Id, Ref("formats")]]
    """In which formats."""
    fields: UniqueList[Annotated[Id, Ref("fields")]] = ()
    """Lines of work that ask it most; leave out when all do."""


class Ask(Entry):
    """A question you ask. Its title is the question."""

    title: short_text(120)
    """The question, as you would say it."""
    why: Short
    """Why it works."""
    good: Short
    """What a good answer sounds like."""
    evasive: Short
    """What an evasive answer sounds like, and what to ask then."""
    alarming: Short
    """What an alarming answer sounds like."""
    not_when: Short
    """When not to ask it."""
    people: NonEmptyList[Annotated[Id, Ref("people")]]
    """Whom to ask."""


class RedFlag(Entry):
    """A sign: a warning, a sign of health, or something in your own answers that warns them."""

    signal: Annotated[str, TaxonomyTerm("signals")]
    """A warning, a sign of health, or your own."""
    weight: Annotated[str, TaxonomyTerm("weights")]
    """How much it should count."""
    notice: Short
    """What you notice. For your own: what they hear."""
    matters: Short
    """Why it may matter."""
    innocent: Short
    """The innocent explanation. For a sign of health: how it can deceive. For your own: what you meant."""
    test: Short
    """The question or look that tests it. For your own: what to say instead."""
    walk_away: Short | None = None
    """For a warning: when to walk away."""
    asks: UniqueList[Annotated[Id, Ref("asks")]] = ()
    """Questions to ask that bring it out."""
