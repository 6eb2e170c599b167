"""Put fields into the order of the model. The comments above a field move with it."""

import re
from collections.abc import Iterator

from ...models import Model
from ...models.introspection import model_at
from ...parsing.document import KeyPath, YamlDocument
from ...parsing.reader import parse
from .edits import Edit, apply_edits, is_same_data


def order_fields(text: str, model: type[Model]) -> str:
    """Return `text` with the fields of every mapping in the order of the model."""
    skipped: set[KeyPath] = set()
    while True:
        document = parse(text, "")
        if document.problems:
            return text
        for path, edit in _find_unordered(document, text.split("\n"), model):
            if path not in skipped:
                edited = apply_edits(text, [edit])
                break
        else:
            return text
        if is_same_data(document, parse(edited, "")):
            text = edited
        skipped.add(path)


def _find_unordered(document: YamlDocument, lines: list[str], model: type[Model]) -> Iterator[tuple[KeyPath, Edit]]:
    """Yield the path of each mapping whose keys are out of order, and the Edit that orders them."""
    mappings: dict[KeyPath, list[str]] = {}
    for *parent, key in document.keys:
        mappings.setdefault(tuple(parent), []).append(str(key))
    for path, keys in mappings.items():
        order = [*model_at(model, path).model_fields]
        wanted = sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
        locations = [document.locate((*path, key), is_key=True) for key in keys]
        if wanted != keys and _is_block(locations, lines):
            start, end, blocks = _split_blocks(locations, lines)
            by_key = dict(zip(keys, blocks, strict=True))
            yield (path, Edit(start, end, _join_blocks([by_key[key] for key in wanted], lines[start])))


def _is_block(locations: list[tuple[int, int]], lines: list[str]) -> bool:
    """Return True when each key begins its line, all in one column."""
    column = locations[0][1] - 1
    return {location[1] for location in locations} == {column + 1} and all(
        not lines[line - 1][:column].strip(" -") for line, _ in locations
    )


def _split_blocks(locations: list[tuple[int, int]], lines: list[str]) -> tuple[int, int, list[list[str]]]:
    """Return the first line, the line after the last, and for each key its lines with the comments above it."""
    column = locations[0][1] - 1
    starts = [line - 1 for line, _ in locations]
    for index in range(1, len(starts)):
        while lines[starts[index] - 1].startswith(" " * column + "#"):
            starts[index] -= 1
    end = locations[-1][0]
    while end < len(lines) and _is_part_of_value(lines[end], column):
        end += 1
    while not lines[end - 1]:
        end -= 1
    ends = [*starts[1:], end]
    return starts[0], end, [lines[a:b] for a, b in zip(starts, ends, strict=True)]


def _is_part_of_value(line: str, column: int) -> bool:
    """Return True when `line` continues the value of a key in `column`."""
    indent = len(line) - len(line.lstrip(" "))
    return not line or indent > column or (indent == column and line.startswith("- ", column))


def _join_blocks(blocks: list[list[str]], first: str) -> list[str]:
    """Return the lines of `blocks`, with the dash of the mapping before its first key."""
    dash = re.match(r"[ -]*", first)[0]  # type: ignore[index]
    indent = " " * len(dash)
    lines = [line.replace(dash, indent, 1) if line is first else line for block in blocks for line in block]
    at = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    return [*lines[:at], dash + lines[at].removeprefix(indent), *lines[at + 1 :]]
