"""Export the models as JSON Schema, for editors and for programs that reuse the data."""

import json
from functools import lru_cache
from typing import Any

from pydantic.json_schema import models_json_schema

from ..kinds import KINDS
from ..models import ListTerm, Model, Taxonomy

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@lru_cache(maxsize=1)
def schemas(taxonomy: Taxonomy) -> dict[str, dict[str, Any]]:
    """Return the schema of the data files of each kind, with the terms of `taxonomy` as allowed values."""
    terms = {
        name: [term.id for term in getattr(taxonomy, name) if isinstance(term, ListTerm)]
        for name in Taxonomy.model_fields
    }
    files = {kind.name: _file(kind.model, listed=kind.is_list) for kind in KINDS.values()}
    return {name: _inline_terms(schema, terms) for name, schema in {**files, "taxonomy": _file(Taxonomy)}.items()}


def as_text(schema: dict[str, Any]) -> str:
    """Return `schema` as the text of a file in data/schema/."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _file(model: type[Model], *, listed: bool = False) -> dict[str, Any]:
    _, schema = models_json_schema([(model, "validation")])
    definitions = schema["$defs"]
    one = {"$ref": f"#/$defs/{model.__name__}"}
    top = {"type": "array", "items": one, "minItems": 1} if listed else one
    return {"$schema": DIALECT, "title": model.__name__, **top, "$defs": definitions}


def _inline_terms(node: Any, terms: dict[str, list[str]]) -> Any:
    """Return `node` with the terms of each taxonomy list as `enum`, and without null, as empty fields are left out."""
    if isinstance(node, list):
        return [_inline_terms(child, terms) for child in node]
    if not isinstance(node, dict):
        return node
    if {"type": "null"} in node.get("anyOf", ()):
        (value,) = (one for one in node["anyOf"] if one != {"type": "null"})
        rest = {key: value for key, value in node.items() if key not in ("anyOf", "default")}
        return _inline_terms(value | rest, terms)
    filled = {key: _inline_terms(value, terms) for key, value in node.items() if key != "x-terms"}
    return filled | ({"enum": terms[node["x-terms"]]} if "x-terms" in node else {})
