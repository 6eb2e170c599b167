"""Topics that interviewers may not ask about, by jurisdiction."""

from typing import Annotated

from pydantic import field_validator

from ..text.issue import Issue, Snippet
from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .scalars import Date
from .text_types import Line, Name, Short, TextConstraints
from .validation import validation_error


class Law(Model):
    """A legal basis."""

    name: Line
    """The statute or rule and its section, as the source names it."""
    says: Short
    """Its meaning for interviews, in plain words."""
    source: Annotated[Id, Ref("sources")]
    """The source that states it."""


class OffLimitsTopic(Model):
    """A topic that interviewers may not ask about, or may not use."""

    id: Id
    """Permanent name, unique in the whole guide."""
    title: Line
    """The topic, as candidates hear it."""
    search: UniqueList[Name] = ()
    """Everyday words that readers may search for and that the text does not contain."""
    rule: Annotated[str, TextConstraints(320, markdown=True)]
    """The rule in this place, including its exceptions."""
    law: Line
    """The legal basis, as named under laws."""


class Disclosure(Model):
    """When to tell an employer about one topic in one jurisdiction."""

    topic: Annotated[str, TaxonomyTerm("tell_topics")]
    """Topic of the disclosure, shown as a row of the table."""
    when: Short
    """The rule on what to tell them and by when, in plain words."""
    sources: NonEmptyList[Annotated[Id, Ref("sources")]]
    """Sources of the rule."""


class OffLimits(Entry):
    """Topics that are off limits in one jurisdiction. This is information, not legal advice. The title is the place."""

    summary: Short
    """The rule in one or two sentences."""
    checked: Date
    """The day the law was last checked."""
    laws: NonEmptyList[Law]
    """The legal bases."""
    topics: NonEmptyList[OffLimitsTopic]
    """Topics that are off limits, with the exceptions."""
    tell: UniqueList[Disclosure] = ()
    """Disclosures by topic. Leave out a topic until you have read a source for it."""
    redirect: NonEmptyList[Short]
    """Calm answers that lead back to the job."""
    recourse: Short
    """Where to turn, if you want to."""
    red_flags: UniqueList[Annotated[Id, Ref("red_flags")]] = ()
    """Signs that this page explains."""

    @field_validator("tell")
    @classmethod
    def _topics_are_unique(cls, tell: tuple[Disclosure, ...]) -> tuple[Disclosure, ...]:
        topics = [one.topic for one in tell]
        for at, topic in enumerate(topics):
            if topic in topics[:at]:
                message = f"the topic {topic!r} is listed twice under tell"
                raise validation_error(Issue(message, "join them", Snippet(topic, 1)))
        return tell
