"""Shared by the field types: the error that a check raises, and the context of a validation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError, core_schema

from ..text.issue import Issue

Terms = Mapping[str, tuple[str, ...]]
"""The ids of each list in taxonomy.yml; the context of every validation."""


def validation_error(*issues: Issue) -> PydanticCustomError:
    """Return the error of one value for pydantic to collect; it carries every Issue."""
    return PydanticCustomError("refused", issues[0].message, {"issues": issues})


@dataclass(frozen=True)
class Validator:
    """Base of markers that check a value after pydantic has checked its type; subclasses define `check`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]):
        return core_schema.with_info_after_validator_function(self.check, handler(source))
