"""The text fields of the model, and entries that hold all of them between them."""

from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from typing import Annotated, Any, get_args, get_origin

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.models import Model
from guidebook.models.text_types import TextConstraints
from guidebook.parsing.document import KeyPath
from support.validate import Plain, leaves, plain

Way = tuple[str, ...]
"""The names of the fields from an entry down to a text, without the numbers of items."""

TIED = {"narrow"}
"""Fields that repeat the text of another one, of the same sort: `narrow` names `columns`."""
UNUSED: dict[str, Plain] = {
    "sheets": {
        "parts": [{"title": "Some lines", "blanks": ["A line"]}, {"title": "A box", "boxes": ["A box"]}],
        "right": [{"title": "More lines", "hint": "Use them well", "lines": 3}],
    }
}
"""What the model allows and no entry has yet."""


@cache
def text_fields(kind: str) -> dict[Way, TextConstraints]:
    """Return every text field that the model of a kind has, at every depth."""
    return {path: prose for path, prose in _proses(KINDS[kind].model) if not TIED & {*path}}


def _proses(annotation: Any, marks: tuple[Any, ...] = (), path: Way = ()) -> Iterator[tuple[Way, TextConstraints]]:
    yield from ((path, mark) for mark in marks if isinstance(mark, TextConstraints))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        for name, field in annotation.model_fields.items():
            yield from _proses(field.annotation, tuple(field.metadata), (*path, name))
    elif get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _proses(inner, tuple(more), path)
    else:
        for inner in get_args(annotation):
            yield from _proses(inner, (), path)


def places(kind: str, data: Plain) -> dict[Way, KeyPath]:
    """Return where in an entry each text field stands first."""
    found: dict[Way, KeyPath] = {}
    for trail in leaves(data):
        path = tuple(part for part in trail if isinstance(part, str))
        if path in text_fields(kind):
            found.setdefault(path, trail)
    return found


def holding_all(guide: Guide, kind: str) -> list[Plain]:
    """Return entries that hold every text field of a kind between them, as few as a greedy choice finds."""
    entries = [_untied(plain(guide, entry)) for entry in guide.entries_of(kind)]
    entries.append(entries[0] | UNUSED.get(kind, {"search": ["a word"]}))
    missing, chosen = {*text_fields(kind)}, []
    while missing:
        best = max(entries, key=lambda data: len(missing & places(kind, data).keys()))
        assert missing & places(kind, best).keys(), f"no entry of {kind} holds {missing}: see UNUSED"
        chosen.append(best)
        missing -= places(kind, best).keys()
    return chosen


def _untied(data: Any) -> Any:
    if isinstance(data, list):
        return [_untied(item) for item in data]
    if isinstance(data, dict):
        return {key: _untied(value) for key, value in data.items() if key not in TIED}
    return data


def fitted(text: str, prose: TextConstraints) -> str:
    """Return `text` with as many words after it as its field asks for."""
    lacking = prose.words[0] - len(text.split()) if prose.words else 0
    return " ".join([text, *islice(cycle(("more", "words")), max(lacking, 0))])
