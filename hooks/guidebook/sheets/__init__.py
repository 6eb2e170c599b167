"""The content of printed sheets: how many items of each list are printed, and how much space each part takes.

Sizes follow docs/assets/css/sheet.css on the smaller of two papers: A4 for the width of a line, Letter for the height
of a page. tests/print/test_overflow_limits.py checks them against printed pages in the widest common font.
"""

from .columns import measure_columns
from .form_fields import BLANKS, FILLED, PERSON, ROOM_BLANKS, SCORES
from .one_pager import LINE_LIMITS, PRINTED, one_pager

__all__ = [
    "BLANKS",
    "FILLED",
    "LINE_LIMITS",
    "PERSON",
    "PRINTED",
    "ROOM_BLANKS",
    "SCORES",
    "measure_columns",
    "one_pager",
]
