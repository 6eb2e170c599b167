"""Guide -> data for other programs: the JSON of /api/v1/. Its schemas are published as they stand in data/schema/."""

import json
from collections.abc import Iterator
from typing import Any

from .addresses import address
from .guide import Guide
from .model import KINDS, Entry
from .pages import Output

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
    total = sum(kind["count"] for kind in kinds)
    yield Output(f"{API}/index.json", _json({"kind": "index", "count": total, "items": kinds}))


def item(guide: Guide, entry: Entry) -> dict[str, Any]:
    """Return one entry with the field names of its YAML, its group where it has one, and its address."""
    group = guide.origins[entry.id].group
    data = entry.model_dump(mode="json", exclude_none=True)
    return data | ({"group": group} if group else {}) | {"url": address(guide, entry)}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
