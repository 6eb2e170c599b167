"""Sources that entries cite."""

from typing import Annotated

from .base import Entry
from .references import TaxonomyTerm
from .scalars import Address, integer
from .text_types import Name, Short


class Source(Entry):
    """A work that entries cite. The title is that of the work."""

    publisher: Name
    """The publisher or the authors."""
    language: Annotated[str, TaxonomyTerm("languages")] | None = None
    """The language of the title, if it isn't English."""
    year: integer(1900, 2100) | None = None
    """The year of publication, if known."""
    address: Address | None = None
    """The URL, if it can be read online."""
    kind: Annotated[str, TaxonomyTerm("source_kinds")]
    """The type of source."""
    note: Short
    """What it is useful for, and how far to trust it."""
