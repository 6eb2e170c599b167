"""What stands inside a checked model, however deep."""

from collections.abc import Iterator
from typing import Any

from .model import Model, Reference
from .source import Trail


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


def texts(value: Any, trail: Trail = ()) -> Iterator[tuple[Trail, str]]:
    """Yield (trail, text) of each text inside a model that is not a reference."""
    if isinstance(value, str) and not isinstance(value, Reference):
        yield trail, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*trail, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*trail, index))
