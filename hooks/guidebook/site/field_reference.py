"""The field reference: the meaning and the allowed values of every field, read from the JSON Schemas."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..export.schema import schemas
from ..guide import Guide

MAX_CHOICES = 24
"""Allowed values shown in one cell; longer lists are for editors."""


class FieldDoc(NamedTuple):
    """One row of the reference."""

    name: str
    holds: str
    required: bool
    about: str


class ModelDoc(NamedTuple):
    """The fields of one model: a kind of entry, or something inside one."""

    name: str
    about: str
    fields: list[FieldDoc]


def field_reference(guide: Guide) -> dict[str, list[ModelDoc]]:
    """Return for each kind its entry first, then what stands inside."""
    return {kind: [*_parts(schema)] for kind, schema in schemas(guide.taxonomy).items()}


def _parts(schema: dict[str, Any]) -> Iterator[ModelDoc]:
    definitions = schema["$defs"]
    top = (schema.get("items") or schema)["$ref"].rpartition("/")[2]
    for name in _reached(definitions, top):
        model = definitions[name]
        required = model.get("required", [])
        yield ModelDoc(
            name,
            model.get("description", ""),
            [
                FieldDoc(field, _holds(node), field in required, node.get("description", ""))
                for field, node in model["properties"].items()
            ],
        )


def _reached(definitions: dict[str, Any], name: str) -> list[str]:
    """Return `name` and every definition it leads to, in order of appearance."""
    found, waiting = [], [name]
    while waiting:
        if (here := waiting.pop(0)) not in found:
            found.append(here)
            waiting += _names(definitions[here])
    return found


def _names(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rpartition("/")[2]
        for child in node.values():
            yield from _names(child)
    elif isinstance(node, list):
        for child in node:
            yield from _names(child)


def _holds(node: dict[str, Any]) -> str:
    """Return in words what a value must be."""
    if "$ref" in node:
        return f"fields of {node['$ref'].rpartition('/')[2]}"
    if values := node.get("enum"):
        shown = ", ".join(map(str, values[:MAX_CHOICES]))
        return f"one of {shown}{' …' if len(values) > MAX_CHOICES else ''}"
    return _SORTS[node.get("type", "string")](node)


def _text(node: dict[str, Any]) -> str:
    if node.get("format") == "date":
        return "date"
    if "pattern" in node:
        return "address" if "https" in node["pattern"] else "id"
    return f"text, at most {node['maxLength']} characters" if "maxLength" in node else "text"


def _list(node: dict[str, Any]) -> str:
    least, most = node.get("minItems", 0), node.get("maxItems")
    span = f"{least} to {most}" if most else f"{least} or more" if least else "any number"
    return f"list, {span}: {_holds(node['items'])}"


def _number(node: dict[str, Any]) -> str:
    least, most = node.get("minimum"), node.get("maximum")
    return "whole number" + (
        f", {least} to {most}" if most else f", at least {least}" if least else ""
    )


_SORTS = {
    "string": _text,
    "array": _list,
    "integer": _number,
    "boolean": lambda _: "true or false",
}
