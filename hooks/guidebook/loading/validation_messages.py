"""Turn the errors of pydantic into messages for contributors: what is wrong and what to write instead."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import ErrorDetails

from ..models import Model
from ..models.introspection import model_at, models_in
from ..models.taxonomy import COUNTRY_CODE
from ..parsing.document import KeyPath
from ..parsing.value_hints import explain_text
from ..text.inline_markdown import ID, as_id
from ..text.spelling import is_similar, nearest

_LINES_OF_FIELDS = "write `field: value` lines, indented by two spaces"
_TYPES = {
    "string_type": ("text", "write one text; in double quotes if it contains `: `, ends with `:` or begins with `- `"),
    "int_type": ("a whole number", "write digits only, without quotes"),
    "bool_type": ("true or false", "write true or false, without quotes"),
    "date_type": ("a date", "write year, month and day: 2026-11-22"),
    "tuple_type": ("a list", "write one item a line, each after `- `"),
    "model_type": ("fields with values", _LINES_OF_FIELDS),
    "model_attributes_type": ("fields with values", _LINES_OF_FIELDS),
}
"""What was expected, and the hint, for each pydantic error about a type."""
_CLOCK = re.compile(r"([0-9]+):([0-5][0-9])")
_PADDED_NUMBER = re.compile(r"0*([0-9]{1,15})(?:[.,][0-9]+)?\s*[^0-9]*")
_SHOWN_LENGTH = 60
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
_BOOLEANS = {
    **dict.fromkeys(("yes", "y", "on", "1", "true"), "write true, without quotes"),
    **dict.fromkeys(("no", "n", "off", "0", "false"), "write false, without quotes"),
}
_BAD_DASH = re.compile(r"(?P<sign>[-*+•‣●◦▪·–—]|\d+[.)]) *(?P<item>\S+)")
_LINK = re.compile(rf"\[[^]]*\]\(({ID.pattern})\)|(?:\S*/)?({ID.pattern})(?:/|\.(?:yml|md|html))?")
_HOST_AND_PATH = re.compile(r"(?:https?://|www\.)[^\s()<>]+( (?!https?:|www\.)[^\s()<>]+)*(?<!,)")


def field_name(details: ErrorDetails) -> str:
    """Return the name of the field that an error is about."""
    return next((str(part) for part in reversed(details["loc"]) if isinstance(part, str)), "entry")


def explain(details: ErrorDetails, model: type[Model], source: str = "") -> tuple[str, str]:
    """Return the message and the hint for an error.

    Args:
        model: the class that was validated.
        source: the line of the value, from its first character.
    """
    path, context = details["loc"], details.get("ctx", {})
    name, value = field_name(details), details["input"]
    match details["type"]:
        case "missing":
            field = model_at(model, path[:-1]).model_fields.get(name)
            return f"{name!r} is missing", f"add `{name}:` ({_first_sentence(field)})"
        case "extra_forbidden":
            return f"unknown field {name!r}", _field_hint(name, model, path, context["meant"])
        case "string_too_long":
            hint = f"the limit is {context['max_length']}: shorten it"
            return f"{name} has {len(value)} characters", hint
        case "too_long":
            message = f"{name} has {context['actual_length']} items"
            return message, f"write at most {context['max_length']}"
        case "too_short":
            message = f"{name} has {context['actual_length']} items"
            return message, f"write at least {context['min_length']}"
        case "string_pattern_mismatch":
            return _explain_pattern(name, value, context["pattern"], path[-1])
        case "literal_error":
            known = re.findall(r"'([^']+)'", context["expected"])
            return f"{name}: {_shown(value)} is not known", nearest(str(value), known)
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            return f"{name}: {_shown(value)} is out of range", f"write a whole number of {bound}"
        case "model_type" | "model_attributes_type" if isinstance(value, str):
            fields = ", ".join(f"`{field}:`" for field in model_at(model, path).model_fields)
            hint = f"write its fields on lines of their own, indented by two spaces: {fields}"
            return f"{name}: expected fields with values, found {_shown(value)}", hint
    return _explain_type(details, name, source)


def _explain_pattern(name: str, value: str, pattern: str, part: str | int) -> tuple[str, str]:
    """Return the message and the hint for a text that is not the address or the id that its field expects."""
    if pattern == COUNTRY_CODE:
        return f"{name}: {_shown(value)} is not the code of a country", "write its two letters in capitals, such as AU"
    if "https" in pattern:
        return f"{name}: {_shown(value)} is not an address that can be linked", _address_hint(value, pattern)
    if _ADDRESS.match(value):
        file = "data/sources.yml" if name in ("source", "sources") else "data/"
        message = f"{name}: {_shown(value)} is an address, and an id is expected here"
        return message, f"add the page to {file} as an entry, and write its id here"
    return f"{name}: {_shown(value)} is not an id", _id_hint(value, part)


def _explain_type(details: ErrorDetails, name: str, source: str) -> tuple[str, str]:
    """Return the message and the hint for a value of another type than its field has."""
    value = details["input"]
    expected, hint = _TYPES.get(details["type"], (details["msg"].lower(), _LINES_OF_FIELDS))
    if value is None:
        hint = "write a value, or remove the line"
    elif details["type"] == "int_type":
        hint = _integer_hint(name, value) or hint
    elif details["type"] == "bool_type":
        hint = _BOOLEANS.get(str(value).lower(), hint)
    elif details["type"] == "tuple_type" and isinstance(value, str):
        return _explain_list(name, value) or (f"{name}: expected a list, found {_shown(value)}", hint)
    elif details["type"] == "string_type" and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        if not ID.fullmatch(value[0]) and source:
            return explain_text(source)
        hint = f"write it without a dash or brackets: {value[0]}"
    elif isinstance(value, list) and not details["loc"]:
        hint = "this file holds one entry: delete the dash, and two spaces before each of the other lines"
    elif isinstance(value, dict) and value.keys() == {"id"}:
        return f"{name}: an id stands alone in a list", f"write `- {value['id']}`"
    elif details["type"] == "string_type" and not isinstance(value, int) and source:
        return explain_text(source)
    return f"{name}: expected {expected}, found {_shown(value)}", hint


def drop_cascading_errors(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield the errors of one entry without those that follow from others.

    A field is not missing when it is there but misspelled or at another level. The error of an unknown field gets the
    name of the field that it is taken for in `ctx["meant"]`.
    """
    unknown = [one["loc"] for one in errors if one["type"] == "extra_forbidden"]
    missing = [one["loc"] for one in errors if one["type"] == "missing"]
    is_pair = len(unknown) == len(missing) == 1
    meant = {path: _guess_field(path, missing, is_pair=is_pair) for path in unknown}
    unknown_names = {path[-1] for path in unknown}
    for details in errors:
        path = details["loc"]
        if details["type"] == "extra_forbidden":
            yield details | {"ctx": {"meant": str(meant[path][-1]) if meant[path] else ""}}
        elif details["type"] == "missing":
            if path not in meant.values() and path[-1] not in unknown_names:
                yield details
        elif not is_cascading(details):
            yield details


def is_cascading(details: ErrorDetails) -> bool:
    """Tell whether a list is too short only because pydantic left out items that it refused."""
    least = details.get("ctx", {}).get("min_length", 0)
    value = details["input"]
    return details["type"] == "too_short" and isinstance(value, list) and len(value) >= least


def _guess_field(unknown: KeyPath, missing: list[KeyPath], *, is_pair: bool) -> KeyPath | None:
    """Return the missing field at the same level that an unknown one may be a misspelling of.

    `is_pair` tells that the entry has one unknown and one missing field: they need not be similar.
    """
    siblings = [path for path in missing if path[:-1] == unknown[:-1]]
    if is_pair and siblings:
        return siblings[0]
    return next((path for path in siblings if is_similar(str(unknown[-1]), str(path[-1]))), None)


def _field_hint(name: str, model: type[Model], path: KeyPath, meant: str) -> str:
    """Return what to do about an unknown field: it is misspelled, has no colon, or is at the wrong level."""
    known = model_at(model, path[:-1]).model_fields
    if (first := name.partition(" ")[0]) in known and first != name:
        return f"write `{first}:` with its colon, and the text after it in double quotes"
    if meant:
        return f"did you mean {meant!r}?"
    for field, info in known.items():
        if any(name in inner.model_fields for inner in models_in(info.annotation)):
            return f"it belongs below `{field}:`, with two more spaces before it"
    if any(name in model_at(model, path[:end]).model_fields for end in range(len(path) - 1)):
        return "it belongs to the level above: put fewer spaces before it"
    hint = nearest(name, [*known])
    return hint if hint.endswith("?") else f"{hint}; or delete this field"


def _explain_list(name: str, value: str) -> tuple[str, str] | None:
    """Explain a text where a list is expected: an item with a wrong sign before it, or ids without brackets."""
    if match := _BAD_DASH.match(value):
        if match["sign"] == "-":
            return "the space after the dash is missing", f"write `- {match['item']}`"
        return (f"an item of a list begins with a dash, not with {match['sign']}", f"write `- {match['item']}`")
    if ids := [value] if ID.fullmatch(value) else _several_ids(value.strip("()“” ")):
        return f"{name}: expected a list, found {_shown(value)}", f"write `{name}: [{', '.join(ids)}]`"
    return None


def _address_hint(value: str, pattern: str) -> str:
    """Return the address that a value contains, in the form that can be linked."""
    if found := _HOST_AND_PATH.search(value):
        address = "https://" + re.sub("^https?://", "", found[0]).replace(" ", "%20")
        if re.search(pattern, address):
            return f"write {address}"
    return "write a full address that starts with https://, with plain letters in the host name"


def _several_ids(value: str) -> list[str]:
    """Return the ids in a text of several ids, or nothing when it may be something else."""
    words = [word for word in re.split(r"(?:[,;&\s]|\.\s)+", value) if word not in ("and", "or", "")]
    is_list = re.search(r"[,;&]|\. | and | or ", value) or any("-" in word for word in words)
    return words if len(words) > 1 and is_list and all(map(ID.fullmatch, words)) else []


def _id_hint(value: str, part: str | int) -> str:
    """Return how to write an id; `part` is a number when the value is in a list."""
    before, sign, _ = value.partition("#")
    if sign and ID.fullmatch(before.strip()):
        return f"write {before.strip()}, and move the comment to a line of its own"
    if link := _LINK.fullmatch(value):
        return f"write the id alone: {link[1] or link[2]}"
    if (ids := _several_ids(value)) and isinstance(part, int):
        items = " and ".join(f"`- {one}`" for one in ids)
        return f"write each id as an item of its own: {items}; in brackets, a comma between them: [{', '.join(ids)}]"
    hint = "use lower-case letters, digits and hyphens, 2 to 64 of them"
    if len(suggestion := as_id(value)) > 1:
        hint += f": {suggestion}"
    return f"{hint}; or a comma between two ids" if " " in value and isinstance(part, int) else hint


def _integer_hint(name: str, value: Any) -> str | None:
    """Return how to write a time such as 1:30, or a number with zeros or a unit, as a number."""
    if not isinstance(value, str):
        return None
    if match := _CLOCK.fullmatch(value):
        return f"write the time in minutes, as a number: {int(match[1][-6:]) * 60 + int(match[2])}"
    match = _PADDED_NUMBER.fullmatch(value)
    return f"write digits only, without quotes: {match[1]}" if match else None


def _shown(value: Any) -> str:
    """Return how messages refer to a value."""
    match value:
        case None:
            return "nothing"
        case dict():
            return "fields with values"
        case list():
            return "a list"
        case str():
            return repr(value if len(value) < _SHOWN_LENGTH else value[: _SHOWN_LENGTH - 3] + "…")
    return f"the number {value}"


def _first_sentence(field: Any) -> str:
    """Return the first sentence of the description of a field, to put in brackets."""
    if field is None:
        return "see the schema"
    return " ".join(field.description.split()).partition(". ")[0].rstrip(".").lower()
