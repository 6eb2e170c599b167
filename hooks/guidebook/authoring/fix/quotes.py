"""Quotes around text."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import yaml

from ...loading.validation_messages import model_at
from ...models import Model
from ...parsing.document import KeyPath
from ...parsing.loader import Loader
from ...parsing.reader import parse
from .edits import Edit


def quotes(text: str, model: type[Model]) -> Iterator[Edit]:
    """Text that YAML would read as something else stands in quotes, in double ones where they do."""
    source, lines = parse(text, ""), text.split("\n")
    trails = {source.locate(trail): trail for trail in source.values}
    changed: set[int] = set()
    for event in reversed([*filter(_on_one_line, yaml.parse(text, Loader=Loader))]):
        number, start, end = event.start_mark.line, event.start_mark.column, event.end_mark.column
        trail = trails.get((number + 1, start + 1))
        line = lines[number]
        if trail and _is_text(source.data, trail, model):
            lines[number] = line[:start] + _quoted(event, line[start:end]) + line[end:]
            changed |= {number} if line != lines[number] else set()
    return (Edit(number, number + 1, [lines[number]]) for number in sorted(changed))


def _on_one_line(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.start_mark.line == event.end_mark.line


def _is_text(data: Any, trail: KeyPath, model: type[Model]) -> bool:
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
