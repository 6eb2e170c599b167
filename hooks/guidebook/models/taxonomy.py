"""The model of taxonomy.yml: lists of the terms that fields accept, in order."""

from collections import Counter
from typing import Annotated, Literal

from pydantic import Field, field_validator

from ..text.issue import Issue, Snippet
from .base import Model, NonEmptyList, UniqueList
from .references import Id
from .scalars import Boolean
from .text_types import Line, Name, Short
from .validation import validation_error

COUNTRY_CODE = r"^[A-Z]{2}$"


class ListTerm(Model):
    """One term of a list."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
    """The term in the data."""
    title: Name
    """The term that readers see."""
    about: Short | None = None
    """Its meaning."""
    example: Line | None = None
    """An example, for placeholders."""
    search: UniqueList[Name] = ()
    """Everyday words that readers may search for to find the page of the term, if it has one."""


class Moment(ListTerm):
    """A moment from which days are counted."""

    stage: Name
    """The heading of its timelines on the page “After the interview”."""


class Family(ListTerm):
    """A group of questions that interviewers ask."""

    needs_context: Boolean = False
    """True when its questions refer to the job or to an earlier conversation, so that nobody can practice them cold."""


class NamedEntry(ListTerm):
    """An entry that a page or the planner refers to."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
    """The role that the code refers to."""
    title: Name
    """The place where it is used, for contributors."""
    entry: Id
    """The id of the entry."""


class Country(ListTerm):
    """A country whose public holidays the plan takes into account."""

    id: Annotated[str, Field(pattern=COUNTRY_CODE)]
    """Its two-letter code (ISO 3166-1), in capitals."""


class Language(ListTerm):
    """A language other than English, so that screen readers can pronounce its words."""

    id: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    """Its two-letter code (ISO 639-1)."""
    words: UniqueList[Name] = ()
    """Words and names in this language that English sentences of the guide contain, in this spelling."""


class Signal(ListTerm):
    """A type of sign. Templates and styles depend on each, so the list is fixed."""

    id: Literal["warning", "health", "own"]
    """The term in the data."""


class Unit(ListTerm):
    """A unit of time. Drawings and calendars depend on each, so the list is fixed."""

    id: Literal["hours", "days", "business-days"]
    """The term in the data."""


class WordingException(Model):
    """A phrase in which a word that we avoid is right."""

    phrase: Name
    """The phrase; it contains the word."""
    reason: Line
    """Why the word is right there."""


class Wording(Model):
    """A phrase that the guide avoids."""

    say: Name
    """The phrase. Upper and lower case are the same; a * at its end stands for any letters."""
    instead: Name
    """The words to write instead."""
    at_start: Boolean = False
    """True to avoid it only as the first words of a sentence."""
    exceptions: UniqueList[WordingException] = ()
    """Phrases in which it is right."""


class Synonyms(Model):
    """Words and short phrases with the same meaning, for search."""

    words: Annotated[NonEmptyList[Name], Field(min_length=2)]
    """The words, with the one that the guide uses first. Search handles spelling, endings and accents on its own."""


class Taxonomy(Model):
    """Every list of terms."""

    phases: NonEmptyList[ListTerm]
    """Phases in which checklist items are due, in order of time."""
    families: NonEmptyList[Family]
    """Groups of questions that interviewers ask, with one file each in questions/."""
    ask_topics: NonEmptyList[ListTerm]
    """Topics of questions that candidates ask, with one file each in asks/."""
    flag_topics: NonEmptyList[ListTerm]
    """Topics of signs, with one file each in red_flags/."""
    signals: NonEmptyList[Signal]
    """Types of signs: a warning, a good sign, or one in your own answers."""
    weights: NonEmptyList[ListTerm]
    """Importance of a sign, least first."""
    levels: NonEmptyList[ListTerm]
    """Levels of seniority."""
    competencies: NonEmptyList[ListTerm]
    """Skills and qualities that questions are about."""
    moments: NonEmptyList[Moment]
    """Moments from which days are counted."""
    units: NonEmptyList[Unit]
    """Units in which time is counted."""
    message_groups: NonEmptyList[ListTerm]
    """Groups of messages."""
    channels: NonEmptyList[ListTerm]
    """Ways to send a message."""
    placeholders: NonEmptyList[ListTerm]
    """Placeholders that messages may contain."""
    situation_moments: NonEmptyList[ListTerm]
    """Moments when situations come up, in order of time."""
    worries: NonEmptyList[ListTerm]
    """Topics of situations."""
    tell_topics: NonEmptyList[ListTerm]
    """Topics of disclosures to employers, in the order of the table rows."""
    prepare_topics: NonEmptyList[ListTerm]
    """Groups of checklists."""
    source_kinds: NonEmptyList[ListTerm]
    """Types of sources."""
    claim_topics: NonEmptyList[ListTerm]
    """Topics of figures and disagreements."""
    trust: NonEmptyList[ListTerm]
    """Degrees to which a figure can be trusted, highest first."""
    factors: NonEmptyList[ListTerm]
    """Factors for choosing between employers; the rows of the decision sheet."""
    named_entries: UniqueList[NamedEntry] = ()
    """Entries that pages and the planner refer to, by role."""
    countries: NonEmptyList[Country]
    """Countries whose public holidays the plan takes into account."""
    languages: UniqueList[Language] = ()
    """Languages of the foreign words, names and titles in the guide."""
    wording: NonEmptyList[Wording]
    """Clichés, jargon and habits of translated English that the guide avoids, and spellings that are not American."""
    everyday_words: UniqueList[Name] = ()
    """Slang, names, and words of other languages that `search` may use although no entry says them."""
    synonyms: NonEmptyList[Synonyms]
    """Groups of words with the same meaning, for search."""

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
