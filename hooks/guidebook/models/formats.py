"""Formats, people and lines of work: what awaits you in round two."""

from typing import Annotated, Literal

from pydantic import Field

from .base import (
    Entry,
    Id,
    Line,
    Model,
    Name,
    NonEmptyList,
    Ref,
    Short,
    TaxonomyTerm,
    Text,
    UniqueList,
    short_text,
)


class Item(Model):
    """One thing to do and tick."""

    id: Id
    """Permanent name of the item, unique in the whole guide; ticks are stored under it."""
    aliases: UniqueList[Id] = ()
    """Ids this item had before."""
    rev: Annotated[int, Field(ge=1, le=1_000)] = 1
    """Raise by one when what to do changes, so that readers who ticked it are told."""
    phase: Annotated[str, TaxonomyTerm("phases")]
    """When to do it."""
    text: short_text(110)
    """What to do, starting with a verb; it also stands on the printed page."""
    search: UniqueList[Name] = ()
    """Everyday words a reader may type that the text does not hold."""
    why: Short | None = None
    """Why it is worth the minutes, or how to do it well."""
    minutes: Annotated[int, Field(ge=1, le=480)]
    """How long it takes."""
    essential: bool = False
    """True for what to do even if there is time for little else. These are printed."""


class Span(Model):
    """From the least to the most that is usual."""

    least: Annotated[int, Field(ge=1, le=10_000)]
    """The usual minimum."""
    most: Annotated[int, Field(ge=1, le=10_000)]
    """The usual maximum."""


class Score(Model):
    """One thing that is scored."""

    what: Name
    """The quality, in a few words."""
    looks_like: Short
    """What a strong candidate does that shows it."""


class Shift(Model):
    """How one thing differs between round one and round two."""

    before: Line
    """Round one."""
    now: Line
    """Round two."""


class Moves(Model):
    """What to do as the conversation goes on."""

    first_five: Annotated[NonEmptyList[Line], Field(max_length=4)]
    """The first five minutes; printed."""
    middle: NonEmptyList[Short]
    """The middle."""
    close: NonEmptyList[Short]
    """The last minutes."""


class Recovery(Model):
    """Something that goes wrong, and the words that mend it."""

    id: Id
    """Permanent name, unique in the whole guide."""
    title: Line
    """What happens, as you would put it yourself."""
    search: UniqueList[Name] = ()
    """Everyday words a reader may type that the text does not hold."""
    do: Short
    """What to do at once."""
    say: Short
    """Words you can say, in your own voice, without quotation marks around them."""


class Drawing(Model):
    """The room, drawn from above."""

    room: Literal["table", "rounds", "board", "stage", "meal", "screen", "walk", "pair"]
    """table: all on one side; rounds: one after another; board: at a whiteboard; stage: you present;
    meal: around a table; screen: video tiles; walk: a tour; pair: two people."""
    people: Annotated[int, Field(ge=1, le=8)]
    """How many of them are drawn."""


class Format(Entry):
    """An interview format: a page, a checklist and a printable one-pager."""

    summary: Short
    """What it is, in one sentence."""
    drawing: Drawing
    """How the room is drawn."""
    what: Text
    """What happens, told so that a newcomer can picture it."""
    when_used: Text
    """Which employers and roles use it, and why."""
    minutes: Span
    """How long it usually takes, in minutes."""
    interviewers: Span
    """How many people usually take part on their side."""
    people: NonEmptyList[Annotated[Id, Ref("people")]]
    """Whom you usually meet in it."""
    scores: NonEmptyList[Score]
    """What it scores, most important first."""
    changed: NonEmptyList[Shift]
    """What changed from round one."""
    ask_recruiter: NonEmptyList[Line]
    """What to ask the recruiter before the day."""
    checklist: Annotated[NonEmptyList[Item], Field(min_length=8)]
    """The checklist; 8 to 12 of its items are essential."""
    moves: Moves
    """What to do in the first five minutes, in the middle and at the close."""
    goes_wrong: Annotated[NonEmptyList[Recovery], Field(min_length=3)]
    """What can go wrong, and the words for it."""
    pitfalls: NonEmptyList[Short]
    """What costs candidates this format."""
    likely: Annotated[
        NonEmptyList[Annotated[Id, Ref("questions")]], Field(min_length=4, max_length=8)
    ]
    """The most likely questions, likeliest first; the first five are printed."""
    asks: Annotated[NonEmptyList[Annotated[Id, Ref("asks")]], Field(min_length=3, max_length=8)]
    """The best questions to ask here, best first; the first four are printed."""
    red_flags: Annotated[
        NonEmptyList[Annotated[Id, Ref("red_flags")]], Field(min_length=3, max_length=8)
    ]
    """The signs to watch for here; the first five are printed."""
    timeline: Annotated[Id, Ref("timelines")]
    """What usually follows."""
    messages: UniqueList[Annotated[Id, Ref("messages")]] = ()
    """Messages you may need before and after."""
    adjustments: NonEmptyList[Short]
    """How to ask for adjustments, and which help in this format."""
    remote: NonEmptyList[Short]
    """What differs when it happens over video."""


class Person(Entry):
    """Somebody you meet: what they judge, fear and want to hear."""

    also: NonEmptyList[Name]
    """Other titles of the same role."""
    summary: Short
    """Who this is and what they decide."""
    judges: NonEmptyList[Short]
    """What they judge you on."""
    fears: NonEmptyList[Short]
    """What they fear about hiring you."""
    wants: NonEmptyList[Short]
    """What they want to hear, with an example."""
    opening: Short
    """A good first thing to say to them."""
    pitfalls: NonEmptyList[Short]
    """What loses them."""
    asks: NonEmptyList[Annotated[Id, Ref("asks")]]
    """The best questions to ask them, best first."""
    thank_with: Short
    """What to pick up in the note after."""


class OwnQuestion(Model):
    """A question that belongs to one line of work."""

    id: Id
    """Permanent name, unique in the whole guide."""
    title: Line
    """The question, as asked."""
    search: UniqueList[Name] = ()
    """Everyday words a reader may type that the text does not hold."""
    listens_for: Short
    """What they listen for."""
    answer: Text
    """The shape of a good answer, with an example."""


class Exercise(Model):
    """A task set in a line of work."""

    title: Name
    """The task in a few words."""
    what: Short
    """What you get, what they look at, how to do it well."""


class LineOfWork(Entry):
    """A line of work: what differs in its second round."""

    summary: Short
    """What second interviews are about in this line of work."""
    differs: NonEmptyList[Short]
    """What differs from the general advice."""
    exercises: NonEmptyList[Exercise]
    """Typical tasks."""
    bring: NonEmptyList[Short]
    """What to bring or prepare."""
    questions: Annotated[NonEmptyList[OwnQuestion], Field(min_length=3)]
    """Questions that only this line of work asks."""
    formats: NonEmptyList[Annotated[Id, Ref("formats")]]
    """The formats it usually uses, most usual first."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """Whom you usually meet."""
