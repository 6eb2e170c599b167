"""How many lines a text takes, set in DejaVu Sans, the widest of the fonts browsers commonly fall back to."""

import unicodedata
from functools import cache

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
"""Letters by their width in hundredths of an em, rounded up."""

_WIDTH = {letter: width / 100 for width, letters in WIDTHS.items() for letter in letters}


@cache
def _width(letter: str) -> float:
    """Return the width in em; an accent adds none, and a letter not listed counts as the widest."""
    return _WIDTH.get(unicodedata.normalize("NFD", letter)[0], 1.0)


def width(text: str) -> float:
    """Return the width of `text` on one line, in em."""
    return sum(map(_width, text))


def lines(text: str, room: float) -> int:
    """Return how many lines of `room` em the `text` takes; a word longer than a line is broken."""
    count, left = 1, room
    for word in text.split():
        if left < room:
            left -= _width(" ")
        long = width(word)
        if long > left and left < room:
            count, left = count + 1, room
        while long > room:
            count, long = count + 1, long - room + 1
        left -= long
    return count
