"""Walk checked models: the references, texts and links inside an entry, at any depth."""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from .models import Entry, Model, Reference
from .parsing.document import KeyPath
from .text.inline_markdown import entry_links


def strings(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield (path, text) of each text and Reference inside a model."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from strings(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from strings(item, (*path, index))


def texts(value: Any) -> Iterator[tuple[KeyPath, str]]:
    """Yield (path, text) of each text inside a model that is not a Reference."""
    return (one for one in strings(value) if not isinstance(one[1], Reference))


class EntryContents:
    """The references, texts and links inside one entry, each collected when first read."""

    def __init__(self, entry: Entry) -> None:
        """Store the entry."""
        self.entry = entry

    @cached_property
    def strings(self) -> list[tuple[KeyPath, str]]:
        """(path, text) of each text and Reference."""
        return [*strings(self.entry)]

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every Reference."""
        return tuple(text for _, text in self.strings if isinstance(text, Reference))

    @cached_property
    def texts(self) -> list[tuple[KeyPath, str]]:
        """(path, text) of each text that is not a reference."""
        return [one for one in self.strings if not isinstance(one[1], Reference)]

    @cached_property
    def linked_ids(self) -> frozenset[str]:
        """The ids of the entries that texts link to."""
        return frozenset(id_ for _, text in self.texts for id_ in entry_links(text))


@cache
def contents_of(entry: Entry) -> EntryContents:
    """Return the contents of `entry`, collected once however often a rebuild asks for them."""
    return EntryContents(entry)
