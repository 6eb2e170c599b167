"""Claims: figures and advice, with the positions of the sources."""

from typing import Annotated

from .base import Entry, Model, NonEmptyList
from .references import Id, Ref, TaxonomyTerm
from .scalars import Boolean
from .text_types import Name, Short


class Position(Model):
    """The position of one source."""

    source: Annotated[Id, Ref("sources")]
    """The source."""
    says: Short
    """Its statement in our own words, with the figure."""


class Claim(Entry):
    """A figure or a piece of advice, its sources, and how far to trust it. The title is the question it answers."""

    topic: Annotated[str, TaxonomyTerm("claim_topics")]
    """The topic."""
    value: Name
    """The figure, or the range across all sources, in a few words."""
    positions: NonEmptyList[Position]
    """The position of each source. Two or more that differ are a disagreement."""
    disagree: Boolean = False
    """True when the sources disagree."""
    obtained: Short
    """How the figure was obtained. If that is unknown, say that no source is named."""
    trust: Annotated[str, TaxonomyTerm("trust")]
    """How far to trust it."""
    advice: Short
    """Our recommendation, and the reason."""
