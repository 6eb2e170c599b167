"""Export the models as JSON Schema: of the YAML, for editors, and of the JSON files, for programs that reuse the data."""

import json
from functools import cache, lru_cache
from typing import Any

from pydantic.json_schema import models_json_schema

from ..kinds import KINDS
from ..models import ListTerm, Model, Taxonomy
from .file_models import file_models
from .json_values import API, LICENSE, VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"

LIMITS = {"default", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum"}
LIMITS |= {"not", "pattern", "uniqueItems", "x-terms"}
"""What holds for contributors only: a program that reads the files must accept fields and terms that are new to it."""


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


@cache
def file_schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each JSON file in /api/v1/, by the name of the file."""
    return {name: _as_published(_file(model, mode="serialization")) for name, model in file_models().items()}


def openapi() -> dict[str, Any]:
    """Return the OpenAPI description of /api/v1/."""
    license_ = {"name": "Creative Commons Attribution 4.0", "identifier": LICENSE}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Round Two", "version": VERSION, "license": license_},
        "servers": [{"url": "../.."}],
        "paths": {f"/{API}/{name}.json": {"get": _operation(name)} for name in file_schemas()},
    }


def _operation(name: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"schema/{name}.json"}}}
    return {"operationId": name, "responses": {"200": {"description": f"The file {name}.json.", "content": content}}}


def _as_published(node: Any) -> Any:
    """Return the schema `node` without LIMITS and null: a field without a value is left out, any other is required."""
    if isinstance(node, list):
        return [_as_published(child) for child in node]
    if not isinstance(node, dict):
        return node
    if {"type": "null"} in node.get("anyOf", ()):
        (value,) = (one for one in node["anyOf"] if one != {"type": "null"})
        node = {key: it for key, it in node.items() if key != "anyOf"} | value
    fields = node.get("properties", {})
    present = [name for name, field in fields.items() if {"type": "null"} not in field.get("anyOf", ())]
    dropped = {*LIMITS, "properties", "required", "additionalProperties" if fields else ""}
    rest = {key: _as_published(value) for key, value in node.items() if key not in dropped}
    properties = {"properties": {name: _as_published(field) for name, field in fields.items()}, "required": present}
    return rest | (properties if fields else {})


def _file(model: type[Model], *, listed: bool = False, mode: str = "validation") -> dict[str, Any]:
    _, schema = models_json_schema([(model, mode)])
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
