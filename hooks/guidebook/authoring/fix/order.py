"""The order of fields. What moves is the lines of a field, with the comments above it."""

import re
from collections.abc import Iterator

from ...models import Model
from ...models.introspection import model_at
from ...parsing.document import KeyPath, YamlDocument
from ...parsing.reader import parse
from .edits import Edit, applied, same


def ordered(text: str, model: type[Model]) -> str:
    """Return `text` with the fields of every entry in the order of the model."""
    given_up: set[KeyPath] = set()
    while True:
        source = parse(text, "")
        if source.problems:
            return text
        for trail, edit in _disorder(source, text.split("\n"), model):
            if trail not in given_up:
                better = applied(text, [edit])
                break
        else:
            return text
        if same(source, parse(better, "")):
            text = better
        given_up.add(trail)


def _disorder(
    source: YamlDocument, lines: list[str], model: type[Model]
) -> Iterator[tuple[KeyPath, Edit]]:
    """Yield (trail, Edit) of each mapping whose keys are out of order."""
    mappings: dict[KeyPath, list[str]] = {}
    for *parent, key in source.keys:
        mappings.setdefault(tuple(parent), []).append(str(key))
    for trail, keys in mappings.items():
        order = [*model_at(model, trail).model_fields]
        wanted = sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
        places = [source.locate((*trail, key), is_key=True) for key in keys]
        if wanted != keys and _is_block(places, lines):
            start, end, chunks = _chunks(places, lines)
            by_key = dict(zip(keys, chunks, strict=True))
            yield trail, Edit(start, end, _joined([by_key[key] for key in wanted], lines[start]))


def _is_block(places: list[tuple[int, int]], lines: list[str]) -> bool:
    """Tell whether each key stands on a line of its own, all in one column."""
    column = places[0][1] - 1
    return {place[1] for place in places} == {column + 1} and all(
        not lines[line - 1][:column].strip(" -") for line, _ in places
    )


def _chunks(places: list[tuple[int, int]], lines: list[str]) -> tuple[int, int, list[list[str]]]:
    """Return the first line, the line after the last, and the lines of each key with the comments above it."""
    column = places[0][1] - 1
    starts = [line - 1 for line, _ in places]
    for index in range(1, len(starts)):
        while lines[starts[index] - 1].startswith(" " * column + "#"):
            starts[index] -= 1
    end = places[-1][0]
    while end < len(lines) and _belongs(lines[end], column):
        end += 1
    while not lines[end - 1]:
        end -= 1
    ends = [*starts[1:], end]
    return starts[0], end, [lines[a:b] for a, b in zip(starts, ends, strict=True)]


def _belongs(line: str, column: int) -> bool:
    """Tell whether `line` continues the value of a key in `column`."""
    indent = len(line) - len(line.lstrip(" "))
    return not line or indent > column or (indent == column and line.startswith("- ", column))


def _joined(chunks: list[list[str]], first: str) -> list[str]:
    """Return the lines of `chunks`; the dash that begins the mapping stays at its first key."""
    dash = re.match(r"[ -]*", first)[0]  # type: ignore[index]
    bare = " " * len(dash)
    lines = [line.replace(dash, bare, 1) if line is first else line for c in chunks for line in c]
    at = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    return [*lines[:at], dash + lines[at].removeprefix(bare), *lines[at + 1 :]]
