"""Sources that entries cite."""

from typing import Annotated

from .base import Entry
from .references import TaxonomyTerm
from .scalars import Address, integer
from .text_types import Name, Short


class Source(Entry):
    """Something read and cited. Its title is the title of the work."""

    publisher: Name
    """Who published it, or the authors."""
    year: integer(1900, 2100) | None = None
    """The year of publication, where known."""
    address: Address | None = None
    """Where to read it, where known."""
    kind: Annotated[str, TaxonomyTerm("source_kinds")]
    """What sort of source it is."""
    note: Short
    """What it is good for, and how far to trust it."""
