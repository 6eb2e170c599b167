"""What is filled in by hand, and which of it the reader's plan can fill in before printing."""

BLANKS = ("Employer", "Day, time", "Place, link", "People")
"""What is filled in at the top of a one-pager."""

FILLED = {
    "Employer": "company",
    "Day, time": "when",
    "Day, time, whose clock": "when",
    "Interview on": "day",
    "They decide by": "promised",
    "Place, link": "place",
    "Link": "place",
    "Floor or link": "place",
    "People": "people",
    "Spoke with": "people",
}
"""Labels of blanks, and what docs/assets/js/print/fill-in.mjs writes there."""

PERSON = {"Name": "name", "Role": "role"}
"""Heads of columns, and what of each person is written below."""
