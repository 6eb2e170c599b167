"""Why a text is no YAML, in words for people: the cause and its line, rather than where the reader stumbled."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import yaml

from ..models import Entry, Model
from .indentation import astray, is_field, misplaced

CONFLICT = re.compile(r"^(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)(?: |$)", re.MULTILINE)
"""What Git leaves in a file that two people changed."""
_SWALLOWED = re.compile(r"\n *(- |[\w-]+:( |\n))")
_INSIDE = {'"': '\\"', "'": "''"}


class Said(NamedTuple):
    """The offset of the cause, what is wrong, and what to write instead."""

    at: int
    wrong: str
    instead: str


SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""Blanks that YAML takes for letters."""

ODD_SPACE = "a no-break or other odd space stands here", "delete it, and type a plain space"

# (pattern of a line, whose group `at` is the place; what is wrong; what to write instead)
SLIPS = (
    (
        rf"^[ -]*([\w-]+:)? *(?P<at>{SPACE})",
        *ODD_SPACE,
    ),
    (r"^ *(?P<at>-)[^ \n]", "the space after the dash is missing", "write `- ` before the text"),
    (
        r"^ *(?P<at>[*+•‣●◦▪·–—])[ \w]",
        "an item of a list begins with a dash",
        "write `- ` instead of {at}",
    ),
    (r"^ *(?P<at>\d+[.)]) ", "an item of a list begins with a dash", "write `- ` instead of {at}"),
    (r"^ *(?P<at>//)", "a note begins with #", "write `# ` instead of //"),
    (
        r"^[ -]*(?P<field>FIELD)(?P<at>:)[^ \n]",
        "the space after the colon is missing",
        "write `{field}: `",
    ),
    (
        r"^[ -]*(?P<field>FIELD) *(?P<at>[;=：])",
        "{at} stands where the colon should",
        "write `{field}: `",
    ),
    (
        r"^[ -]*(?P<at>(?P<field>FIELD))(?= *$| +(?:[^a-z]|\S+$))",
        "the colon after {field!r} is missing",
        "write `{field}:`, and a space after it",
    ),
)
LOST = (
    "this line is neither `field: text` nor `- item`",
    "put as many spaces before it as before the text it belongs to; a note begins with `# `",
)
_BEGINS = re.compile(r"^[ -]*(?:[\w-]+ *: +)?(?P<at>[][@%`*&!|>{},\"'])")
"""A value whose first sign means something of its own to YAML."""


def explained(error: yaml.MarkedYAMLError, text: str, events: Iterable[yaml.Event]) -> Said:
    """Return why `text` is no YAML, given the events that were read before the `error`."""
    context, stumbled = error.context or "", error.problem_mark or error.context_mark
    if stumbled is None:
        return Said(0, *_in_general(error))
    if re.search("escape|hex", error.problem or ""):
        tip = "write \\\\ for one \\, or put the text in single quotes"
        return Said(stumbled.index, "a \\ in double quotes begins a special sign", tip)
    if error.context_mark and "quoted scalar" in context:
        return _unclosed(error.context_mark, text)
    if quoted := _ends_before(text, stumbled, events):
        return _after_quotes(quoted, stumbled, text)
    if error.context_mark and re.search("scanning|flow", context):
        return _at_its_start(error, text)
    return _in_its_line(error, stumbled, text)


def slip(line: str) -> tuple[int, str, str] | None:
    """Return where in `line`, what is wrong and what to write instead, for the slips people make most."""
    for pattern, wrong, instead in _slips():
        if found := pattern.search(line):
            said = found.groupdict()
            return found.start("at"), wrong.format(**said), instead.format(**said)
    return None


def quoted_instead(value: str) -> str:
    """Return the advice to put `value`, the text of one line, into quotes."""
    kind, sign = ("single", "'") if '"' in value else ("double", '"')
    shown = value.strip() if len(value) <= 60 else " ".join(value[:40].split()[:-1]) + " …"
    return f"put the whole text in {kind} quotes: {sign}{shown}{sign}"


@cache
def _slips() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    fields = "|".join(sorted(_fields(Entry.__subclasses__())))
    return tuple((re.compile(one.replace("FIELD", f"(?:{fields})")), *said) for one, *said in SLIPS)


def _fields(models: Iterable[Any]) -> set[str]:
    """Return the name of every field of some models, and of those inside them."""
    names: set[str] = set()
    for model in models:
        if isinstance(model, type) and issubclass(model, Model):
            names |= model.model_fields.keys()
            names |= _fields(_parts(field.annotation for field in model.model_fields.values()))
    return names


def _parts(annotations: Iterable[Any]) -> Iterator[Any]:
    for one in annotations:
        yield one
        yield from _parts(getattr(one, "__args__", ()))


def _at_its_start(error: yaml.MarkedYAMLError, text: str) -> Said:
    """Explain an error of something whose beginning is known: a bare line, a bracket, a sign."""
    start = error.context_mark
    if start.index >= len(text):
        return Said(start.index, *_in_general(error))
    line = text.split("\n")[start.line]
    here = start.index - start.column
    if found := slip(line):
        return Said(here + found[0], *found[1:])
    value = line[start.column :]
    if "flow" in (error.context or "") and not re.search(r"[]}]", value):
        tip = f"write {'}' if value[0] == '{' else ']'} at its end; or {quoted_instead(value)}"
        return Said(start.index, f"the bracket {value[0]} that opens here is not closed", tip)
    if value[:1] in (">", "|"):
        tip = f"begin the text in the next line; or {quoted_instead(value)}"
        return Said(start.index, f"text stands in one line with {value[0]}", tip)
    return _begins(line, here) or Said(start.index, *LOST)


def _in_its_line(error: yaml.MarkedYAMLError, mark: yaml.Mark, text: str) -> Said:
    """Explain an error that shows only where the reader stumbled: in this line, or in the one above."""
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    start = mark.index - mark.column
    before = line[: mark.column]
    if not before.strip(" -"):
        return _of_line(lines, misplaced(lines, mark.line)) or Said(mark.index, *_in_general(error))
    if is_field(line) and ":" not in before:
        found = _of_line(lines, astray(lines, mark.line))
    elif ": " in line[: mark.column + 2]:
        found = _begins(line, start) or _colon(lines, mark, start)
    else:
        found = _begins(line, start)
    return found or Said(mark.index, *_in_general(error))


def _of_line(lines: list[str], found: tuple[int, str, str] | None) -> Said | None:
    """Return what is said of a line by its number; the slip in it, if there is one."""
    if found is None:
        return None
    number, *said = found
    start = sum(len(line) + 1 for line in lines[:number])
    if better := slip(lines[number]):
        return Said(start + better[0], *better[1:])
    column = len(lines[number]) - len(lines[number].lstrip(" "))
    return Said(start + column, *said)


def _begins(line: str, start: int) -> Said | None:
    if not (found := _BEGINS.search(line)):
        return None
    at = found.start("at")
    wrong = f"text that begins with {found['at']} must stand in quotes"
    return Said(start + at, wrong, quoted_instead(line[at:]))


def _colon(lines: list[str], mark: yaml.Mark, start: int) -> Said:
    """Explain a colon inside a text; of a text over lines, at the field above it."""
    line = lines[mark.line]
    if found := re.search(r"\{:", line):
        tip = "remove the braces and what is between them"
        return Said(start + found.start(), "attribute lists are not allowed", tip)
    if is_field(line) or line.lstrip(" ").startswith("- "):
        value = re.sub(r"^[ -]*(?:[\w-]+: +)?", "", line)
        return Said(
            mark.index, "a text that holds `: ` must stand in quotes", quoted_instead(value)
        )
    number = next((n for n in range(mark.line - 1, -1, -1) if is_field(lines[n])), mark.line)
    if re.search(r": +[>|][-+]?$", lines[number]):
        return Said(start + len(line) - len(line.lstrip(" ")), *LOST)
    if found := slip(line):
        return Said(start + found[0], *found[1:])
    above = sum(len(line) + 1 for line in lines[:number])
    colon = lines[number].find(":") + 1
    wrong = f"the text below holds `: ` (in line {mark.line + 1})"
    return Said(above + colon, wrong, "write >- after this colon, and nothing else in this line")


def _after_quotes(quoted: yaml.ScalarEvent, mark: yaml.Mark, text: str) -> Said:
    if _SWALLOWED.search(text, quoted.start_mark.index, quoted.end_mark.index):
        return _unclosed(quoted.start_mark, text)
    tip = f"close it at the very end; write a {quoted.style} inside it as {_INSIDE[quoted.style]}"
    return Said(mark.index, "the text goes on after its closing quote", tip)


def _unclosed(start: yaml.Mark, text: str) -> Said:
    quote = text[start.index : start.index + 1]
    tip = f"write {quote} at its end; write a {quote} inside it as {_INSIDE.get(quote, quote)}"
    return Said(start.index, "the quote that opens here is not closed", tip)


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
