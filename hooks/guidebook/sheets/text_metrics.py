"""Estimate the lines of a text in DejaVu Sans, the widest of the common fallback fonts of browsers."""

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
def _letter_width(letter: str) -> float:
    """Return the width in em. Accents add nothing; a letter that is not listed counts as the widest."""
    return _WIDTH.get(unicodedata.normalize("NFD", letter)[0], 1.0)


def measure_width(text: str) -> float:
    """Return the width of `text` on one line in em."""
    return sum(map(_letter_width, text))


def count_lines(text: str, room: float) -> int:
    """Return the number of lines of `room` em that `text` fills; a word longer than a line is broken."""
    count, left = 1, room
    for word in text.split():
        if left < room:
            left -= _letter_width(" ")
        length = measure_width(word)
        if length > left and left < room:
            count, left = count + 1, room
        while length > room:
            count, length = count + 1, length - room + 1
        left -= length
    return count
