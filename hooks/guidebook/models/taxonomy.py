"""The closed lists: every word a field may choose from, with its title and order."""

from collections import Counter
from typing import Annotated, Literal

from pydantic import Field, field_validator

from ..text.issue import Issue, Snippet
from .base import Model, NonEmptyList, UniqueList
from .references import Id
from .text_types import Line, Name, Short
from .validation import validation_error


class ListTerm(Model):
    """One term of a list."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
    """The word used in the data."""
    title: Name
    """The word shown to readers."""
    about: Short | None = None
    """What it means."""
    example: Line | None = None
    """An example, for placeholders."""
    search: UniqueList[Name] = ()
    """Everyday words that find the page of the term, if it has one."""


class NamedEntry(ListTerm):
    """An entry that a page or the planner refers to."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
    """The role that the code knows it by."""
    title: Name
    """Where it is used, for contributors."""
    entry: Id
    """The id of the entry."""


class Country(ListTerm):
    """A country whose public holidays the plan can count."""

    id: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    """Its code in ISO 3166-1, in capitals."""


class Signal(ListTerm):
    """A sort of sign. Templates and styles know each, so there are these and no others."""

    id: Literal["warning", "health", "own"]
    """The word used in the data."""


class Unit(ListTerm):
    """A unit of time. Drawings and calendars count in each, so there are these and no others."""

    id: Literal["hours", "days", "business-days"]
    """The word used in the data."""


class Wording(Model):
    """A phrase we do not use."""

    say: Name
    """The phrase, in lower case."""
    instead: Name
    """What to write."""


class Synonyms(Model):
    """Words and short phrases that mean the same to somebody who searches."""

    words: Annotated[NonEmptyList[Name], Field(min_length=2)]
    """The words, the guide's own first. Search knows other spellings, endings and accents by itself."""


class Taxonomy(Model):
    """Every closed list of the guide."""

    phases: NonEmptyList[ListTerm]
    """When an item of a checklist is due, in order of time."""
    families: NonEmptyList[ListTerm]
    """Families of questions they ask; one file each in questions/."""
    ask_topics: NonEmptyList[ListTerm]
    """Topics of questions you ask; one file each in asks/."""
    flag_topics: NonEmptyList[ListTerm]
    """Topics of signs; one file each in red_flags/."""
    signals: NonEmptyList[Signal]
    """Whether a sign warns, reassures, or is your own."""
    weights: NonEmptyList[ListTerm]
    """How much a sign counts, lightest first."""
    levels: NonEmptyList[ListTerm]
    """Levels of seniority."""
    competencies: NonEmptyList[ListTerm]
    """What questions are about."""
    moments: NonEmptyList[ListTerm]
    """Moments from which days are counted."""
    units: NonEmptyList[Unit]
    """What is counted."""
    message_groups: NonEmptyList[ListTerm]
    """Groups of messages."""
    channels: NonEmptyList[ListTerm]
    """Ways to send a message."""
    placeholders: NonEmptyList[ListTerm]
    """What a message may leave to be filled in."""
    situation_moments: NonEmptyList[ListTerm]
    """When a situation comes up, in order of time."""
    worries: NonEmptyList[ListTerm]
    """What situations are about."""
    prepare_topics: NonEmptyList[ListTerm]
    """Groups of checklists."""
    source_kinds: NonEmptyList[ListTerm]
    """Sorts of sources."""
    claim_topics: NonEmptyList[ListTerm]
    """What figures and disagreements are about."""
    trust: NonEmptyList[ListTerm]
    """How far a figure can be trusted, most first."""
    factors: NonEmptyList[ListTerm]
    """What to weigh between employers; the rows of the decision sheet."""
    named_entries: UniqueList[NamedEntry] = ()
    """Entries that pages and the planner refer to, by role."""
    countries: NonEmptyList[Country]
    """Countries whose public holidays the plan can count."""
    wording: NonEmptyList[Wording]
    """Clichés and jargon that the guide does without."""
    synonyms: NonEmptyList[Synonyms]
    """Groups of words that search takes for the same."""

    def term_ids(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of each list of terms."""
        lists = {name: getattr(self, name) for name in type(self).model_fields}
        return {
            name: tuple(term.id for term in terms)
            for name, terms in lists.items()
            if terms and isinstance(terms[0], ListTerm)
        }

    @field_validator("synonyms")
    @classmethod
    def _words_are_unique(cls, groups: tuple[Synonyms, ...]) -> tuple[Synonyms, ...]:
        words = [word for group in groups for word in group.words]
        counts = Counter(word.lower() for word in words)
        if issues := tuple(
            Issue(
                f"{word!r} is in two groups of synonyms",
                "join them, or keep one",
                Snippet(word, words[:at].count(word)),
            )
            for at, word in enumerate(words)
            if counts[word.lower()] > 1
        ):
            raise validation_error(*issues)
        return groups
