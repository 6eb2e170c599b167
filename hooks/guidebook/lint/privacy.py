"""A rule that keeps personal data out of the guide."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..text.issue import Snippet
from .finding import Finding

EXEMPT_FIELDS = {"address", "aliases", "id"}
"""Fields with published URLs and ids of entries."""

_FICTIONAL = r"(?:[\w-]+\.)*(?:example(?:\.\w+)?|invalid|test)(?![\w-]|\.\w)"
"""Domains reserved for examples (RFC 2606 and RFC 6761)."""

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
"""Patterns of personal data by label. Names of people cannot be told from other words."""

_MAYBE = re.compile(r"[\d@]|\.(?:me|com)/")
"""Fast check before the patterns: personal data has a digit, an @ or the domain of a profile."""

_FICTIONAL_NUMBER = re.compile(r"555[ .-]01\d\d|\b01632[ -]?960|(?:\+44 ?|0)(?:20[ -]?7946|7700[ -]?900)")
"""Phone numbers reserved for fiction: 555-0100 to 0199 in North America, and those of Ofcom in the UK."""


def no_private_data(guide: Guide) -> Iterator[Finding]:
    """No email address, phone number, handle, home address or bank account; example.org and 555-01xx are free to use."""
    for entry in guide.all_entries():
        for path, text in guide.texts(entry):
            for label, match in find_private_data(text) if not EXEMPT_FIELDS & {*path} else ():
                hint = "leave it out, or write anna@example.org, or {name} in a message"
                message = f"{match[0]!r} looks like {label}"
                yield Finding(entry, path, message, hint, Snippet.of(text, *match.span()))


def find_private_data(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield (label, match) of each part of `text` that could belong to a real person."""
    for label, pattern in PRIVATE.items() if _MAYBE.search(text) else ():
        for match in pattern.finditer(text):
            if not _FICTIONAL_NUMBER.search(match[0]):
                yield label, match
