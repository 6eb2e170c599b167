"""Guide -> data for other programs: the JSON of /api/v1/. Its schemas are published as they stand in data/schema/."""

import json
from collections.abc import Iterator
from typing import Any

from .addresses import address
from .guide import Guide
from .model import KINDS, Entry, Item
from .pages import Output
from .plan import bundle, newest, public_holidays
from .practice import cards, practice, spoken

API = "api/v1"


def exports(guide: Guide) -> Iterator[Output]:
    """Yield the JSON of every kind, the lists, and the index of all."""
    kinds = []
    for kind in KINDS:
        items = [item(guide, entry) for entry in guide.of(kind)]
        kinds.append(
            {
                "kind": kind,
                "count": len(items),
                "url": f"{API}/{kind}.json",
                "schema": f"{API}/schema/{kind}.json",
            }
        )
        yield Output(
            f"{API}/{kind}.json", _json({"kind": kind, "count": len(items), "items": items})
        )
    yield Output(
        f"{API}/taxonomy.json",
        _json({"kind": "taxonomy", **guide.taxonomy.model_dump(mode="json", exclude_none=True)}),
    )
    yield Output(f"{API}/items.json", _json(checklist_items(guide)))
    yield Output(f"{API}/plan.json", _json(bundle(guide)))
    yield Output(f"{API}/holidays.json", _json(public_holidays(newest(guide).year)))
    yield Output(f"{API}/practice.json", _json(practice(guide)))
    yield Output(f"{API}/cards.json", _json(cards(guide)))
    for question in guide.of("questions"):
        yield Output(f"practice/questions/{question.id}.json", _json(spoken(guide, question)))
    total = sum(kind["count"] for kind in kinds)
    yield Output(f"{API}/index.json", _json({"kind": "index", "count": total, "items": kinds}))


def item(guide: Guide, entry: Entry) -> dict[str, Any]:
    """Return one entry with the field names of its YAML, its group where it has one, and its address."""
    group = guide.origins[entry.id].group
    data = entry.model_dump(mode="json", exclude_none=True)
    return data | ({"group": group} if group else {}) | {"url": address(guide, entry)}


def checklist_items(guide: Guide) -> dict[str, Any]:
    """Return every item that can be ticked, with its list and phase, for counting what is done."""
    lists = [*guide.of("formats"), *guide.of("checklists")]
    items = [_checklist_item(guide, entry, one) for entry in lists for one in entry.checklist]
    return {
        "kind": "items",
        "count": len(items),
        "lists": [{"id": e.id, "title": e.title, "url": address(guide, e)} for e in lists],
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
        "url": f"{address(guide, entry)}#{one.id}",
    }


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
