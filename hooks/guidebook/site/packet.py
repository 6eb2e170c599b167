"""The sheets of the packet, each in a file of its own: docs/assets/js/print/packet-sheet.mjs puts it into the page when it is chosen."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from ..guide import Guide

PLAN = "my-plan"


def packet(render: Callable[..., str], guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield the address and the content of each sheet: `{"html": ...}`, an `<article>` below a heading of the first level."""
    yield _sheet(render, PLAN, "packet_plan")
    for entry in (*guide.entries_of("formats"), *guide.entries_of("sheets")):
        yield _sheet(render, entry.id, "packet_sheet", entry=entry)


def _sheet(render: Callable[..., str], id_: str, template: str, **context: Any) -> tuple[str, str]:
    html = render(f"{template}.html.jinja", f"print/packet/#{id_}", **context).strip()
    return f"print/sheets/{id_}.json", json.dumps({"html": html}, ensure_ascii=False) + "\n"
