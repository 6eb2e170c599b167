"""Check the {placeholders} in texts."""

import re
from collections.abc import Iterator

from .inline_markdown import PLACEHOLDER
from .issue import Issue, Snippet
from .spelling import nearest

_CANDIDATE = re.compile(r"\{+([^{}\n]*)\}*|\}+|\[([^][\n]+)\](?!\()")
"""Braces, closed or not, and [words] that are not a link."""


def unknown_placeholders(text: str, known: tuple[str, ...]) -> Iterator[Issue]:
    """Yield an Issue for each brace that is not part of a known placeholder."""
    for match in _CANDIDATE.finditer(text):
        name = PLACEHOLDER.fullmatch(match[0])
        if not (name and name[1] in known):
            hint = nearest(match[1] or match[2] or "", [f"{{{name}}}" for name in known])
            message = f"unknown placeholder {match[0][:60]!r}"
            yield Issue(message, hint, Snippet.of(text, *match.span()))


def unexpected_placeholders(text: str) -> Iterator[Issue]:
    """Yield an Issue for each placeholder in a text where nothing replaces it."""
    for match in PLACEHOLDER.finditer(text):
        message = f"the placeholder {match[0]} works in messages only"
        yield Issue(message, "write the words", Snippet.of(text, *match.span()))
