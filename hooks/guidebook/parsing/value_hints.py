"""Explain values that YAML cannot read: text that needs quotes, lists in brackets, two fields on one line."""

import re
from typing import NamedTuple

_SPECIAL = re.compile(r"^ *(?:- +)*(?:[\w-]+ *: +)?(?P<at>[][@%`*&!|>{},\"'])")
"""A value whose first character has a meaning in YAML."""
_EMPTY_ITEM = re.compile(r"^\[(?P<before>[^]\"']*?,)??\s*(?P<comma>,)")
_SHOWN_LENGTH = 60


class Hint(NamedTuple):
    """The offset of a cause, the message and the hint."""

    offset: int
    message: str
    hint: str


def quote_hint(value: str) -> str:
    """Return the hint to put the text of one line into quotes."""
    kind, quote = ("single", "'") if '"' in value or "\\" in value else ("double", '"')
    value = value.strip() if quote == '"' else value.strip().replace("'", "''")
    is_short = len(value) <= _SHOWN_LENGTH
    shown = value if is_short else (" ".join(value[:40].split()[:-1]) or value[:40]) + " …"
    return f"put the whole text in {kind} quotes: {quote}{shown}{quote}"


def explain_text(value: str) -> tuple[str, str]:
    """Return the message and the hint for a text that must be in quotes because of a character that has a meaning."""
    value = value.strip()
    if entry := re.search(r"- id: \S+$", value):
        return "a new entry begins inside this line", f"write `{entry[0]}` on a line of its own"
    if sign := re.match(r"[-?:] |[\[{]", value):
        cause = f"begins with `{sign[0]}`"
    elif ": " not in value and value.endswith(":"):
        cause = "ends with `:`"
    else:
        cause = "contains `: `"
    return f"a text that {cause} must be in quotes", quote_hint(value)


def explain_special_character(line: str, offset: int, field_names: frozenset[str]) -> Hint | None:
    """Return the mistake in a value that begins with a character of YAML; the line begins at `offset`."""
    if not (match := _SPECIAL.search(line)):
        return None
    start = match.start("at")
    value = line[start:]
    if empty := _EMPTY_ITEM.match(value):
        is_first = empty["before"] is None
        message = "there is no item before this comma" if is_first else "an item is empty between two commas"
        hint = "delete the comma" if is_first else "delete one of the commas, or write the item"
        return Hint(offset + start + empty.start("comma"), message, hint)
    if second := find_second_field(value, offset + start, field_names):
        return second
    message = f"text that begins with {match['at']} must be in quotes"
    return Hint(offset + start, message, quote_hint(value))


def find_second_field(value: str, offset: int, field_names: frozenset[str]) -> Hint | None:
    """Return the hint for a known field that follows the value of another on its line; the value begins at `offset`."""
    for match in re.finditer(r"[\]},;] *(?P<field>[\w-]+) *: +(?P<rest>.*)", value):
        if match["field"] in field_names and value.startswith("{"):
            message = f"the comma before {match['field']!r} is missing"
            return Hint(offset + match.start("field"), message, f"write `, {match['field']}:`")
        if match["field"] in field_names:
            hint = (
                f"write one field on each line: `{match['field']}: {match['rest'].strip()[:40]}` goes on the next one"
            )
            hint += ", without the comma" if value[match.start()] in ",;" else ""
            return Hint(offset + match.start("field"), "there are two fields on this line", hint)
    return None
