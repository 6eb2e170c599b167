"""Render the sheets of the packet, which docs/assets/js/print/packet-sheet.mjs loads one by one."""

import json
from collections.abc import Iterator
from typing import Any

from ..guide import Guide
from ..kinds import KINDS
from ..output import Output
from .environment import Render

PLAN = "my-plan"
"""Name of the sheet with the reader's plan, which belongs to no entry."""


def packet_sheets(render: Render, guide: Guide) -> Iterator[Output]:
    """Yield a JSON file `{"html": ...}` for each sheet: an `<article>` with an `<h2>`."""
    yield _sheet(render, PLAN, "packet_plan")
    for kind in KINDS.values():
        for entry in guide.entries_of(kind.name) if kind.has_sheet else ():
            yield _sheet(render, entry.id, "packet_sheet", entry=entry)
    for entry in guide.entries_of("formats"):
        yield _sheet(render, f"room/{entry.id}", "packet_room", entry=entry)


def _sheet(render: Render, name: str, template: str, **context: Any) -> Output:
    html = render(f"{template}.html.jinja", f"print/packet/#{name}", **context).text.strip()
    content = json.dumps({"html": html}, ensure_ascii=False) + "\n"
    return Output(f"print/sheets/{name}.json", content)
