"""People the candidate meets, and lines of work."""

from typing import Annotated

from pydantic import Field

from .base import Entry, Model, NonEmptyList, UniqueList
from .references import Id, Ref
from .text_types import Line, Name, Short, TextConstraints


class Person(Entry):
    """A person you meet: what they judge, fear and want to hear."""

    also: NonEmptyList[Name]
    """Other titles of the same role."""
    summary: Short
    """Who the person is and what they decide."""
    judges: NonEmptyList[Short]
    """What they judge you on."""
    fears: NonEmptyList[Short]
    """What they fear about hiring you."""
    wants: NonEmptyList[Short]
    """What they want to hear, with an example."""
    opening: Short
    """A good first thing to say to them."""
    pitfalls: NonEmptyList[Short]
    """Mistakes to avoid with them."""
    asks: NonEmptyList[Annotated[Id, Ref("asks")]]
    """The best questions to ask them, best first."""
    thank_with: Short
    """What to mention in the thank-you note."""


class OwnQuestion(Model):
    """A question that only one line of work asks."""

    id: Id
    """Permanent name, unique in the whole guide."""
    title: Line
    """The question, as asked."""
    search: UniqueList[Name] = ()
    """Everyday words that readers may search for and that the text does not contain."""
    listens_for: Short
    """What they listen for."""
    answer: Annotated[str, TextConstraints(900, markdown=True, paragraphs=True)]
    """The outline of a good answer, with an example."""


class Exercise(Model):
    """A typical task in a line of work."""

    title: Name
    """The task in a few words."""
    what: Short
    """What you are given, what they look at, and how to do it well."""


class LineOfWork(Entry):
    """A line of work, and how its second round differs."""

    summary: Short
    """What second interviews are about in this line of work."""
    differs: NonEmptyList[Short]
    """Differences from the general advice."""
    exercises: NonEmptyList[Exercise]
    """Typical tasks."""
    bring: NonEmptyList[Short]
    """What to bring or prepare."""
    questions: Annotated[NonEmptyList[OwnQuestion], Field(min_length=3)]
    """Questions that only this line of work asks."""
    formats: NonEmptyList[Annotated[Id, Ref("formats")]]
    """The formats it uses, most common first."""
    people: UniqueList[Annotated[Id, Ref("people")]] = ()
    """People you usually meet."""
