"""Rules that keep the data of real people out."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..text.issue import Snippet
from ..traverse import EntryContents
from .finding import Finding

ELSEWHERE = {"address", "aliases", "id"}
"""Fields that hold published addresses and names of entries."""

_FICTIONAL = r"(?:[\w-]+\.)*(?:example(?:\.\w+)?|invalid|test)(?![\w-]|\.\w)"
"""Domains that nobody can own: RFC 2606 and RFC 6761."""

PRIVATE = {
    "a bank account": re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b"),
    "an email address": re.compile(rf"[\w.+-]+@(?!{_FICTIONAL})[\w-]+(?:\.[\w-]+)+"),
    # International; or an area in brackets or after a 0; or three groups of a North American number.
    "a phone number": re.compile(
        r"(?<![\w+.,])(?:(?:\+|00)[1-9]\d{0,2}[ ./-]?(?:\(0?\d{1,5}\)[ ./-]?)?\d(?:[ ./-]?\d){5,11}"
        r"|\(0\d{1,4}\)[ ./-]?\d{3,}(?:[ ./-]\d{2,})*|\(\d{3}\) ?\d{3}[ .-]\d{4}"
        r"|0\d{2,4}[ /-]\d{3,}(?:[ /-]\d{2,})*"
        r"|\d{3}[ .-]\d{3}[ .-]\d{4})(?!\w)"
    ),
    "a handle": re.compile(
        r"(?<![\w@./])@[A-Za-z]\w{2,}|\b(?:linkedin\.com/in|instagram\.com|t\.me|(?:x|twitter)\.com)/\w+"
    ),
    "a home address": re.compile(
        r"\b\d{1,4}[a-z]?,? (?:[A-Z][a-z]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Crescent|Close|Terrace)\b"
        r"|\b[A-ZÄÖÜ][a-zäöüß]+(?:straße|strasse|weg|gasse|allee) \d{1,4}\b"
    ),
}
"""Patterns of private data by label. Names of people are not covered: they look like any other words."""

_MAYBE = re.compile(r"[\d@]|\.(?:me|com)/")
"""A fast check before the patterns: private data has a digit, an @ or the address of a profile."""

_DRAMA = re.compile(r"555[ .-]01\d\d|\b01632[ -]?960|(?:\+44 ?|0)(?:20[ -]?7946|7700[ -]?900)")
"""Phone numbers reserved for fiction: North America 555-0100 to 0199, and those of Ofcom."""


def no_private_data(guide: Guide) -> Iterator[Finding]:
    """No email address, phone number, handle, home address or bank account; example.org and 555-01xx are free to use."""
    for entry in guide.all_entries():
        yield from _private(guide.contents(entry))


def _private(inside: EntryContents) -> Iterator[Finding]:
    for trail, text in inside.texts:
        if not ELSEWHERE & {*trail}:
            for what, found in private(text):
                tip = "leave it out, or write anna@example.org, or {name} in a message"
                snippet = Snippet.of(text, *found.span())
                yield Finding(inside.entry, trail, f"{found[0]!r} looks like {what}", tip, snippet)


def private(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield (what, words) of each thing in `text` that could belong to a real person."""
    for what, pattern in PRIVATE.items() if _MAYBE.search(text) else ():
        for found in pattern.finditer(text):
            if not _DRAMA.search(found[0]):
                yield what, found
