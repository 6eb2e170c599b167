"""What a sheet of paper holds: how much of each list is printed, and how much room each part may take.

The numbers are those of docs/assets/css/sheet.css on the tighter of two papers: A4 for the width of a line, Letter
for the height of a page. tests/print/test_overflow_limits.py measures them again on paper, with the widest common font.
"""

from .columns import columns
from .form_fields import BLANKS, FILLED, PERSON
from .one_pager import BUDGET, PRINTED, one_pager

__all__ = ["BLANKS", "BUDGET", "FILLED", "PERSON", "PRINTED", "columns", "one_pager"]
