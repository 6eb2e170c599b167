"""What pydantic found, in words for people: what is wrong and what to write instead."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import ErrorDetails

from ..models import Model
from ..text.inline_markdown import as_id
from ..text.spelling import is_similar, nearest


def field_name(details: ErrorDetails) -> str:
    """Return the name of the field that an error is about."""
    return next((str(part) for part in reversed(details["loc"]) if isinstance(part, str)), "entry")


def explain(details: ErrorDetails, model: type[Model]) -> tuple[str, str]:
    """Return what is wrong and what to write instead, for one error of pydantic."""
    loc, context = details["loc"], details.get("ctx", {})
    name, value = field_name(details), details["input"]
    match details["type"]:
        case "missing":
            field = model_at(model, loc[:-1]).model_fields.get(name)
            return f"{name!r} is missing", f"add `{name}:` ({_first_sentence(field)})"
        case "extra_forbidden":
            return f"unknown field {name!r}", _field_instead(name, model, loc, context["meant"])
        case "string_too_long":
            return (
                f"{name} has {len(value)} characters",
                f"the limit is {context['max_length']}: shorten it",
            )
        case "too_long" | "too_short":
            limit, actual = (
                context.get("max_length", context.get("min_length")),
                context["actual_length"],
            )
            most = "at most" if details["type"] == "too_long" else "at least"
            return f"{name} has {actual} entries", f"write {most} {limit}"
        case "string_pattern_mismatch" if "https" in context["pattern"]:
            return (
                f"{name}: {_shown(value)} is not an address we take",
                "write a full address that starts with https://, its host in plain letters",
            )
        case "string_pattern_mismatch":
            return f"{name}: {_shown(value)} is not an id", _id_instead(value, loc[-1])
        case "literal_error":
            known = re.findall(r"'([^']+)'", context["expected"])
            return f"{name}: {_shown(value)} is not known", nearest(value, known)
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            return f"{name}: {_shown(value)} is out of range", f"write a whole number of {bound}"
    expected = _EXPECTED[details["type"]][0]
    return f"{name}: expected {expected}, found {_shown(value)}", _type_hint(details)


Way = tuple[str | int, ...]
"""Where a value stands in an entry."""


def drop_cascading_errors(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield the errors of one entry without those that only follow from another.

    A field is not missing when it stands there misspelt or in another place. An unknown field carries the
    one that is meant in `ctx`.
    """
    strange = [one["loc"] for one in errors if one["type"] == "extra_forbidden"]
    lacking = [one["loc"] for one in errors if one["type"] == "missing"]
    meant = {
        way: _guess_field(way, lacking, alone=len(strange) == len(lacking) == 1) for way in strange
    }
    elsewhere = {way[-1] for way in strange}
    for details in errors:
        way = details["loc"]
        if details["type"] == "extra_forbidden":
            yield details | {"ctx": {"meant": str(meant[way][-1]) if meant[way] else ""}}
        elif details["type"] == "missing":
            if way not in meant.values() and way[-1] not in elsewhere:
                yield details
        elif not _is_cascading(details):
            yield details


def _guess_field(strange: Way, lacking: list[Way], *, alone: bool) -> Way | None:
    """Return the missing field that an unknown one in the same place may be a slip for."""
    near = [way for way in lacking if way[:-1] == strange[:-1]]
    if alone and near:
        return near[0]
    return next((way for way in near if is_similar(str(strange[-1]), str(way[-1]))), None)


def _is_cascading(details: ErrorDetails) -> bool:
    """Tell whether pydantic calls a list too short only because it left out items it has refused already."""
    least = details.get("ctx", {}).get("min_length", 0)
    return (
        details["type"] == "too_short"
        and isinstance(details["input"], list)
        and len(details["input"]) >= least
    )


def _field_instead(name: str, model: type[Model], loc: Way, meant: str) -> str:
    """Return what to do about an unknown field: it is misspelt, lacks its colon, or stands in the wrong place."""
    known = model_at(model, loc[:-1]).model_fields
    if (first := name.partition(" ")[0]) in known and first != name:
        return f"write `{first}:` with its colon, and the text after it in double quotes"
    if meant:
        return f"did you mean {meant!r}?"
    for field, inner in known.items():
        if any(name in one.model_fields for one in _models_in(inner.annotation)):
            return f"it belongs below `{field}:`, with two more spaces before it"
    if any(name in model_at(model, loc[:end]).model_fields for end in range(len(loc) - 1)):
        return "it belongs to what stands around this: put fewer spaces before it"
    return nearest(name, [*known])


def _id_instead(value: str, part: str | int) -> str:
    """Return how to write what is no id; `part` is a number when it stands in a list."""
    tip = "use lower-case letters, digits and hyphens, 2 to 64 of them"
    if len(meant := as_id(value)) > 1:
        tip += f": {meant}"
    return f"{tip}; or a comma between two ids" if " " in value and isinstance(part, int) else tip


_EXPECTED = {
    "string_type": (
        "text",
        "write one text; in double quotes if it holds `: `, ends with `:` or begins with `- `",
    ),
    "int_type": ("a whole number", "write digits only, without quotes"),
    "bool_type": ("true or false", "write true or false, without quotes"),
    "tuple_type": ("a list", "write one item a line, each after `- `"),
    "model_type": ("fields with values", "write `field: value` lines, indented by two spaces"),
    "model_attributes_type": (
        "fields with values",
        "write `field: value` lines, indented by two spaces",
    ),
}
"""What a type is called, and how to write it, by the error of pydantic."""
_CLOCK = re.compile(r"([0-9]+):([0-5][0-9])")


def _type_hint(details: ErrorDetails) -> str:
    value = details["input"]
    if value is None:
        return "write a value, or remove the line"
    hint = _EXPECTED[details["type"]][1]
    if details["type"] != "int_type" or not isinstance(value, str):
        return hint
    if match := _CLOCK.fullmatch(value):
        return f"write the {field_name(details)} as a number: {int(match[1]) * 60 + int(match[2])}"
    if match := re.fullmatch(r"0*([0-9]{1,15})(?:\s*[^0-9]*)", value):
        return f"{hint}: {match[1]}"
    return hint


def _shown(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case dict():
            return "fields with values"
        case list():
            return "a list"
        case str():
            return repr(value if len(value) < 60 else value[:57] + "…")
    return f"the number {value}"


def _first_sentence(field: Any) -> str:
    if field is None:
        return "see the schema"
    return " ".join(field.description.split()).partition(". ")[0].rstrip(".").lower()


def model_at(model: type[Model], loc: tuple[str | int, ...]) -> type[Model]:
    """Return the model class that stands at `loc` below `model`."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models_in(model.model_fields[part].annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
