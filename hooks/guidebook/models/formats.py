"""Interview formats."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .checklists import Core, Item
from .references import Id, Ref
from .scalars import integer
from .text_types import Line, Name, Short, Text


class Span(Model):
    """A usual range."""

    least: integer(1, 10_000)
    """The usual minimum."""
    most: integer(1, 10_000)
    """The usual maximum."""


class Score(Model):
    """A quality that is scored."""

    what: Name
    """The quality, in a few words."""
    looks_like: Short
    """How a strong candidate shows it."""


class Shift(Model):
    """One difference between round one and round two."""

    before: Line
    """In round one."""
    now: Line
    """In round two."""


class Moves(Model):
    """Advice for each stage of the conversation."""

    first_five: Annotated[NonEmptyList[Line], Field(max_length=4)]
    """The first five minutes. These lines are printed."""
    middle: NonEmptyList[Short]
    """The middle."""
    close: NonEmptyList[Short]
    """The last minutes."""


class Recovery(Model):
    """Something that can go wrong, and words that help."""

    id: Id
    """Permanent name, unique in the whole guide."""
    title: Line
    """The problem, in your own words."""
    search: UniqueList[Name] = ()
    """Everyday words that readers may search for and that the text does not contain."""
    do: Short
    """What to do right away."""
    say: Short
    """Words you can say, in your own voice, without quotation marks around them."""


class Drawing(Model):
    """A drawing of the interview, with one object that is typical of it."""

    room: Literal[
        "table", "rounds", "desk", "letter", "scales", "board", "notes", "stage", "meal", "screen", "camera", "walk",
        "bubbles", "house", "frames", "stations", "pair",
    ]  # fmt: skip
    """table: all on one side; rounds: one door after another; desk: an office; letter: an offer; scales: values;
    board: code on a whiteboard; notes: a shared whiteboard; stage: you present; meal: around a table; screen: video tiles;
    camera: a recording; walk: a whole day; bubbles: a dialog; house: work from home; frames: a portfolio;
    stations: several exercises; pair: two people."""
    people: integer(1, 8)
    """Number of interviewers in the drawing."""


class Format(Entry):
    """An interview format: a page, a checklist and a printable one-pager."""

    summary: Short
    """A description in one sentence."""
    drawing: Drawing
    """The drawing of the interview."""
    what: Text
    """What happens, described for readers who have never seen one."""
    when_used: Text
    """Which employers and roles use it, and why."""
    rarity: integer(1, 3) = 2
    """How rare it is as a second interview: 1 for common, 3 for rare. Lists begin with the common ones."""
    minutes: Span
    """Usual length in minutes."""
    interviewers: Span
    """Usual number of interviewers."""
    people: NonEmptyList[Annotated[Id, Ref("people")]]
    """People you usually meet in it."""
    scores: NonEmptyList[Score]
    """The qualities it scores, most important first."""
    changed: NonEmptyList[Shift]
    """Differences from round one."""
    ask_recruiter: NonEmptyList[Line]
    """Questions for the recruiter before the interview."""
    checklist: Annotated[NonEmptyList[Item], Field(min_length=8)]
    """The checklist; 8 to 12 of its items are essential."""
    core: Core
    """What a coach would plan first for this format."""
    moves: Moves
    """What to do in the first five minutes, in the middle and at the close."""
    goes_wrong: Annotated[NonEmptyList[Recovery], Field(min_length=3)]
    """Things that can go wrong, with words that help."""
    pitfalls: NonEmptyList[Short]
    """Mistakes that cost candidates the job in this format."""
    likely: Annotated[NonEmptyList[Annotated[Id, Ref("questions")]], Field(min_length=4, max_length=8)]
    """The most likely questions, likeliest first. The first five are printed."""
    asks: Annotated[NonEmptyList[Annotated[Id, Ref("asks")]], Field(min_length=3, max_length=8)]
    """Questions to ask here, best first. The first four are printed."""
    red_flags: Annotated[NonEmptyList[Annotated[Id, Ref("red_flags")]], Field(min_length=3, max_length=8)]
    """Signs to watch for here, most important first. The first five are printed."""
    timeline: Annotated[Id, Ref("timelines")]
    """The timeline that usually follows."""
    messages: UniqueList[Annotated[Id, Ref("messages")]] = ()
    """Messages you may need before and after."""
    adjustments: NonEmptyList[Short]
    """How to ask for accommodations, and which ones help in this format."""
    remote: NonEmptyList[Short]
    """Differences when it takes place by video."""
