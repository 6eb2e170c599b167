"""The JSON files of /api/v1/ and of practice questions. The hooks publish the schemas in data/schema/."""

from collections.abc import Callable, Iterator
from typing import Any

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry, Item
from ..output import Output
from ..urls import entry_url
from .json_values import API, dump_aliases, dump_entry, dump_terms, to_json
from .plan import plan_data, public_holidays
from .practice import practice_data, practice_index, practice_question


def render_api(guide: Guide) -> Iterator[Output]:
    """Yield the JSON of every kind, every file in LISTS, and every practice question."""
    for kind in KINDS:
        items = [{**dump_entry(guide, e), "url": entry_url(guide, e)} for e in guide.entries_of(kind)]
        data = {"kind": kind, "count": len(items), "items": items}
        yield Output(f"{API}/{kind}.json", to_json(data))
    for name, collect in LISTS.items():
        yield Output(f"{API}/{name}.json", to_json(collect(guide)))
    for question in guide.entries_of("questions"):
        content = to_json(practice_question(guide, question))
        yield Output(f"practice/questions/{question.id}.json", content)


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


def _checklist_items(guide: Guide) -> dict[str, Any]:
    """Return every checklist item with its list and phase, from which pages compute progress."""
    lists = [*guide.entries_of("formats"), *guide.entries_of("checklists")]
    items = [_checklist_item(guide, entry, item) for entry in lists for item in entry.checklist]
    return {
        "kind": "items",
        "count": len(items),
        "lists": [{"id": e.id, "title": e.title, "url": entry_url(guide, e)} for e in lists],
        "phases": dump_terms(guide.terms("phases")),
        "items": items,
    }


def _checklist_item(guide: Guide, entry: Entry, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "list": entry.id,
        "phase": item.phase,
        "rev": item.rev,
        "essential": item.essential,
        **dump_aliases(item),
        "url": f"{entry_url(guide, entry)}#{item.id}",
    }


LISTS: dict[str, Callable[[Guide], dict[str, Any]]] = {
    "taxonomy": _taxonomy,
    "items": _checklist_items,
    "plan": plan_data,
    "holidays": public_holidays,
    "practice": practice_data,
    "cards": practice_index,
    "index": _index,
}
"""The files of the API, besides one for each kind: name, and the function that collects the data."""
