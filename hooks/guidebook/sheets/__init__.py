"""The contents of printed sheets: how much of each list is printed, and how much room each part may take.

The numbers are those of docs/assets/css/sheet.css on the tighter of two papers: A4 for the width of a line, Letter
for the height of a page. tests/print/test_overflow_limits.py measures them again on paper, with the widest common font.
"""

from .columns import measure_columns
from .form_fields import BLANKS, FILLED, PERSON
from .one_pager import LINE_LIMITS, PRINTED, one_pager

__all__ = ["BLANKS", "FILLED", "LINE_LIMITS", "PERSON", "PRINTED", "measure_columns", "one_pager"]
