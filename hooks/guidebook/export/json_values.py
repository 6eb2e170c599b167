"""Turn entries and terms into the values of JSON files."""

import json
from collections.abc import Iterable
from typing import Any

from ..guide import Guide
from ..models import Entry, ListTerm

API = "api/v1"
"""Folder of the JSON files, from the root of the site."""

VERSION = "0.1.0"
"""Version of the data, by semantic versioning (MAINTAINING.md)."""

LICENSE = "CC-BY-4.0"
"""SPDX identifier of the license of the data."""


def to_json(data: Any) -> str:
    """Return `data` as compact JSON with a newline at its end."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def file_text(guide: Guide, data: dict[str, Any]) -> str:
    """Return the text of a file of /api/v1/: its kind, the version, date and license, and the rest of `data`."""
    date = guide.last_reviewed.isoformat()
    return to_json({"kind": data["kind"], "version": VERSION, "date": date, "license": LICENSE} | data)


def dump_entry(guide: Guide, entry: Entry) -> dict[str, Any]:
    """Return the fields of `entry` that have a value, and the group that its file names, if any."""
    group = guide.file_group(entry)
    data = entry.model_dump(mode="json", exclude_none=True)
    return data | ({"group": group} if group else {})


def dump_aliases(entry: Entry | Any) -> dict[str, list[str]]:
    """Return the field `aliases` of an entry or item, or nothing when it has none."""
    return {"aliases": list(entry.aliases)} if entry.aliases else {}


def dump_terms(terms: Iterable[ListTerm]) -> list[dict[str, str]]:
    """Return the id and title of each term."""
    return [{"id": term.id, "title": term.title} for term in terms]
