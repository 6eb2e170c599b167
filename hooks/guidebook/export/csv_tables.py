"""One CSV table (RFC 4180) for each kind, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from ..guide import Guide
from ..models import Entry
from ..output import Site
from ..urls import entry_url

SEPARATOR = "\n"
"""Separates the items of a list in one cell."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Spreadsheets run a cell that starts with one of these as a formula (OWASP, CSV injection)."""


def table(guide: Guide, site: Site, kind: str) -> str:
    """Return the CSV text of one kind; a row is an entry, a column a field, named from outside in."""
    rows = [_row(guide, site, entry) for entry in guide.entries_of(kind)]
    names = dict.fromkeys(name for row in rows for name in row)
    text = io.StringIO()
    writer = csv.DictWriter(text, [*names], restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _row(guide: Guide, site: Site, entry: Entry) -> dict[str, str]:
    data = entry.model_dump(mode="json", exclude_none=True)
    group = guide.file_group(entry)
    data |= {"group": group} if group else {}
    data["url"] = f"{site.address}{entry_url(guide, entry)}"
    return {name: escape_formula(value) for name, value in _cells(data)}


def _cells(data: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield (column, text): fields of fields as `example.who`, items that have fields as `beats.1.name`."""
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
