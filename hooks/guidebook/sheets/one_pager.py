"""The texts of the one-pager of a format, and the most lines of each part."""

from collections.abc import Iterator
from typing import NamedTuple

from ..guide import Guide
from ..models import Entry, Format
from ..text.time_words import short_words, span_words
from .text_metrics import count_lines

PRINTED = {"likely": 5, "asks": 4, "red_flags": 5, "steps": 5}
"""Items of each list on the short one-pager, from the start of the list. The full one-pager prints all."""

LINE_LIMITS = {
    ("Title", "They score"): 8,
    ("Do",): 26,
    ("First five minutes",): 9,
    ("Their questions",): 21,
    ("Your questions",): 9,
    ("Watch for",): 8,
    ("Afterward",): 8,
    ("Their questions", "Your questions", "Watch for", "Afterward"): 39,
}
"""Most lines of each part of the one-pager, and of the parts that share a column, on a Letter page."""

TITLE, BOXED, DASHED, NUMBERED, DATED = 27.0, 24.2, 24.8, 24.4, 21.4
"""Width of a line in em: of the title, and beside a box, a dash, a number or a date."""
LARGE = 1.7
"""Font size of a title, relative to the text."""
SERIF = 1.2
"""Width of the bold serif of titles relative to the same words in the sans of the text."""


class PrintedText(NamedTuple):
    """A text on a sheet, its path in the data, and the lines it fills."""

    entry: Entry
    path: tuple[str | int, ...]
    text: str
    lines: int


def one_pager(guide: Guide, entry: Format) -> dict[str, list[PrintedText]]:
    """Return the texts of each part of the short one-pager, by the heading of the part."""
    scores = " · ".join(score.what for score in entry.scores)
    return {  # a line of the title is as tall as two of text
        "Title": [PrintedText(entry, ("title",), entry.title, 2 * count_lines(entry.title, TITLE / LARGE / SERIF))],
        "They score": [PrintedText(entry, ("scores",), scores, count_lines(f"They score: {scores}", TITLE))],
        "Do": [
            PrintedText(entry, ("checklist", index, "text"), item.text, count_lines(item.text, BOXED))
            for index, item in enumerate(entry.checklist)
            if item.essential
        ],
        "First five minutes": [
            PrintedText(entry, ("moves", "first_five", index), line, count_lines(line, DASHED))
            for index, line in enumerate(entry.moves.first_five)
        ],
        "Their questions": [*_questions(guide, entry.likely[: PRINTED["likely"]])],
        "Your questions": _titles(guide, entry.asks[: PRINTED["asks"]], BOXED),
        "Watch for": _titles(guide, entry.red_flags[: PRINTED["red_flags"]], BOXED),
        "Afterward": [*steps(guide, entry.timeline, PRINTED["steps"])],
    }


def _titles(guide: Guide, ids: tuple[str, ...], room: float) -> list[PrintedText]:
    entries = [guide.get(id_) for id_ in ids]
    suffix = {entry.id: " (a good sign)" for entry in entries if _healthy(entry)}
    return [
        PrintedText(entry, ("title",), entry.title, count_lines(entry.title + suffix.get(entry.id, ""), room))
        for entry in entries
    ]


def _healthy(entry: Entry) -> bool:
    return getattr(entry, "signal", "") == "health"


def _questions(guide: Guide, ids: tuple[str, ...]) -> Iterator[PrintedText]:
    for entry in map(guide.get, ids):
        probe = entry.follow_ups.probe.ask
        yield PrintedText(entry, ("title",), entry.title, count_lines(entry.title, NUMBERED))
        path = ("follow_ups", "probe", "ask")
        yield PrintedText(entry, path, probe, count_lines(f"then: {probe}", NUMBERED))


def steps(guide: Guide, id_: str, most: int) -> Iterator[PrintedText]:
    """Yield the first `most` steps of a timeline, each beside the blank for its date."""
    timeline = guide.get(id_)
    for index, step in enumerate(timeline.steps[:most]):
        when = step.when
        words = span_words(when.unit, when.earliest, when.usual, when.latest)
        span = f" {short_words(words)}"
        yield PrintedText(timeline, ("steps", index, "title"), step.title, count_lines(step.title + span, DATED))
