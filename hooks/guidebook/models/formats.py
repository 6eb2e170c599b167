"""Interview formats."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .checklists import Item
from .references import Id, Ref
from .scalars import integer
from .text_types import Line, Name, Short, Text


class Span(Model):
    """From the least to the most that is usual."""

    least: integer(1, 10_000)
    """The usual minimum."""
    most: integer(1, 10_000)
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
    people: integer(1, 8)
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
