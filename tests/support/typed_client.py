"""Generate a typed client from a JSON Schema: a pydantic class for each object, as a consumer's generator would."""

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

SCALARS = {"string": str, "integer": int, "boolean": bool}


class TypedClient:
    """The classes of one schema."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.definitions = schema["$defs"]
        self.classes: dict[str, type[BaseModel]] = {}
        self.root = self.type_of(schema)

    def read(self, text: str) -> BaseModel:
        """Return the typed content of a file. Raises ValidationError, also for a field that the schema lacks."""
        return self.root.model_validate_json(text)

    def type_of(self, schema: dict[str, Any]) -> Any:
        """Return the type that a schema describes. Raises KeyError for what a generator would not understand."""
        if "$ref" in schema:
            return self.class_of(schema["$ref"].rpartition("/")[2])
        if "enum" in schema or "const" in schema:
            return Literal[tuple(schema.get("enum", [schema.get("const")]))]
        if any_of := schema.get("anyOf", schema.get("oneOf")):
            first, *others = map(self.type_of, any_of)
            return first | others[0] if others else first
        if schema["type"] == "array":
            return list[self.type_of(schema["items"])]
        if schema["type"] == "object":
            return dict[str, self.type_of(schema["additionalProperties"])]
        return dt.date if schema.get("format") == "date" else SCALARS[schema["type"]]

    def class_of(self, name: str) -> type[BaseModel]:
        """Return the class of a definition."""
        if name not in self.classes:
            schema = self.definitions[name]
            fields = {
                f"field_{key}": (
                    self.type_of(inner) if key in schema["required"] else self.type_of(inner) | None,
                    Field(... if key in schema["required"] else None, alias=key),
                )
                for key, inner in schema["properties"].items()
            }
            self.classes[name] = create_model(name, __config__=ConfigDict(extra="forbid"), **fields)
        return self.classes[name]
