"""The blanks on printed sheets, and the values of a reader's plan that fill them in."""

BLANKS = ("Employer", "Day, time", "Place, link", "People")
"""Labels of the blanks at the top of a one-pager."""

ROOM_BLANKS = ("Employer", "Day, time", "Place, link", "If I'm lost, I call")
"""Labels of the blanks at the top of the sheet for the room."""

FILLED = {
    "Employer": "company",
    "Day, time": "when",
    "Day, time, time zone": "when",
    "Interview on": "day",
    "They decide by": "promised",
    "Place, link": "place",
    "Link": "place",
    "Floor or link": "place",
    "People": "people",
    "Talked to": "people",
    "With": "name",
    "If I'm lost, I call": "phone",
    "Their phone number": "phone",
    "Its name in three words": "name",
    "Good for questions about": "shows",
    "Red flags, maybe": "maybe",
    "Red flags, yes": "flags",
    "Good signs, yes": "good",
}
"""Name of the value that docs/assets/js/print/fill-in.mjs writes into the blank with each label."""

PERSON = {"Name": "name", "Role": "role", "My story for that": "story"}
"""Property of a person that fills the column with each heading."""

SCORES = {"Weight": "weight", "Employer A": "0", "Employer B": "1", "Employer C": "2"}
"""What fills the columns of the decision sheet: the weight, or the scores of the first, second or third employer."""
