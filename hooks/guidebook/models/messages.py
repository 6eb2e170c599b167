"""Messages to send."""

from typing import Annotated

from .base import Entry, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .text_types import Letter, Name, Short, Subject


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
    tips: NonEmptyList[Short]
    """What to change, keep or leave out."""
