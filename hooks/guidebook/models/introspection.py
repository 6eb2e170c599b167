"""Look up models and fields by their place in other models."""

from collections.abc import Iterable, Iterator
from typing import Any

from .base import Model
from .references import Ref


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """Yield the models in an annotation, at any depth of it, but not those in their fields."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from models_in(argument)


def model_at(model: type[Model], path: tuple[str | int, ...]) -> type[Model]:
    """Return the model at `path` below `model`."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = next(models_in(model.model_fields[part].annotation), model)
    return model


def reference_fields(model: type[Model]) -> Iterator[tuple[str, str]]:
    """Yield (field, kind) for each field of `model` that holds ids of entries of a kind, at its top level."""
    for name, field in model.model_fields.items():
        for mark in (*field.metadata, *_metadata(field.annotation)):
            if isinstance(mark, Ref):
                yield name, mark.kind


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in getattr(annotation, "__args__", ()):
        yield from _metadata(argument)


def field_names(models: Iterable[type[Model]]) -> frozenset[str]:
    """Return the names of the fields of some models, and of the models in them."""
    names: set[str] = set()
    for model in models:
        names |= model.model_fields.keys()
        for field in model.model_fields.values():
            names |= field_names(models_in(field.annotation))
    return frozenset(names)
