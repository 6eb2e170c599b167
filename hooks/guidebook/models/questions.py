"""Questions that interviewers ask, questions to ask them, and signs to watch for."""

from typing import Annotated

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .scalars import integer
from .text_types import Example, Line, Name, Short, short_text


class AnswerPart(Model):
    """A part of an answer."""

    name: Name
    """The name of the part in a word or two, such as Situation."""
    say: Short
    """What to say in it."""
    seconds: integer(5, 180)
    """Seconds it takes."""


class WorkedExample(Model):
    """An invented, plausible answer that is marked as an example."""

    who: Name
    """The role and place of the speaker, such as: Charge nurse, city hospital."""
    field: Annotated[Id, Ref("fields")]
    """The line of work."""
    level: Annotated[str, TaxonomyTerm("levels")]
    """The seniority of the speaker."""
    text: Example
    """The answer in 90 to 175 words, as spoken, with believable numbers."""


class FollowUp(Model):
    """A question they ask next."""

    ask: short_text(120)
    """The follow-up, as asked. It must be specific to this question."""
    tests: Short
    """What it tests, and how to prepare for it."""


class FollowUps(Model):
    """Three follow-ups about the same story, each deeper than the last."""

    probe: FollowUp
    """The first follow-up: a detail."""
    deeper: FollowUp
    """The second follow-up: your role, your reasons, your choice."""
    stress: FollowUp
    """The third follow-up: the story under pressure."""


class Question(Entry):
    """A question that interviewers ask in round two."""

    title: short_text(110)
    """The question in its most common wording."""
    heard_as: Annotated[NonEmptyList[Line], Field(max_length=3)]
    """One to three other wordings."""
    listens_for: Annotated[NonEmptyList[Short], Field(max_length=4)]
    """What they listen for."""
    changed: Short
    """How the question differs from round one."""
    beats: Annotated[NonEmptyList[AnswerPart], Field(min_length=3, max_length=6)]
    """The outline of a good answer, part by part."""
    example: WorkedExample
    """An example of a good answer."""
    follow_ups: FollowUps
    """The three follow-ups."""
    sinks: Annotated[NonEmptyList[Short], Field(max_length=4)]
    """Mistakes that ruin the answer."""
    competencies: NonEmptyList[Annotated[str, TaxonomyTerm("competencies")]]
    """The skills and qualities the question is about."""
    people: NonEmptyList[Annotated[Id, Ref("people")]]
    """People who ask it."""
    formats: NonEmptyList[Annotated[Id, Ref("formats")]]
    """Formats in which it is asked."""
    fields: UniqueList[Annotated[Id, Ref("fields")]] = ()
    """Lines of work that ask it most. Leave out if all do."""


class Ask(Entry):
    """A question that candidates ask."""

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
    """People to ask."""


class RedFlag(Entry):
    """A sign: a warning, a good sign, or something in your own answers that worries the interviewers."""

    signal: Annotated[str, TaxonomyTerm("signals")]
    """The type: a warning, a good sign, or one in your own answers."""
    weight: Annotated[str, TaxonomyTerm("weights")]
    """Its importance."""
    notice: Short
    """What you notice. For a sign in your own answers: what they hear."""
    matters: Short
    """Why it may matter."""
    innocent: Short
    """The innocent explanation. For a good sign: how it can mislead. For a sign in your own answers: what you meant."""
    test: Short
    """A question to ask or a thing to look at to check it. For a sign in your own answers: what to say instead."""
    walk_away: Short | None = None
    """For a warning: when to walk away."""
    asks: UniqueList[Annotated[Id, Ref("asks")]] = ()
    """Questions to ask that reveal it."""
