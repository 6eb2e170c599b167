"""Export the steps of all timelines as JSON: each a number of days or hours after a moment, without dates."""

from typing import Any

from ..guide import Guide
from ..models import Step, Timeline
from ..text.inline_markdown import plain
from ..urls import entry_url
from .json_values import dump_terms


def timeline_steps(guide: Guide) -> dict[str, Any]:
    """Return every step of every timeline, with the terms for moments and units of time."""
    timelines = guide.entries_of("timelines")
    steps = [_step(guide, timeline, step) for timeline in timelines for step in timeline.steps]
    return {
        "kind": "calendar",
        "count": len(steps),
        "moments": dump_terms(guide.terms("moments")),
        "units": dump_terms(guide.terms("units")),
        "items": steps,
    }


def _step(guide: Guide, timeline: Timeline, step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "timeline": timeline.id,
        "title": step.title,
        "text": plain(step.do),
        "after": step.when.moment,
        "unit": step.when.unit,
        "earliest": step.when.earliest,
        "usual": step.when.usual,
        "latest": step.when.latest,
        "stop": step.stop,
        "messages": [*step.messages],
        "url": f"{entry_url(guide, timeline)}#{step.id}",
    }
