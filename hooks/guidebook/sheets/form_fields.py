"""Labels of the blanks on printed sheets, and which of them the reader's plan fills in."""

BLANKS = ("Employer", "Day, time", "Place, link", "People")
"""Labels of the blanks at the top of a one-pager."""

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
"""The value that docs/assets/js/print/fill-in.mjs writes into the blank with each label."""

PERSON = {"Name": "name", "Role": "role"}
"""The property of a person that is written into the column with each heading."""
