"""Checklists, and the items of all checklists."""

from typing import Annotated

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .scalars import Boolean, integer
from .text_types import Name, Short, short_text


class Item(Model):
    """One thing to do and check off."""

    id: Id
    """Permanent name, unique in the whole guide. Check marks are saved under it."""
    aliases: UniqueList[Id] = ()
    """Former ids of this item."""
    rev: integer(1, 1_000) = 1
    """Revision. Raise it by one when the task changes, so that readers who checked it off are told."""
    phase: Annotated[str, TaxonomyTerm("phases")]
    """When to do it."""
    text: short_text(110)
    """The task, starting with a verb. It is also printed."""
    search: UniqueList[Name] = ()
    """Everyday words that readers may search for and that the text does not contain."""
    why: Short | None = None
    """Why it is worth the time, or how to do it well."""
    minutes: integer(1, 480)
    """Minutes it takes."""
    essential: Boolean = False
    """True if it should be done even when time is short. Essential items are printed."""


class Checklist(Entry):
    """A checklist that does not belong to a single format."""

    topic: Annotated[str, TaxonomyTerm("prepare_topics")]
    """The group of checklists it belongs to."""
    summary: Short
    """Its purpose and when to use it."""
    checklist: Annotated[NonEmptyList[Item], Field(min_length=4)]
    """The items."""
    tips: UniqueList[Short] = ()
    """How to do it well."""
    formats: UniqueList[Annotated[Id, Ref("formats")]] = ()
    """Formats it helps with most. Leave out if it helps with all."""
    next: Annotated[Id, Ref("checklists")] | None = None
    """The checklist to do after this one."""
