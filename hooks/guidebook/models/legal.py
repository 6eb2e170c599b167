"""Topics that interviewers may not ask about, by jurisdiction."""

from typing import Annotated

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref
from .scalars import Date
from .text_types import Line, Name, Short


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
