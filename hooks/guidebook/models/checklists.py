"""Items to do, and checklists that belong to no single format."""

from typing import Annotated

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .scalars import Boolean, integer
from .text_types import Name, Short, short_text


class Item(Model):
    """One thing to do and tick."""

    id: Id
    """Permanent name of the item, unique in the whole guide; ticks are stored under it."""
    aliases: UniqueList[Id] = ()
    """Ids this item had before."""
    rev: integer(1, 1_000) = 1
    """Raise by one when what to do changes, so that readers who ticked it are told."""
    phase: Annotated[str, TaxonomyTerm("phases")]
    """When to do it."""
    text: short_text(110)
    """What to do, starting with a verb; it also stands on the printed page."""
    search: UniqueList[Name] = ()
    """Everyday words a reader may type that the text does not hold."""
    why: Short | None = None
    """Why it is worth the minutes, or how to do it well."""
    minutes: integer(1, 480)
    """How long it takes."""
    essential: Boolean = False
    """True for what to do even if there is time for little else. These are printed."""


class Checklist(Entry):
    """A checklist that belongs to no single format."""

    topic: Annotated[str, TaxonomyTerm("prepare_topics")]
    """Where it stands in the guide."""
    summary: Short
    """What it is for and when to use it."""
    checklist: Annotated[NonEmptyList[Item], Field(min_length=4)]
    """Its items."""
    tips: UniqueList[Short] = ()
    """How to do it well."""
    formats: UniqueList[Annotated[Id, Ref("formats")]] = ()
    """Formats it helps with most; leave out when all."""
    next: Annotated[Id, Ref("checklists")] | None = None
    """The checklist to open when this one is done."""
