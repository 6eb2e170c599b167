"""Compute the geometry of drawings. Templates turn the shapes into SVG."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..models import Step, Timeline


class Shape(NamedTuple):
    """An SVG element: its name, its CSS class, and its attributes."""

    element: str
    style: str
    attributes: dict[str, str | float]


def room(kind: str, people: int) -> list[Shape]:
    """Return a room from above, with the reader filled and `people` others outlined, in a box of 200 by 120."""
    return list(ROOM_LAYOUTS[kind](people))


def people_row(people: int, marked: int) -> list[Shape]:
    """Return a row of `people` with the first `marked` filled, in a box of 160 by 40."""
    step = min(24.0, 152 / people)
    radius = min(8.0, step * 0.42)
    return [_dot(8 + step * (i + 0.2), 20, "you" if i < marked else "them", radius) for i in range(people)]


def duration_bar(minutes: int, longest: int) -> list[Shape]:
    """Return a bar of `minutes` on a scale of `longest`, in a box of 160 by 40."""
    return [_box(4, 14, 152, 12, "line"), _box(4, 14, round(152 * minutes / longest, 1), 12, "you")]


def stairs(levels: int, most: int = 3) -> list[Shape]:
    """Return `most` steps that go down, with the first `levels` filled, in a box of 160 by 40."""
    return [_box(4 + 50 * i, 4 + 11 * i, 46, 8, "you" if i < levels else "line") for i in range(most)]


class Row(NamedTuple):
    """One step of a drawn timeline: (start, length) of its bar and its usual day, in percent of the longest wait."""

    bar: tuple[float, float] | None
    usual: float


_DAYS_PER_UNIT = {"hours": 1 / 24, "days": 1.0, "business-days": 1.4}


def timeline(entry: Timeline) -> list[Row]:
    """Return a Row for each step.

    Steps that count from the first moment of the timeline have a bar from their earliest to their latest day.
    """
    counted = [step for step in entry.steps if step.when.moment == entry.moment]
    longest = max((_days(step, "latest") for step in counted), default=0) or 1

    def share(step: Step, name: str) -> float:
        return round(100 * _days(step, name) / longest, 1)

    rows = []
    for step in entry.steps:
        start, end = share(step, "earliest"), share(step, "latest")
        bar = (start, max(round(end - start, 1), 1)) if step in counted else None
        rows.append(Row(bar, share(step, "usual")))
    return rows


def beats(seconds: Sequence[int]) -> list[tuple[float, float]]:
    """Return (x, width) of each part of an answer, for a bar 360 wide."""
    total, x, parts = sum(seconds), 0.0, []
    for part in seconds:
        width = 360 * part / total
        parts.append((round(x, 1), round(width - 2, 1)))
        x += width
    return parts


def _days(step: Step, name: str) -> float:
    return getattr(step.when, name) * _DAYS_PER_UNIT[step.when.unit]


def _dot(x: float, y: float, style: str, radius: float = 9) -> Shape:
    return Shape("circle", style, {"cx": round(x, 1), "cy": round(y, 1), "r": round(radius, 1)})


def _box(x: float, y: float, width: float, height: float, style: str) -> Shape:
    return Shape("rect", style, {"x": round(x, 1), "y": round(y, 1), "width": width, "height": height, "rx": 3})


def _path(d: str, style: str = "line") -> Shape:
    return Shape("path", style, {"d": d})


def _row(people: int, y: float) -> Iterator[Shape]:
    step = min(30, 160 / people)
    for index in range(people):
        yield _dot(100 + step * (index - (people - 1) / 2), y, "them")


def _table(people: int) -> Iterator[Shape]:
    yield _box(30, 46, 140, 26, "line")
    yield from _row(people, 30)
    yield _dot(100, 90, "you")


def _rounds(people: int) -> Iterator[Shape]:
    step = 180 / people
    yield _path(f"M14 96H{14 + step * (people - 0.5):.0f}m-7 -6l7 6-7 6")
    for index in range(people):
        x = 10 + step * (index + 0.45)
        yield _box(x - 14, 50, 28, 12, "line")
        yield _dot(x, 36, "them")
        yield _dot(x, 76, "you", 9 if index == 0 else 5)


def _board(people: int) -> Iterator[Shape]:
    yield _box(50, 8, 100, 34, "line")
    yield _path("M62 20h30m-30 10h52")
    yield _dot(166, 40, "you")
    yield from _row(people, 94)


def _stage(people: int) -> Iterator[Shape]:
    yield _box(60, 8, 80, 34, "line")
    yield _path("M70 34l14-12 12 8 20-16")
    yield _dot(160, 44, "you")
    for index in range(people):
        angle = math.pi * (index + 0.5) / people
        yield _dot(100 - 74 * math.cos(angle), 72 + 34 * math.sin(angle), "them")


def _meal(people: int) -> Iterator[Shape]:
    yield Shape("circle", "line", {"cx": 100, "cy": 60, "r": 26})
    for index in range(people + 1):
        angle = math.pi / 2 + 2 * math.pi * index / (people + 1)
        x, y = 100 + 46 * math.cos(angle), 60 + 46 * math.sin(angle)
        yield _dot(x, y, "them" if index else "you")


def _screen(people: int) -> Iterator[Shape]:
    yield _box(20, 6, 160, 96, "line")
    yield _path("M80 112h40")
    columns = min(people + 1, 3) if people < 4 else math.ceil((people + 1) / 2)
    lines = math.ceil((people + 1) / columns)
    for index in range(people + 1):
        x = 20 + 160 * (index % columns + 0.5) / columns
        y = 6 + 96 * (index // columns + 0.5) / lines
        yield _dot(x, y, "you" if index == people else "them")


def _walk(people: int) -> Iterator[Shape]:
    yield _path("M16 96C50 96 44 30 84 30s40 60 76 60 26-30 26-62m-6 8l6-8 6 8")
    spots = [(48, 50), (84, 52), (100, 16), (128, 44), (150, 104), (168, 62), (60, 96), (30, 70)]
    for x, y in spots[:people]:
        yield _dot(x, y, "them")
    yield _dot(16, 96, "you")


def _pair(people: int) -> Iterator[Shape]:
    yield _box(76, 40, 48, 34, "line")
    yield from (_dot(146, 57 + 26 * (index - (people - 1) / 2), "them") for index in range(people))
    yield _dot(54, 57, "you")


ROOM_LAYOUTS = {
    "table": _table,
    "rounds": _rounds,
    "board": _board,
    "stage": _stage,
    "meal": _meal,
    "screen": _screen,
    "walk": _walk,
    "pair": _pair,
}
