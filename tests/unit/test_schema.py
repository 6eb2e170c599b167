"""The published schemas accept and refuse the same data as the models, so editors agree with `make check`."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.parsing.document import KeyPath
from support.broken_data import ROOT
from support.validate import Plain, richest

WRONG: tuple[Any, ...] = (None, True, -1, 10**9, "", "x" * 5000, "No Such Word", [], {}, ["a", "a"])
"""Values that are missing, of the wrong type, out of range, empty, too long, unknown, too few or repeated."""


def mutations(data: Any) -> Iterator[tuple[str, Plain]]:
    """Yield (description, copy of an entry with one value changed); of each list, only the first item is changed."""
    for trail in _trails(data):
        for wrong in WRONG:
            yield f"{trail} is {str(wrong)[:12]!r}", _changed(data, trail, wrong)
        yield f"{trail} is missing", _changed(data, trail)
        yield f"{trail} has a neighbour", _changed(data, (*trail[:-1], "unheard-of"), "a")


def _trails(data: Any, trail: KeyPath = ()) -> Iterator[KeyPath]:
    if trail:
        yield trail
    pairs = data.items() if isinstance(data, dict) else enumerate(data[:1] if isinstance(data, list) else ())
    for key, value in pairs:
        yield from _trails(value, (*trail, key))


def _changed(data: Any, trail: KeyPath, *value: Any) -> Any:
    changed = copy.deepcopy(data)
    inner = changed
    for part in trail[:-1]:
        inner = inner[part]
    if not value:
        del inner[trail[-1]]
    elif isinstance(inner, dict) or trail[-1] == 0:
        inner[trail[-1]] = value[0]
    return changed


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_model_agree(guide: Guide, kind: str):
    """Only errors that JSON Schema cannot express may be found by the model alone."""
    schema = json.loads((ROOT / f"data/schema/{kind}.json").read_text("utf-8"))
    listed = KINDS[kind].is_list
    published = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    differ, count = [], 0
    for what, data in mutations(richest(guide, kind)):
        errors = _errors(kind, data, guide)
        passes = published.is_valid([data] if listed else data)
        if (errors - BEYOND) if passes else not errors:
            differ.append((what, f"schema accepts: {passes}", errors))
        count += 1
    assert count > 50
    assert differ == []


BEYOND = {"refused"}
"""Error types that JSON Schema cannot express, such as invisible text and markup."""
NOTHING = {"nothing"}
"""The parser refuses a key without a value before the model sees it."""


def _errors(kind: str, data: Any, guide: Guide) -> set[str]:
    if _has_nothing(data):
        return NOTHING
    try:
        KINDS[kind].model.model_validate(data, context=guide.taxonomy.term_ids())
    except ValidationError as error:
        return {details["type"] for details in error.errors(include_url=False)}
    return set()


def _has_nothing(data: Any) -> bool:
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return data is None or any(map(_has_nothing, inside))
