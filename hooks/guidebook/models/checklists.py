"""Checklists, and the items of all checklists."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref, TaxonomyTerm
from .scalars import Boolean, integer
from .text_types import Name, Short, short_text


class Quick(Model):
    """A shorter way to do an item when time is short."""

    text: short_text(110)
    """The task, starting with a verb."""
    minutes: integer(1, 60)
    """Minutes it takes."""


ItemId = Annotated[Id, Ref("items")]
Side = Literal["office", "online"]


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
    after: UniqueList[ItemId] = ()
    """Items that have to be done first, in this list or another. A plan never has an item without them."""
    instead_of: UniqueList[ItemId] = ()
    """Items of other lists that it makes unnecessary. A plan has only one of them."""
    only: Side | None = None
    """office: only when you go there; online: only for an interview on a screen. Leave out if it fits both."""
    where: Literal["home", "way", "door", "room"] | None = None
    """The part of the interview day when it is done: at home, on the way there, at the door, or in the room before they
    start. Leave out before the day; an item of the night before that has it can also be done in the morning."""
    soon: Literal["today", "working-day"] | None = None
    """today: it can't wait; working-day: it needs someone else, so it is planned early and on a working day."""
    quick: Quick | None = None
    """A shorter way to do it, for an evening or an hour."""


class Core(Model):
    """A coach's order of priority: what to do first, in three versions that are each complete."""

    why: Short
    """The reason for this order."""
    full: NonEmptyList[ItemId]
    """Items to do when there are several days, most important first. They may belong to other lists."""
    evening: NonEmptyList[ItemId]
    """The version for an evening, two hours at most. Items with a shorter way are done the shorter way."""
    hour: NonEmptyList[ItemId]
    """The version for an hour."""
    then: UniqueList[Annotated[Id, Ref("checklists")]] = ()
    """Checklists to do when there is more time, most useful first."""


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
    only: Side | None = None
    """office: it belongs to every plan for an interview that you travel to; online: to every plan for one on a screen."""
    core: Core | None = None
    """The most important tasks for every format. Only one checklist has it."""
    next: Annotated[Id, Ref("checklists")] | None = None
    """The checklist to do after this one."""
