"""Types of ids, references to entries, and terms of the taxonomy."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationInfo

from ..text.inline_markdown import ID
from ..text.issue import Issue
from ..text.spelling import nearest
from .validation import Terms, Validator, validation_error

JS_RESERVED_IDS = ("constructor", "prototype")
"""Properties of every JavaScript object, which would seem to be set when used as keys."""


def _not_reserved(value: str) -> str:
    if value in JS_RESERVED_IDS:
        message = f"{value!r} is a reserved word in JavaScript"
        raise validation_error(Issue(message, "add a word to the id"))
    return value


Id = Annotated[
    str,
    Field(pattern=f"^{ID.pattern}$", json_schema_extra={"not": {"enum": [*JS_RESERVED_IDS]}}),
    AfterValidator(_not_reserved),
]


class Reference(str):
    """The id of an entry of the kind `kind`."""

    kind: str

    def __new__(cls, value: str, kind: str) -> "Reference":
        """Return `value` as the id of an entry of `kind`."""
        self = super().__new__(cls, value)
        self.kind = kind
        return self


@dataclass(frozen=True)
class Ref(Validator):
    """Annotation for the id of an entry of `kind`, or of an item of a checklist for "items". A rule in lint/references.py checks that the entry exists."""

    kind: str

    def check(self, value: str, info: ValidationInfo) -> Reference:
        """Return the Reference."""
        return Reference(value, self.kind)


@dataclass(frozen=True)
class TaxonomyTerm(Validator):
    """Annotation for a term of the list `name` in taxonomy.yml."""

    name: str

    def check(self, value: str, info: ValidationInfo) -> str:
        """Return the term. Raises PydanticCustomError for a term that the list does not contain."""
        terms: Terms = info.context or {}
        known = terms.get(self.name, (value,))
        if value not in known:
            message = f"{value!r} is not in the list {self.name.replace('_', ' ')}"
            raise validation_error(Issue(message, nearest(value, known)))
        return value

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], dict]) -> dict:
        """Name the list, so that export/schema.py can fill in its terms."""
        return handler(schema) | {"x-terms": self.name}
