"""The sheets of the packet, each in a file of its own, which docs/assets/js/print/packet-sheet.mjs inserts when it is chosen."""

import json
from collections.abc import Iterator
from typing import Any

from ..guide import Guide
from ..kinds import KINDS
from ..output import Output
from .environment import Render

PLAN = "my-plan"
"""Name of the sheet of the reader's plan, which is no entry."""


def packet_sheets(render: Render, guide: Guide) -> Iterator[Output]:
    """Yield `{"html": ...}` for each sheet: an `<article>` whose heading is of the second level."""
    yield _sheet(render, PLAN, "packet_plan")
    for kind in KINDS.values():
        for entry in guide.entries_of(kind.name) if kind.has_sheet else ():
            yield _sheet(render, entry.id, "packet_sheet", entry=entry)


def _sheet(render: Render, name: str, template: str, **context: Any) -> Output:
    html = render(f"{template}.html.jinja", f"print/packet/#{name}", **context).text.strip()
    content = json.dumps({"html": html}, ensure_ascii=False) + "\n"
    return Output(f"print/sheets/{name}.json", content)
