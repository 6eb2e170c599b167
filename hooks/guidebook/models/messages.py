"""Messages to send."""

from typing import Annotated

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .text_types import Letter, Line, Name, Short, Subject


class BlankExample(Model):
    """An example for one blank of a message."""

    blank: Annotated[str, TaxonomyTerm("placeholders")]
    """The placeholder, without braces."""
    example: Line
    """The words that fit its sentence."""


class Message(Entry):
    """A message to send, in a short and a warmer form."""

    moment: Annotated[str, TaxonomyTerm("message_groups")]
    """The group of messages it belongs to."""
    summary: Short
    """When to send it and its purpose."""
    to: Name
    """Who receives it."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """Ids in people/ of the best recipients, for steps that offer several messages."""
    channel: Annotated[str, TaxonomyTerm("channels")]
    """How to send it."""
    subject: Subject | None = None
    """The subject line of an email. It may contain {placeholders} from taxonomy.yml."""
    short: Letter
    """The short form. It may contain {placeholders} from taxonomy.yml."""
    warm: Letter
    """The warmer form. It may contain {placeholders} from taxonomy.yml."""
    examples: UniqueList[BlankExample] = ()
    """Examples for blanks of the subject and the short form, where the one in taxonomy.yml does not fit."""
    tips: NonEmptyList[Short]
    """What to change, keep or leave out."""
