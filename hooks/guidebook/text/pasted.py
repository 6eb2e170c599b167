"""Checks for what pasting and editing leave in a text: wrong encodings, ligatures and repeated words."""

import re
import unicodedata
from collections.abc import Iterator

from .issue import Issue, Snippet

_MOJIBAKE = re.compile(r"\S*[\u00c2\u00c3\u00e2\u00f0][^\x00-\x7f]\S*")
"""A word with a character that begins most sequences of UTF-8 read as Windows-1252, and one that continues them."""
_SEQUENCE = re.compile(r"[\u00c2-\u00f4][^\x00-\x7f]{1,3}")
_LIGATURE = re.compile(r"\S*[\ufb00-\ufb06]\S*")
_REPEATED = re.compile(r"(?<![\w'’-])(?P<word>[a-z]{2,})\s+(?P=word)(?![\w'’-])", re.IGNORECASE)
REPEATABLE = frozenset({"had", "that", "bye", "very", "so", "no", "knock", "walla", "her", "is", "why"})
"""Words that correct sentences repeat: "the time he had had", "five times why"."""
_PLAIN_QUOTES = str.maketrans("‘’“”", "''\"\"")


def pasted_mistakes(text: str) -> Iterator[Issue]:
    """Yield an Issue for each word in a wrong encoding, with a ligature, or written twice."""
    if not text.isascii():
        for match in _MOJIBAKE.finditer(text):
            if (fixed := _SEQUENCE.sub(_decoded, match[0])) != match[0]:
                yield _issue("has characters of a wrong encoding", fixed, text, match)
        for match in _LIGATURE.finditer(text):
            fixed = unicodedata.normalize("NFKC", match[0])
            yield _issue("has a ligature, which search cannot find", fixed, text, match)
    for match in _REPEATED.finditer(text):
        if match["word"].lower() not in REPEATABLE:
            yield _issue("repeats a word", match["word"], text, match)


def _issue(what: str, fixed: str, text: str, match: re.Match[str]) -> Issue:
    hint = f"write {fixed.translate(_PLAIN_QUOTES)[:60]}"
    return Issue(f"{match[0][:60]!r} {what}", hint, Snippet.of(text, *match.span()))


def _decoded(match: re.Match[str]) -> str:
    """Return what a sequence of characters was before its UTF-8 bytes were read as Windows-1252 or Latin-1."""
    for length in range(len(match[0]), 1, -1):
        part = match[0][:length]
        try:
            code = b"".join(map(_byte, part))
            return code.decode("utf-8") + _SEQUENCE.sub(_decoded, match[0][length:])
        except UnicodeError:
            continue
    return match[0]


def _byte(char: str) -> bytes:
    """Return the byte of a character in Windows-1252, or in Latin-1 for the five bytes that it leaves out."""
    return char.encode("latin-1" if char in "\x81\x8d\x8f\x90\x9d" else "cp1252")
