"""Export each kind as a CSV table (RFC 4180) that is safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from ..guide import Guide
from ..kinds import KINDS
from ..models.introspection import models_in
from ..output import Site
from ..urls import entry_url
from .json_values import dump_entry

SEPARATOR = "\n"
"""Separates the items of a list in one cell."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Spreadsheets run a cell that starts with one of these as a formula (OWASP, CSV injection)."""


def part_fields(kind: str) -> list[str]:
    """Return the fields of a kind that hold a list of parts, such as steps. Each has a table of its own."""
    fields = KINDS[kind].model.model_fields
    return [name for name, field in fields.items() if _is_list_of_parts(field.annotation)]


def _is_list_of_parts(annotation: Any) -> bool:
    if get_origin(annotation) is tuple:
        return any(models_in(annotation))
    return any(map(_is_list_of_parts, get_args(annotation)))


def render_table(guide: Guide, site: Site, kind: str, part: str = "") -> str:
    """Return the CSV text of one kind: a row for each entry, or for each item of its field `part`."""
    rows = []
    for entry in guide.entries_of(kind):
        data = dump_entry(guide, entry)
        if part:
            rows += [_row({"entry": entry.id, "number": n} | item) for n, item in enumerate(data.get(part, ()), 1)]
        else:
            whole = {name: value for name, value in data.items() if name not in part_fields(kind)}
            rows.append(_row(whole | {"url": f"{site.address}{entry_url(guide, entry)}"}))
    names = dict.fromkeys(name for row in rows for name in row)
    text = io.StringIO()
    writer = csv.DictWriter(text, [*names], restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _row(data: dict[str, Any]) -> dict[str, str]:
    return {name: escape_formula(value) for name, value in _cells(data)}


def _cells(data: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield (column, text) of each value: nested fields as `example.who`, fields of items as `beats.1.name`."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _cells(value, f"{name}.{key}".strip("."))
    elif isinstance(data, list) and data and isinstance(data[0], dict):
        for number, value in enumerate(data, 1):
            yield from _cells(value, f"{name}.{number}")
    elif isinstance(data, list):
        yield name, SEPARATOR.join(map(str, data))
    else:
        yield name, str(data).lower() if isinstance(data, bool) else str(data)


def escape_formula(text: str) -> str:
    """Return `text` with an apostrophe before it if a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
