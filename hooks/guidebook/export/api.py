"""The JSON of /api/v1/ and of practice questions. The schemas in data/schema/ are published by the hooks."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry, Item
from ..output import Output
from ..urls import entry_url
from .plan import plan_data, public_holidays
from .practice import practice, practice_index, practice_question

API = "api/v1"


def exports(guide: Guide) -> Iterator[Output]:
    """Yield the JSON of every kind, the lists, and the index of all."""
    for kind in KINDS:
        yield Output(f"{API}/{kind}.json", _json(_entries(guide, kind)))
    for name, make in LISTS.items():
        yield Output(f"{API}/{name}.json", _json(make(guide)))
    for question in guide.entries_of("questions"):
        yield Output(
            f"practice/questions/{question.id}.json", _json(practice_question(guide, question))
        )


def _entries(guide: Guide, kind: str) -> dict[str, Any]:
    items = [item(guide, entry) for entry in guide.entries_of(kind)]
    return {"kind": kind, "count": len(items), "items": items}


def _taxonomy(guide: Guide) -> dict[str, Any]:
    return {"kind": "taxonomy", **guide.taxonomy.model_dump(mode="json", exclude_none=True)}


def _index(guide: Guide) -> dict[str, Any]:
    kinds = [
        {
            "kind": kind,
            "count": len(guide.entries_of(kind)),
            "url": f"{API}/{kind}.json",
            "schema": f"{API}/schema/{kind}.json",
        }
        for kind in KINDS
    ]
    return {"kind": "index", "count": sum(kind["count"] for kind in kinds), "items": kinds}


def item(guide: Guide, entry: Entry) -> dict[str, Any]:
    """Return one entry with the field names of its YAML, its group where it has one, and its address."""
    group = guide.file_group(entry)
    data = entry.model_dump(mode="json", exclude_none=True)
    return data | ({"group": group} if group else {}) | {"url": entry_url(guide, entry)}


def checklist_items(guide: Guide) -> dict[str, Any]:
    """Return every item that can be ticked, with its list and phase, for counting what is done."""
    lists = [*guide.entries_of("formats"), *guide.entries_of("checklists")]
    items = [_checklist_item(guide, entry, one) for entry in lists for one in entry.checklist]
    return {
        "kind": "items",
        "count": len(items),
        "lists": [{"id": e.id, "title": e.title, "url": entry_url(guide, e)} for e in lists],
        "phases": [{"id": term.id, "title": term.title} for term in guide.terms("phases")],
        "items": items,
    }


def _checklist_item(guide: Guide, entry: Entry, one: Item) -> dict[str, Any]:
    aliases = {"aliases": list(one.aliases)} if one.aliases else {}
    return {
        "id": one.id,
        "list": entry.id,
        "phase": one.phase,
        "rev": one.rev,
        "essential": one.essential,
        **aliases,
        "url": f"{entry_url(guide, entry)}#{one.id}",
    }


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


LISTS: dict[str, Callable[[Guide], dict[str, Any]]] = {
    "taxonomy": _taxonomy,
    "items": checklist_items,
    "plan": plan_data,
    "holidays": public_holidays,
    "practice": practice,
    "cards": practice_index,
    "index": _index,
}
"""The files of the API that are not the entries of one kind."""
