"""Measure the height of the parts of the sheets in data/sheets.yml, in millimeters."""

from collections.abc import Iterable, Iterator

from ..guide import Guide
from ..models import Part, Sheet
from .one_pager import LARGE, SERIF, TITLE, steps
from .text_metrics import count_lines, measure_width

PAGE = 253.0
"""Height of a sheet without its footer and margins, in mm."""
QUARTER = 92.0
"""Height of a quarter of a folding card, in mm."""
QUARTER_SCALE = 1.2
"""Font size on a folding card, relative to other sheets."""
LINE, RULE, ROW, HEADING, HINT = 4.4, 7.1, 7.9, 9.5, 4.8
"""Heights of a line of text, a line to write on, a table row, a heading and a hint, in mm."""
BLANK, CODE = 6.4, 16
"""Heights of a blank at the top and of the QR code beside it, in mm."""
HALF, WHOLE = 25.9, 53.8
"""Widths of half a page and of a whole page, in em."""
BOLD = 1.25
"""Width of a heading relative to the same words in plain text."""


def measure_columns(guide: Guide, entry: Sheet) -> Iterator[tuple[str, float, float]]:
    """Yield (field, mm used, mm available) of each column of a sheet, or of each quarter of a folding card."""
    if entry.fold:
        for part in entry.parts:
            yield "parts", QUARTER_SCALE * _part_height(guide, part, HALF), QUARTER
        return
    room = HALF if entry.right else WHOLE
    for name in ("parts", "right"):
        heights = [_part_height(guide, part, room) for part in getattr(entry, name)]
        yield name, sum(heights), PAGE - _head_height(entry)


def _head_height(entry: Sheet) -> float:
    title = LINE * LARGE * count_lines(entry.title, TITLE / LARGE / SERIF)
    summary = LINE * count_lines(entry.summary, TITLE)
    return max(title + summary, BLANK * len(entry.blanks), CODE) + 3


def _part_height(guide: Guide, part: Part, room: float) -> float:
    """Return the height of `part` in a column of `room` em."""
    return HEADING + _hint_height(part, room) + _content_height(guide, part, room)


def _hint_height(part: Part, room: float) -> float:
    """Return the height of the hint below the heading, or 0 when both fit on one line."""
    if not part.hint or BOLD * measure_width(part.title) + measure_width(part.hint) + 1 < room:
        return 0
    return HINT * count_lines(part.hint, room)


def _content_height(guide: Guide, part: Part, room: float) -> float:
    match part.holds:
        case "checklist":
            items = guide.get(part.checklist).checklist
            return _boxes_height((item.text for item in items), room - 1.5)
        case "asks":
            return _boxes_height(_titles(guide, part.asks), room - 1.5)
        case "red_flags":
            return LINE + _boxes_height(_titles(guide, part.red_flags), room - 11, gap=1.2)
        case "people":
            fears = [guide.get(id_).fears[0] for id_ in part.people]
            return sum(LINE * (1 + count_lines(text, HALF)) + 1.3 for text in fears) / 2 + LINE
        case "timeline":
            texts = steps(guide, part.timeline, 99)
            return sum(max(LINE * text.lines, 6) + 1 for text in texts)
        case "boxes" | "tips":
            return _boxes_height(getattr(part, part.holds), room - 1.5)
        case "blanks":
            return RULE * len(part.blanks)
        case "lines":
            return RULE * part.lines
        case "grid":
            return _grid_height(part, room)


def _titles(guide: Guide, ids: Iterable[str]) -> Iterator[str]:
    return (guide.get(id_).title for id_ in ids)


def _boxes_height(texts: Iterable[str], room: float, gap: float = 0.8) -> float:
    """Return the height of `texts`, each beside a box to tick."""
    return sum(LINE * count_lines(text, room) + gap for text in texts)


def _grid_height(part: Part, room: float) -> float:
    cell = room / len(part.grid.columns) - 0.8
    head = max(count_lines(column, cell / 0.93) for column in part.grid.columns)
    rows = sum(max(ROW, LINE * count_lines(row, cell) + 1.4) for row in part.grid.rows)
    return LINE * head + 1.4 + rows + ROW * part.grid.blank
