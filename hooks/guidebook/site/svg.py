"""Compute the geometry of drawings. Templates turn the shapes into SVG."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..models import Step, Timeline


class Shape(NamedTuple):
    """An SVG element: its name, its CSS class, and its attributes."""

    element: str
    style: str
    attributes: dict[str, str | float]


def room(kind: str, people: int) -> list[Shape]:
    """Return the object of a room, with the reader filled and `people` others outlined, in a box of 200 by 120."""
    path, place = ROOMS[kind]
    return [_path(path), *place(people)]


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


def _row(people: int, y: float, *, with_you: bool = False) -> Iterator[Shape]:
    """Yield a centered row of `people`, after the reader and a gap if `with_you`."""
    places = people + (2 if with_you else 0)
    step = min(26, 172 / places)
    xs = [100 + step * (index - (places - 1) / 2) for index in range(places)]
    if with_you:
        yield _dot(xs[0] + step / 4, y, "you", min(9, step * 0.4))
    yield from (_dot(x, y, "them", min(9, step * 0.4)) for x in xs[-people:])


def _meeting(people: int) -> Iterator[Shape]:
    return _row(people, 102, with_you=True)


def _table(people: int) -> Iterator[Shape]:
    yield from _row(people, 28)
    yield _dot(100, 96, "you")


def _rounds(people: int) -> Iterator[Shape]:
    step = 150 / people
    for index in range(people):
        x = 38 + step * (index + 0.5)
        yield _path(f"M{x - 10:.1f} 62v-36h20v36")
        yield _dot(x, 44, "them", min(7, step * 0.3))
    yield _dot(22, 88, "you")


def _stage(people: int) -> Iterator[Shape]:
    yield _dot(164, 60, "you")
    for index in range(people):
        angle = math.pi * (index + 0.5) / people
        yield _dot(100 - 66 * math.cos(angle), 78 + 26 * math.sin(angle), "them")


def _meal(people: int) -> Iterator[Shape]:
    for index in range(people + 1):
        angle = math.pi / 2 + 2 * math.pi * index / (people + 1)
        yield _dot(100 + 46 * math.cos(angle), 60 + 46 * math.sin(angle), "them" if index else "you")


def _screen(people: int) -> Iterator[Shape]:
    columns = min(people, 4)
    for index in range(people):
        across, down = index % columns, index // columns
        x = 100 + 112 * ((across + 0.5) / columns - 0.5)
        yield _dot(x, 34 if people > columns and not down else 56 if down else 44, "them")
    yield _dot(144, 78, "you", 6)


def _walk(people: int) -> Iterator[Shape]:
    for index in range(people + 1):
        angle = math.pi * (index + 0.5) / (people + 1)
        yield _dot(100 - 72 * math.cos(angle), 96 - 72 * math.sin(angle), "them" if index else "you")


def _scales(people: int) -> Iterator[Shape]:
    yield _dot(54, 55, "you")
    yield from (_dot(146 + 19 * (index - (people - 1) / 2), 55, "them") for index in range(people))


ROOMS: dict[str, tuple[str, Callable[[int], Iterator[Shape]]]] = {
    "table": ("M36 48h128v24H36z", _table),
    "rounds": ("M38 88H184m-9-8 9 8-9 8", _rounds),
    "desk": ("M46 50h108v30H46zM58 80v8m84-8v8M84 14h32v24H84zM100 14v24M60 60h24v8H60z", _meeting),
    "letter": ("M70 8h60v76H70zM80 22h40M80 34h40M80 46h24M80 70c6-14 10 8 16-3s8 4 13 0 6 1 9-2", _meeting),
    "scales": (
        "M100 18v76m-24 0h48M54 30h92M54 30 36 64m18-34 18 34M146 30l-18 34m18-34 18 34M34 64a20 12 0 0 0 40 0zM126 64a20 12 0 0 0 40 0z",
        _scales,
    ),
    "board": ("M42 10h116v66H42zM82 28 68 43l14 15M118 28l14 15-14 15M106 24 94 62", _meeting),
    "notes": ("M42 10h116v66H42zM54 20h22v22H54zM90 20h22v22H90zM126 44h22v22h-22zM76 31h14m22 0h25v13", _meeting),
    "stage": ("M56 8h88v52H56zM68 48l16-16 14 10 26-24m-12 0h12v12M100 60v10", _stage),
    "meal": (
        "M100 36a24 24 0 1 0 .1 0zM100 46a14 14 0 1 0 .1 0zM68 44v10a4 4 0 0 0 8 0V44m-4 14v20M130 44v34m0-34c8 4 8 16 0 18",
        _meal,
    ),
    "screen": ("M32 14h136v80H32zM84 106h32M100 94v12M128 66h32v24h-32z", _screen),
    "camera": ("M58 22h64v52H58zM122 40l24-14v44l-24-14M90 34a14 14 0 1 0 .1 0zM90 44a4 4 0 1 0 .1 0z", _meeting),
    "walk": (
        "M14 96h172M28 96a72 72 0 0 1 144 0M100 60a14 14 0 1 0 .1 0zM100 44v8m0 44v-4M70 74h8m44 0h8M79 53l6 6m36-6-6 6",
        _walk,
    ),
    "bubbles": (
        "M34 12h68v40H60L46 66V52H34zM112 28h54v38h-12v14L140 66h-28zM46 26h44M46 38h28M124 42h30M124 54h18",
        _meeting,
    ),
    "house": ("M52 46 100 8l48 38M62 40v44h76V40M84 44h32v34H84zM92 60l6 6 10-12", _meeting),
    "frames": (
        "M24 26h40v48H24zM76 10h48v64H76zM136 26h40v48h-40zM82 62l12-18 9 11 7-8 8 15zM34 38h20M34 48h20M34 58h12M146 62V50m10 12V40m10 22v-8",
        _meeting,
    ),
    "stations": (
        "M34 14h56v26H34zM110 14h56v26h-56zM34 52h56v26H34zM110 52h56v26h-56zM46 27l6 6 12-12M122 27h32M46 65h32M122 71V59m12 12V63m12 8V57",
        _meeting,
    ),
    "pair": ("M76 34h48v34H76z", _meeting),
}
"""The object of each room as an SVG path, and the function that places the reader and the others."""
