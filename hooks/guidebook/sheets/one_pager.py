"""The texts of the one-pager of a format, and how many lines each part may take."""

from collections.abc import Iterator
from typing import NamedTuple

from ..guide import Guide
from ..models import Entry, Format
from .text_metrics import lines

PRINTED = {"likely": 5, "asks": 4, "red_flags": 5, "steps": 5}
"""Items of each list on the short one-pager, best first. The full one prints all."""

LINE_LIMITS = {
    ("Title", "They score"): 8,
    ("Do",): 26,
    ("First five minutes",): 9,
    ("They ask",): 21,
    ("You ask",): 9,
    ("Watch for",): 8,
    ("Afterwards",): 8,
    ("They ask", "You ask", "Watch for", "Afterwards"): 39,
}
"""The most lines of each part of the one-pager, and of those that share a column, on a Letter page."""

TITLE, BOXED, DASHED, NUMBERED, DATED = 27.0, 24.2, 24.8, 24.4, 21.4
"""Width of a line of text in em, by what stands beside it."""
THEN, SMALL, LARGE = 0.92, 0.85, 1.7
"""Sizes of a follow-up, of small text and of a title, against the text."""
SERIF = 1.2
"""Width of the bold serif of titles against the same words in plain sans."""


class Text(NamedTuple):
    """A printed text, its location in the data, and how many lines it takes."""

    entry: Entry
    trail: tuple[str | int, ...]
    text: str
    lines: int


def one_pager(guide: Guide, entry: Format) -> dict[str, list[Text]]:
    """Return the texts of each part of the short one-pager."""
    scores = " · ".join(score.what for score in entry.scores)
    return {  # a line of the title counts twice, because it is as tall as two small ones
        "Title": [
            Text(entry, ("title",), entry.title, 2 * lines(entry.title, TITLE / LARGE / SERIF))
        ],
        "They score": [
            Text(entry, ("scores",), scores, lines(f"They score: {scores}", TITLE / SMALL))
        ],
        "Do": [
            Text(entry, ("checklist", index, "text"), item.text, lines(item.text, BOXED))
            for index, item in enumerate(entry.checklist)
            if item.essential
        ],
        "First five minutes": [
            Text(entry, ("moves", "first_five", index), line, lines(line, DASHED))
            for index, line in enumerate(entry.moves.first_five)
        ],
        "They ask": [*_questions(guide, entry.likely[: PRINTED["likely"]])],
        "You ask": _titles(guide, entry.asks[: PRINTED["asks"]], BOXED),
        "Watch for": _titles(guide, entry.red_flags[: PRINTED["red_flags"]], BOXED),
        "Afterwards": [*steps(guide, entry.timeline, PRINTED["steps"])],
    }


def _titles(guide: Guide, ids: tuple[str, ...], room: float) -> list[Text]:
    entries = [guide.get(id_) for id_ in ids]
    suffix = {entry.id: " (a good sign)" for entry in entries if _healthy(entry)}
    return [
        Text(entry, ("title",), entry.title, lines(entry.title + suffix.get(entry.id, ""), room))
        for entry in entries
    ]


def _healthy(entry: Entry) -> bool:
    return getattr(entry, "signal", "") == "health"


def _questions(guide: Guide, ids: tuple[str, ...]) -> Iterator[Text]:
    for entry in map(guide.get, ids):
        probe = entry.follow_ups.probe.ask
        yield Text(entry, ("title",), entry.title, lines(entry.title, NUMBERED))
        trail = ("follow_ups", "probe", "ask")
        yield Text(entry, trail, probe, lines(f"then: {probe}", NUMBERED / THEN))


def steps(guide: Guide, id_: str, most: int) -> Iterator[Text]:
    """Yield the first steps of a timeline, as they stand beside the blank for their date."""
    timeline = guide.get(id_)
    for index, step in enumerate(timeline.steps[:most]):
        unit = "h" if step.when.unit == "hours" else step.when.unit
        span = f" {step.when.earliest}–{step.when.latest}_{unit}"
        yield Text(timeline, ("steps", index, "title"), step.title, lines(step.title + span, DATED))
