"""Name the comments of `make new` that are still in a file when nothing is left to fill in."""

from collections.abc import Iterable, Iterator
from functools import cache

from ..kinds import KINDS
from ..models import Model
from ..models.introspection import models_in
from ..parsing.document import YamlDocument
from ..problem import Problem

OPTIONAL = "# may be left out."
"""Between the name of a field and its description in the comments of `make new`."""
_COMPARED = 40
"""Characters of a comment that are compared with the start of a description."""


def leftover_comments(document: YamlDocument) -> Iterator[Problem]:
    """Yield a Problem for each comment that describes a field, in the words of the models."""
    if "#" not in document.text:
        return
    for number, line in enumerate(document.text.split("\n"), 1):
        comment = line.lstrip(" ")
        if comment.startswith("# ") and (OPTIONAL in comment or comment[2 : 2 + _COMPARED] in _starts()):
            message, hint = ("a comment from `make new` is left over", "delete it, with the lines that continue it")
            yield Problem(document.path, number, len(line) - len(comment) + 1, message, hint)


@cache
def _starts() -> frozenset[str]:
    """Return the start of the description of every field."""
    descriptions = _descriptions(kind.model for kind in KINDS.values())
    return frozenset(" ".join(text.split())[:_COMPARED] for text in descriptions)


def _descriptions(models: Iterable[type[Model]]) -> Iterator[str]:
    for model in models:
        for field in model.model_fields.values():
            yield field.description or ""
            yield from _descriptions(models_in(field.annotation))
