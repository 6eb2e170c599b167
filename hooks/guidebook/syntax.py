"""Why a text is no YAML, in words for people: the cause, rather than where the reader stumbled over it."""

import re
from collections.abc import Iterable

import yaml

CONFLICT = re.compile(r"^(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)(?: |$)", re.MULTILINE)
"""What Git leaves in a file that two people changed."""
_SWALLOWED = re.compile(r"\n *(- |[\w-]+:( |\n))")
_INSIDE = {'"': '\\"', "'": "''"}

Said = tuple[yaml.Mark | None, str, str]
"""Where, what is wrong, and what to write instead."""


def explained(error: yaml.MarkedYAMLError, text: str, events: Iterable[yaml.Event]) -> Said:
    """Return why `text` is no YAML, given the events that were read before the `error`."""
    if error.context_mark and "end of stream" in (error.problem or ""):
        if "quoted scalar" in (error.context or ""):
            return _unclosed(error.context_mark, text)
        return error.context_mark, *_in_general(error)
    mark = error.problem_mark or error.context_mark
    quoted = mark and _ends_before(text, mark, events)
    if not quoted:
        return mark, *_in_general(error)
    if _SWALLOWED.search(text, quoted.start_mark.index, quoted.end_mark.index):
        return _unclosed(quoted.start_mark, text)
    inside = _INSIDE[quoted.style]
    tip = f"close it at the very end; write a {quoted.style} inside it as {inside}"
    return mark, "the text goes on after its closing quote", tip


def _unclosed(start: yaml.Mark, text: str) -> Said:
    quote = text[start.index : start.index + 1]
    tip = f"write {quote} at its end; write a {quote} inside it as {_INSIDE.get(quote, quote)}"
    return start, "the quote that opens here is not closed", tip


def _ends_before(
    text: str, mark: yaml.Mark, events: Iterable[yaml.Event]
) -> yaml.ScalarEvent | None:
    """Return the text in quotes after which the reader stumbled at `mark`."""
    quoted = (e for e in events if isinstance(e, yaml.ScalarEvent) and e.style in _INSIDE)
    last = max(quoted, key=lambda event: event.start_mark.index, default=None)
    between = last and text[last.end_mark.index : mark.index]
    return last if between is not None and not between.strip(" ") else None


def _in_general(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    return (
        f"this is not YAML ({error.problem or error.context})",
        "check the indentation and colons here and in the line above; put quotes around text that holds ': '",
    )
