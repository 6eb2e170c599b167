"""What one sheet of paper holds: how many of each list are printed, and how much room each part may take.

The numbers are those of docs/assets/css/sheet.css on the tighter of two papers: A4 for the width of a line, Letter
for the height of a page. tests/test_print.py measures them again on paper, with the widest common fallback font.
"""

from collections.abc import Iterator
from typing import NamedTuple

from .guide import Guide
from .model import Entry, Format, Part, Sheet

PRINTED = {"likely": 5, "asks": 4, "red_flags": 5, "steps": 5}
"""How many of each list stand on the short one-pager, best first. The full one holds all."""

BLANKS = ("Employer", "Day, time", "Place, link", "People")
"""What is filled in at the top of a one-pager."""
FILLED = {"Employer": "employer", "Day, time": "day", "People": "people"}
"""Blanks that a reader can fill in before printing, and the name of the field that does."""

BUDGET = {
    ("Title", "They score"): 8,
    ("Do",): 26,
    ("First five minutes",): 9,
    ("They ask",): 21,
    ("You ask",): 9,
    ("Watch for",): 8,
    ("Afterwards",): 8,
    ("They ask", "You ask", "Watch for", "Afterwards"): 41,
}
"""The most lines of each part of the one-pager, and of those that share a column, on a Letter page."""

PAGE = 253.0
"""Millimetres of a sheet without its foot and margins."""
QUARTER = 92.0
"""Millimetres for the part on a quarter of a card that folds, which is set larger by a fifth."""
LINE, RULE, ROW, HEADING, HINT = 4.4, 7.4, 8.2, 8.2, 4.8
"""Millimetres of a line of text, a line to write on, a row of a table, a heading, and a hint."""

TITLE, BOXED, DASHED, NUMBERED, DATED, HALF, WHOLE = 25.7, 24.4, 24.8, 24.4, 21.4, 25.9, 53.8
"""Width of a line of text in em, by what stands beside it; that of half a page and of a whole one."""
THEN, SMALL, LARGE = 0.92, 0.85, 1.7
"""Sizes of a follow-up, of small text and of a title, against the text."""

WIDTHS = {
    28: "'ijlIJ",
    34: " .,:;·’‘/-",
    41: "frt()!",
    47: '"',
    53: "sz–?“”",
    59: "cFLPkvxy",
    61: "aoeTY",
    64: "bdghnpqu0123456789ES€£$",
    70: "ABCKRVXZ",
    79: "DGHNOQU&",
    84: "w+",
    100: "mMW—…%",
}
"""Letters by their width in DejaVu Sans, in hundredths of an em, rounded up."""
_WIDTH = {letter: width / 100 for width, letters in WIDTHS.items() for letter in letters}


class Text(NamedTuple):
    """A text on paper, and where it stands in the data."""

    entry: Entry
    trail: tuple[str | int, ...]
    text: str
    lines: int


def lines(text: str, room: float) -> int:
    """Return how many lines of `room` em the `text` takes."""
    count, left = 1, room
    for word in text.split():
        width = sum(_WIDTH.get(letter, 0.7) for letter in word)
        if left < room and width + _WIDTH[" "] > left:
            count, left = count + 1, room
        left -= width + (_WIDTH[" "] if left < room else 0)
    return count


def one_pager(guide: Guide, entry: Format) -> dict[str, list[Text]]:
    """Return the texts of each part of the short one-pager."""
    scores = " · ".join(score.what for score in entry.scores)
    return {  # a line of the title counts twice, because it is as tall as two small ones
        "Title": [Text(entry, ("title",), entry.title, 2 * lines(entry.title, TITLE / LARGE))],
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
        "Afterwards": [*_steps(guide, entry.timeline, PRINTED["steps"])],
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


def _steps(guide: Guide, id_: str, most: int) -> Iterator[Text]:
    timeline = guide.get(id_)
    for index, step in enumerate(timeline.steps[:most]):
        unit = "h" if step.when.unit == "hours" else step.when.unit
        span = f" {step.when.earliest}–{step.when.latest}_{unit}"
        yield Text(timeline, ("steps", index, "title"), step.title, lines(step.title + span, DATED))


def height(guide: Guide, part: Part, *, whole: bool) -> float:
    """Return the millimetres that `part` of a sheet takes, on the whole width or in one of two columns."""
    room = WHOLE if whole else HALF
    hint = HINT * lines(part.hint, room / SMALL) if part.hint else 0
    return HEADING + hint + _CONTENT[part.holds](guide, part, room)


def _boxes(texts: Iterator[str], room: float, gap: float = 0.8) -> float:
    return sum(LINE * lines(text, room) + gap for text in texts)


def _grid(guide: Guide, part: Part, room: float) -> float:
    cell = room / len(part.grid.columns) - 0.8
    head = max(lines(column, cell / 0.93) for column in part.grid.columns)
    rows = sum(max(ROW, LINE * lines(row, cell) + 1.4) for row in part.grid.rows)
    return LINE * head + 1.4 + rows + ROW * part.grid.blank


def _fears(guide: Guide, part: Part, room: float) -> float:
    texts = [guide.get(id_).fears[0] for id_ in part.people]
    return sum(LINE * (1 + lines(text, HALF)) + 1.3 for text in texts) / 2 + LINE


_CONTENT = {
    "checklist": lambda guide, part, room: _boxes(
        (item.text for item in guide.get(part.checklist).checklist), room - 1.5
    ),
    "asks": lambda guide, part, room: _boxes(
        (guide.get(id_).title for id_ in part.asks), room - 1.5
    ),
    "red_flags": lambda guide, part, room: (
        LINE + _boxes((guide.get(id_).title for id_ in part.red_flags), room - 11, 1.2)
    ),
    "people": _fears,
    "timeline": lambda guide, part, room: sum(
        max(LINE * text.lines, 6) + 1 for text in _steps(guide, part.timeline, 99)
    ),
    "boxes": lambda guide, part, room: _boxes(iter(part.boxes), room - 1.5),
    "blanks": lambda guide, part, room: RULE * len(part.blanks),
    "grid": _grid,
    "lines": lambda guide, part, room: RULE * part.lines,
}


def columns(guide: Guide, entry: Sheet) -> Iterator[tuple[str, float, float]]:
    """Yield (field, millimetres taken, millimetres there are) of each column or quarter of a sheet."""
    if entry.fold:
        for part in entry.parts:
            yield "parts", 1.2 * height(guide, part, whole=False), QUARTER
        return
    for name in ("parts", "right"):
        heights = [height(guide, part, whole=not entry.right) for part in getattr(entry, name)]
        yield name, sum(heights), PAGE - _head(entry)


def _head(entry: Sheet) -> float:
    title = LINE * LARGE * lines(entry.title, TITLE / LARGE)
    summary = LINE * SMALL * lines(entry.summary, TITLE / SMALL)
    return max(title + summary, 24) + 2.5
