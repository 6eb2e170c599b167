"""Mends what has one right answer, and proves that the data read from the file stays the same.

Every mend yields edits of whole lines. An edit that would change the data, or add a problem, is left
out: comments and layout that no edit names stay byte for byte.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from .explain import model_at
from .model import KINDS, Model, Taxonomy
from .source import Loader, Source, Trail, parse


class Edit(NamedTuple):
    """Lines `start` to `end`, the latter not included, and what stands there instead."""

    start: int
    end: int
    lines: list[str]


def mended_files(data: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of the folder `data` that can be mended, with its new text."""
    for file in sorted(data.rglob("*.yml")):
        *folders, name = file.relative_to(data).parts
        kind = folders[0] if folders else name.removesuffix(".yml")
        model = Taxonomy if kind == "taxonomy" else KINDS[kind].model if kind in KINDS else None
        try:
            text = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # `make check` says so
        if model:
            new = fixed(text, model, f"{'../' * len(folders)}schema/{kind}.json")
            if new != text:
                yield file, new


def fixed(text: str, model: type[Model], schema: str) -> str:
    """Return `text`, which holds entries of `model`, mended; `schema` is the way from the file to its schema.

    What cannot be read as YAML comes back as it is.
    """
    source = parse(text.removeprefix("\ufeff"), "")
    if source.data is None:
        return text
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\t", " ")
    if not _same(source, parse(plain, "")):
        return text
    text = plain
    for mend in (trailing_blanks, blank_lines, final_newline, lambda t: binding(t, schema)):
        text = _mended(text, mend)
    text = _mended(text, lambda t: quotes(t, model))
    return ordered(text, model)


def trailing_blanks(text: str) -> Iterator[Edit]:
    """No blanks at the end of a line."""
    for number, line in enumerate(text.split("\n")):
        if line != line.rstrip(" "):
            yield Edit(number, number + 1, [line.rstrip(" ")])


def blank_lines(text: str) -> Iterator[Edit]:
    """One blank line before each entry of a list but the first, never two in a row."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 1):
        before = lines[number - 1]
        if not line and not before and number < len(lines) - 1:
            yield Edit(number, number + 1, [])
        elif line.startswith("- ") and before and not before.lstrip().startswith("#"):
            yield Edit(number, number, [""])


def final_newline(text: str) -> Iterator[Edit]:
    """The last line ends, and nothing follows it."""
    lines = text.split("\n")
    last = max(number for number, line in enumerate(lines) if line)
    if lines[last + 1 :] != [""]:
        yield Edit(last + 1, len(lines), [""])


def binding(text: str, schema: str) -> Iterator[Edit]:
    """The first line names the schema, for editors."""
    wanted, first = f"# yaml-language-server: $schema={schema}", text.partition("\n")[0]
    if first != wanted:
        yield Edit(0, int(first.startswith("# yaml-language-server:")), [wanted])


def quotes(text: str, model: type[Model]) -> Iterator[Edit]:
    """Text that YAML would read as something else stands in quotes, in double ones where they do."""
    source, lines = parse(text, ""), text.split("\n")
    trails = {source.place(trail): trail for trail in source.values}
    changed: set[int] = set()
    for event in reversed([*filter(_on_one_line, yaml.parse(text, Loader=Loader))]):
        number, start, end = event.start_mark.line, event.start_mark.column, event.end_mark.column
        trail = trails.get((number + 1, start + 1))
        line = lines[number]
        if trail and _is_text(source.data, trail, model):
            lines[number] = line[:start] + _quoted(event, line[start:end]) + line[end:]
            changed |= {number} if line != lines[number] else set()
    return (Edit(number, number + 1, [lines[number]]) for number in sorted(changed))


def ordered(text: str, model: type[Model]) -> str:
    """Return `text` with the fields of every entry in the order of the model."""
    given_up: set[Trail] = set()
    while True:
        source = parse(text, "")
        if source.problems:
            return text
        for trail, edit in _disorder(source, text.split("\n"), model):
            if trail not in given_up:
                better = _applied(text, [edit])
                break
        else:
            return text
        if _same(source, parse(better, "")):
            text = better
        given_up.add(trail)


def _disorder(source: Source, lines: list[str], model: type[Model]) -> Iterator[tuple[Trail, Edit]]:
    """Yield (trail, Edit) of each mapping whose keys are out of order."""
    mappings: dict[Trail, list[str]] = {}
    for *parent, key in source.keys:
        mappings.setdefault(tuple(parent), []).append(str(key))
    for trail, keys in mappings.items():
        order = [*model_at(model, trail).model_fields]
        wanted = sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
        places = [source.place((*trail, key), key=True) for key in keys]
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


def _on_one_line(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.start_mark.line == event.end_mark.line


def _is_text(data: Any, trail: Trail, model: type[Model]) -> bool:
    """Tell whether text stands at `trail`, where the model does not ask for a number or a truth value."""
    for part in trail:
        data = data.get(part) if isinstance(data, dict) else data[part]
    names = [part for part in trail if isinstance(part, str)]
    field = model_at(model, trail[:-1]).model_fields.get(names[-1]) if names else None
    return isinstance(data, str) and not (field and field.annotation in (bool, int, dt.date))


def _quoted(event: yaml.ScalarEvent, written: str) -> str:
    """Return the text of a scalar as we write it; `written` is how it stands there."""
    text = event.value
    if '"' in text or "\\" in text or event.style == '"' or (not event.style and _is_bare(text)):
        return written
    return f'"{text}"'


def _is_bare(text: str) -> bool:
    """Tell whether `text` means itself without quotes."""
    try:
        return yaml.load(f"- {text}", Loader) == [text]
    except (yaml.YAMLError, ValueError):
        return False


def _mended(text: str, mend: Callable[[str], Iterable[Edit]]) -> str:
    """Return `text` with all the edits of `mend`, or with each of them that leaves the data as it is."""
    edits, before = [*mend(text)], parse(text, "")
    if not edits or _same(before, parse(better := _applied(text, edits), "")):
        return better if edits else text
    for edit in reversed(edits):
        if _same(before, parse(better := _applied(text, [edit]), "")):
            text = better
    return text


def _applied(text: str, edits: Iterable[Edit]) -> str:
    lines = text.split("\n")
    for start, end, new in sorted(edits, reverse=True):
        lines[start:end] = new
    return "\n".join(lines)


def _same(before: Source, after: Source) -> bool:
    """Tell whether two texts hold the same data and the second no more problems."""
    return len(after.problems) <= len(before.problems) and _key(before.data) == _key(after.data)


def _key(data: Any) -> str:
    """Return `data` as text, but for blanks that no reader sees: several in a row, at the end of a line or of a text."""
    text = json.dumps(
        data, sort_keys=True, separators=(",", ":"), default=lambda day: [day.isoformat()]
    )
    return re.sub(r'(?:\\n| )+"', '"', re.sub(r" +(\\n)?", lambda found: found[1] or " ", text))
