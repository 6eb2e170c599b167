"""What pydantic found, in words for people: what is wrong and what to write instead."""

from collections.abc import Iterator
from typing import Any

from pydantic_core import ErrorDetails

from .model import Model, nearest


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
            known = model_at(model, loc[:-1]).model_fields
            tip = "put the text before it in quotes" if " " in name else nearest(name, [*known])
            return f"unknown field {name!r}", tip
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
            return (
                f"{name}: {_shown(value)} is not an id",
                "use lower-case letters, digits and hyphens, 2 to 64 of them",
            )
        case "literal_error":
            return f"{name}: {_shown(value)} is not known", f"write one of {context['expected']}"
        case "greater_than_equal" | "less_than_equal":
            bound = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            return f"{name}: {_shown(value)} is out of range", f"write a whole number of {bound}"
    return f"{name}: expected {_expected(details)}, found {_shown(value)}", _advice(details, value)


def _expected(details: ErrorDetails) -> str:
    return {
        "string_type": "text",
        "int_type": "a whole number",
        "bool_type": "true or false",
        "tuple_type": "a list",
        "list_type": "a list",
        "date_type": "a date",
        "model_type": "fields with values",
        "model_attributes_type": "fields with values",
    }.get(details["type"], details["msg"].lower())


def _advice(details: ErrorDetails, value: Any) -> str:
    if value is None:
        return "write a value, or remove the line"
    match details["type"]:
        case "string_type" if not isinstance(value, dict | list):
            return f'put it in quotes: "{str(value).lower() if isinstance(value, bool) else value}"'
        case "string_type":
            return "write one text; put it in quotes if it holds ': '"
        case "tuple_type" | "list_type":
            return "write one item a line, each after `- `"
        case "date_type":
            return "write it as 2026-11-22"
        case "bool_type":
            return "write true or false, without quotes"
        case "int_type":
            return "write digits only, without quotes"
        case _:
            return "write `field: value` lines, indented by two spaces"


def _shown(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f"the truth value {str(value).lower()}"
        case int() | float():
            return f"the number {value}"
        case dict():
            return "fields with values"
        case list():
            return "a list"
        case str():
            return repr(value if len(value) < 60 else value[:57] + "…")
        case _:
            return f"the date {value}"


def _first_sentence(field: Any) -> str:
    return (
        field.description.split(". ")[0].split("\n")[0].rstrip(".").lower()
        if field
        else "see the schema"
    )


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
