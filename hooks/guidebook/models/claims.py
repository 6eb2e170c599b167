"""Claims: figures and advice, and what the sources say about them."""

from typing import Annotated

from .base import Entry, Model, NonEmptyList
from .references import Id, Ref, TaxonomyTerm
from .scalars import Boolean
from .text_types import Name, Short


class Position(Model):
    """What one source says."""

    source: Annotated[Id, Ref("sources")]
    """The source."""
    says: Short
    """What it says, in our words, with the figure."""


class Claim(Entry):
    """A figure or a piece of advice, who says it, and how far to trust it. Its title is the question it answers."""

    topic: Annotated[str, TaxonomyTerm("claim_topics")]
    """What it is about."""
    value: Name
    """The figure, or the range over all sources, in a few words."""
    positions: NonEmptyList[Position]
    """Who says what. Two or more that differ make a disagreement."""
    disagree: Boolean = False
    """True when the sources disagree."""
    obtained: Short
    """How the figure was obtained, if known; else say that no source is named."""
    trust: Annotated[str, TaxonomyTerm("trust")]
    """How far to trust it."""
    advice: Short
    """What we recommend, and why."""
