"""Walk checked models: the references, texts and links inside an entry, at any depth."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from .models import Entry, Model, Reference
from .parsing.document import KeyPath
from .text.inline_markdown import entry_links


def references(value: Any) -> Iterator[Reference]:
    """Yield every Reference inside a model, a tuple or a value."""
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from references(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from references(item)


def texts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield (path, text) of each text inside a model that is not a reference."""
    if isinstance(value, str) and not isinstance(value, Reference):
        yield path, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


class EntryContents:
    """The references, texts and links inside one entry, each collected when first read."""

    def __init__(self, entry: Entry) -> None:
        """Store the entry."""
        self.entry = entry

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every Reference."""
        return tuple(references(self.entry))

    @cached_property
    def texts(self) -> list[tuple[KeyPath, str]]:
        """(path, text) of each text that is not a reference."""
        return [*texts(self.entry)]

    @cached_property
    def linked_ids(self) -> frozenset[str]:
        """The ids of the entries that texts link to."""
        return frozenset(id_ for _, text in self.texts for id_ in entry_links(text))
