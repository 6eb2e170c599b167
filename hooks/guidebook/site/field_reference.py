"""Describe every field and its allowed values, from the JSON Schemas."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..export.schema import schemas
from ..guide import Guide

MAX_CHOICES = 24
"""Allowed values shown in one cell; editors show longer lists."""


class FieldDoc(NamedTuple):
    """A field: one row of the reference."""

    name: str
    holds: str
    required: bool
    about: str


class ModelDoc(NamedTuple):
    """A model, for a kind of entry or a part of one, and its fields."""

    name: str
    about: str
    fields: list[FieldDoc]


def field_reference(guide: Guide) -> dict[str, list[ModelDoc]]:
    """Return the models of each kind, that of its entries first."""
    return {kind: [*_model_docs(schema)] for kind, schema in schemas(guide.taxonomy).items()}


def _model_docs(schema: dict[str, Any]) -> Iterator[ModelDoc]:
    definitions = schema["$defs"]
    names = [_ref_name(schema.get("items") or schema)]
    for name in names:  # the loop appends the models that it refers to
        model = definitions[name]
        names += (ref for ref in dict.fromkeys(_refs(model)) if ref not in names)
        required = model.get("required", [])
        fields = [
            FieldDoc(field, _describe(node), field in required, node.get("description", ""))
            for field, node in model["properties"].items()
        ]
        yield ModelDoc(name, model.get("description", ""), fields)


def _ref_name(node: dict[str, Any]) -> str:
    return node["$ref"].rpartition("/")[2]


def _refs(node: Any) -> Iterator[str]:
    """Yield the name of each definition that `node` refers to at any depth."""
    if isinstance(node, dict) and "$ref" in node:
        yield _ref_name(node)
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _refs(child)


def _describe(node: dict[str, Any]) -> str:
    """Return the type and the limits of a value in words."""
    if "$ref" in node:
        return f"fields of {_ref_name(node)}"
    if values := node.get("enum"):
        shown = ", ".join(map(str, values[:MAX_CHOICES]))
        return f"one of {shown}{' …' if len(values) > MAX_CHOICES else ''}"
    return _DESCRIBE[node.get("type", "string")](node)


def _text(node: dict[str, Any]) -> str:
    if node.get("format") == "date":
        return "date"
    if "pattern" in node:
        return "address" if "https" in node["pattern"] else "id"
    return f"text, at most {node['maxLength']} characters" if "maxLength" in node else "text"


def _list(node: dict[str, Any]) -> str:
    least, most = node.get("minItems", 0), node.get("maxItems")
    span = f"{least} to {most}" if most else f"{least} or more" if least else "any number"
    return f"list, {span}: {_describe(node['items'])}"


def _number(node: dict[str, Any]) -> str:
    least, most = node.get("minimum"), node.get("maximum")
    return "whole number" + (f", {least} to {most}" if most else f", at least {least}" if least else "")


_DESCRIBE = {"string": _text, "array": _list, "integer": _number, "boolean": lambda _: "true or false"}
