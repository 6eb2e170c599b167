"""Situations: dilemmas in the words of readers, and what to do about them."""

from typing import Annotated

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .text_types import Name, Short, TextConstraints, short_text

Paragraph = Annotated[str, TextConstraints(420, markdown=True)]


class Words(Model):
    """Words to say or to send."""

    when: short_text(90)
    """The occasion or the recipient."""
    words: Paragraph
    """The words, as people say them."""


class Difference(Model):
    """A case in which the answer is different."""

    where: Name
    """The country, level, field, format or case."""
    text: Paragraph
    """How the answer differs."""
    sources: UniqueList[Annotated[Id, Ref("sources")]] = ()
    """Ids in sources.yml of the sources for this part."""


class Situation(Entry):
    """A dilemma, and what to do about it."""

    title: short_text(90)
    """The dilemma, in the first person."""
    moment: Annotated[str, TaxonomyTerm("situation_moments")]
    """When it comes up."""
    worry: Annotated[str, TaxonomyTerm("worries")]
    """The topic."""
    answer: Annotated[str, TextConstraints(320, markdown=True)]
    """The short answer: one or two sentences to act on."""
    why: Paragraph
    """Why that is the answer."""
    steps: Annotated[
        NonEmptyList[Annotated[str, TextConstraints(300, markdown=True)]], Field(min_length=2, max_length=8)
    ]
    """What to do, in order."""
    say: UniqueList[Words] = ()
    """Words to say or to send."""
    differs: UniqueList[Difference] = ()
    """Cases in which the answer is different."""
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
    """People it involves."""
    situations: UniqueList[Annotated[Id, Ref("situations")]] = ()
    """Similar situations."""
    questions: UniqueList[Annotated[Id, Ref("questions")]] = ()
    """Questions that interviewers ask in it."""
    asks: UniqueList[Annotated[Id, Ref("asks")]] = ()
    """Questions to ask in it."""
    checklists: UniqueList[Annotated[Id, Ref("checklists")]] = ()
    """Checklists that prepare for it."""
    red_flags: UniqueList[Annotated[Id, Ref("red_flags")]] = ()
    """Red flags and good signs it may show."""
    pay: UniqueList[Annotated[Id, Ref("pay")]] = ()
    """Conversations about pay that go with it."""
    off_limits: UniqueList[Annotated[Id, Ref("off_limits")]] = ()
    """Places whose law is relevant to it."""
    fields: UniqueList[Annotated[Id, Ref("fields")]] = ()
    """Lines of work in which it is most common."""
