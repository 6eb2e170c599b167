"""Differences between round one and round two, and conversations about pay."""

from typing import Annotated

from .base import Entry, NonEmptyList, UniqueList
from .references import Id, Ref
from .text_types import Line, Short, Text


class Change(Entry):
    """A difference between round one and round two, shown on the home page."""

    before: Line
    """In round one."""
    now: Line
    """In round two."""
    so: Short
    """What to do about it."""


class PayTalk(Entry):
    """A moment when pay comes up. The title describes the moment."""

    they_say: NonEmptyList[Line]
    """What they say."""
    you_say: NonEmptyList[Short]
    """What you can say."""
    why: Text
    """Why this works, and when it does not."""
    not_say: NonEmptyList[Short]
    """What not to say, and why."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """People who usually raise it."""
    timelines: UniqueList[Annotated[Id, Ref("timelines")]] = ()
    """Timelines in which it comes up."""
