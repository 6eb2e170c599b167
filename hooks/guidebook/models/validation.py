"""The error and the base class of the checks of field types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError, core_schema

from ..text.issue import Issue

Terms = Mapping[str, tuple[str, ...]]
"""The ids in each list of taxonomy.yml, passed to pydantic as the validation context."""


def validation_error(*issues: Issue) -> PydanticCustomError:
    """Return an error for pydantic to collect, with every Issue of one value in its context."""
    return PydanticCustomError("refused", issues[0].message, {"issues": issues})


@dataclass(frozen=True)
class Validator:
    """Base of annotations that check a value after its type. Subclasses define `check`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]):
        return core_schema.with_info_after_validator_function(self.check, handler(source))
