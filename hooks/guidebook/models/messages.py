"""Messages to send."""

from typing import Annotated

from .base import Entry, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .text_types import Letter, Name, Short, Subject


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
