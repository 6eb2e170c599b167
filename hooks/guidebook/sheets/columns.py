"""The height of the parts of the sheets in data/sheets.yml, in millimeters."""

from collections.abc import Iterator

from ..guide import Guide
from ..models import Part, Sheet
from .one_pager import LARGE, SERIF, SMALL, TITLE, steps
from .text_metrics import lines, width

PAGE = 253.0
"""Millimeters of a sheet without its foot and margins."""
QUARTER = 92.0
"""Millimeters for the part on a quarter of a card that folds, which is set larger by a fifth."""
LINE, RULE, ROW, HEADING, HINT = 4.4, 7.1, 7.9, 9.5, 4.8
"""Millimeters of a line of text, a line to write on, a row of a table, a heading, and a hint."""
BLANK, CODE = 6.4, 16
"""Millimeters of a blank at the top, and of the code beside it."""
HALF, WHOLE = 25.9, 53.8
"""Width of half a page and of a whole one in em."""
BOLD = 1.25
"""Width of a heading against the same words in plain text."""


def height(guide: Guide, part: Part, *, whole: bool) -> float:
    """Return the millimeters that `part` of a sheet takes, on the whole width or in one of two columns."""
    room = WHOLE if whole else HALF
    return HEADING + _hint(part, room) + _CONTENT[part.holds](guide, part, room)


def _hint(part: Part, room: float) -> float:
    """Return the millimeters that the hint takes below the heading: none where both stand on one line."""
    if not part.hint or BOLD * width(part.title) + SMALL * width(part.hint) + 1 < room:
        return 0
    return HINT * lines(part.hint, room / SMALL)


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
        max(LINE * text.lines, 6) + 1 for text in steps(guide, part.timeline, 99)
    ),
    "boxes": lambda guide, part, room: _boxes(iter(part.boxes), room - 1.5),
    "blanks": lambda guide, part, room: RULE * len(part.blanks),
    "grid": _grid,
    "lines": lambda guide, part, room: RULE * part.lines,
}


def measure_columns(guide: Guide, entry: Sheet) -> Iterator[tuple[str, float, float]]:
    """Yield (field, millimeters used, millimeters available) of each column or quarter of a sheet."""
    if entry.fold:
        for part in entry.parts:
            yield "parts", 1.2 * height(guide, part, whole=False), QUARTER
        return
    for name in ("parts", "right"):
        heights = [height(guide, part, whole=not entry.right) for part in getattr(entry, name)]
        yield name, sum(heights), PAGE - _head(entry)


def _head(entry: Sheet) -> float:
    title = LINE * LARGE * lines(entry.title, TITLE / LARGE / SERIF)
    summary = LINE * SMALL * lines(entry.summary, TITLE / SMALL)
    return max(title + summary, BLANK * len(entry.blanks), CODE) + 3
