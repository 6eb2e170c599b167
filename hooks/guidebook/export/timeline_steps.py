"""The steps of all timelines as JSON: each a number of days or hours after a moment, without dates."""

import json
from typing import Any

from ..guide import Guide
from ..models import Step, Timeline
from ..text.inline_markdown import plain
from ..urls import entry_url


def timeline_steps(guide: Guide) -> str:
    """Return every step of every timeline as JSON, with the moments and units it counts in."""
    steps = [
        _step(guide, line, step) for line in guide.entries_of("timelines") for step in line.steps
    ]
    data = {
        "kind": "calendar",
        "count": len(steps),
        "moments": _terms(guide, "moments"),
        "units": _terms(guide, "units"),
        "items": steps,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _terms(guide: Guide, name: str) -> list[dict[str, str]]:
    return [{"id": term.id, "title": term.title} for term in guide.terms(name)]


def _step(guide: Guide, line: Timeline, step: Step) -> dict[str, Any]:
    when = step.when
    return {
        "id": step.id,
        "timeline": line.id,
        "title": step.title,
        "text": plain(step.do),
        "after": when.moment,
        "unit": when.unit,
        "earliest": when.earliest,
        "usual": when.usual,
        "latest": when.latest,
        "stop": step.stop,
        "messages": [*step.messages],
        "url": f"{entry_url(guide, line)}#{step.id}",
    }
