"""Situations: a dilemma as the reader would put it, and what to do about it."""

from typing import Annotated

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .text_types import Name, Short, TextConstraints, short_text

Paragraph = Annotated[str, TextConstraints(420, markdown=True)]


class Words(Model):
    """Words to say or to send."""

    when: short_text(90)
    """When, or to whom."""
    words: Paragraph
    """The words, as a person would say them."""


class Difference(Model):
    """Where the answer is different."""

    where: Name
    """The country, level, field, format or case."""
    text: Paragraph
    """What is different there."""
    sources: UniqueList[Annotated[Id, Ref("sources")]] = ()
    """Ids in sources.yml of what this part rests on."""


class Situation(Entry):
    """A dilemma, and what to do about it. Its title is the dilemma as the reader would put it."""

    title: short_text(90)
    """The dilemma, in the first person."""
    moment: Annotated[str, TaxonomyTerm("situation_moments")]
    """When it comes up."""
    worry: Annotated[str, TaxonomyTerm("worries")]
    """What it is about."""
    answer: Annotated[str, TextConstraints(320, markdown=True)]
    """The short answer: one or two sentences to act on."""
    why: Paragraph
    """Why that is the answer."""
    steps: Annotated[
        NonEmptyList[Annotated[str, TextConstraints(300, markdown=True)]],
        Field(min_length=2, max_length=8),
    ]
    """What to do, in order."""
    say: UniqueList[Words] = ()
    """Words to say or to send."""
    differs: UniqueList[Difference] = ()
    """Where the answer is different."""
    avoid: NonEmptyList[Short]
    """What not to do."""
    next: Paragraph
    """What happens next, and what to do if it goes wrong."""
    messages: UniqueList[Annotated[Id, Ref("messages")]] = ()
    """Messages to send."""
    formats: UniqueList[Annotated[Id, Ref("formats")]] = ()
    """Formats in which it comes up."""
    timelines: UniqueList[Annotated[Id, Ref("timelines")]] = ()
    """Timelines that follow from it."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """People it is about."""
    situations: UniqueList[Annotated[Id, Ref("situations")]] = ()
    """Situations that are close to it."""
    questions: UniqueList[Annotated[Id, Ref("questions")]] = ()
    """Questions they ask that go with it."""
    asks: UniqueList[Annotated[Id, Ref("asks")]] = ()
    """Questions to ask that go with it."""
    checklists: UniqueList[Annotated[Id, Ref("checklists")]] = ()
    """Checklists that prepare for it."""
    red_flags: UniqueList[Annotated[Id, Ref("red_flags")]] = ()
    """Red flags and good signs it may be."""
    pay: UniqueList[Annotated[Id, Ref("pay")]] = ()
    """What to say about pay in it."""
    off_limits: UniqueList[Annotated[Id, Ref("off_limits")]] = ()
    """Places whose law matters in it."""
    fields: UniqueList[Annotated[Id, Ref("fields")]] = ()
    """Lines of work in which it comes up most."""
