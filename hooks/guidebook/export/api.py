"""The JSON files of /api/v1/, their schemas, and the practice questions."""

from collections.abc import Callable, Iterable, Iterator
from mimetypes import MimeTypes
from typing import Any

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry, Item
from ..output import Output
from ..urls import entry_url
from .json_values import API, dump_aliases, dump_entry, dump_terms, file_text, to_json
from .plan import plan_data, public_holidays
from .practice import practice_data, practice_index, practice_question
from .schema import as_text, file_schemas, openapi
from .timeline_steps import timeline_steps

FEED = "feed.xml"
FEED_TYPE = "application/atom+xml"
"""Its media type, which Python does not know."""


def render_api(guide: Guide) -> Iterator[Output]:
    """Yield the JSON of every kind, every file in LISTS, their schemas, and every practice question."""
    for kind in KINDS:
        items = [{**dump_entry(guide, e), "url": entry_url(guide, e)} for e in guide.entries_of(kind)]
        data = {"kind": kind, "count": len(items), "items": items}
        yield Output(f"{API}/{kind}.json", file_text(guide, data))
    for name, collect in LISTS.items():
        yield Output(f"{API}/{name}.json", file_text(guide, collect(guide)))
    for name, schema in file_schemas().items():
        yield Output(f"{API}/schema/{name}.json", as_text(schema))
    yield Output(f"{API}/openapi.json", as_text(openapi()))
    for question in guide.entries_of("questions"):
        content = to_json(practice_question(guide, question))
        yield Output(f"practice/questions/{question.id}.json", content)


def _taxonomy(guide: Guide) -> dict[str, Any]:
    return {"kind": "taxonomy", **guide.taxonomy.model_dump(mode="json", exclude_none=True)}


def index(guide: Guide, outputs: Iterable[Output]) -> Output:
    """Return the index of the data: every kind, and every file in `outputs` that is published for reuse."""
    uris = [out.uri for out in outputs if out.uri.startswith(API) or out.uri == FEED]
    kinds = [
        {
            "kind": kind,
            "count": len(guide.entries_of(kind)),
            "url": f"{API}/{kind}.json",
            "schema": f"{API}/schema/{kind}.json",
        }
        for kind in KINDS
    ]
    count = sum(kind["count"] for kind in kinds)
    data = {"kind": "index", "count": count, "items": kinds, "files": [_published_file(uri) for uri in uris]}
    return Output(f"{API}/index.json", file_text(guide, data))


def _published_file(uri: str) -> dict[str, str]:
    folder, _, name = uri.rpartition("/")
    stem, _, ending = name.rpartition(".")
    has_schema = folder == API and ending == "json" and stem in file_schemas()
    schema = {"schema": f"{API}/schema/{name}"} if has_schema else {}
    media_type = FEED_TYPE if uri == FEED else MimeTypes().guess_type(uri)[0] or "application/octet-stream"
    return {"url": uri, "media_type": media_type, **schema}


def _entries(guide: Guide) -> dict[str, Any]:
    """Return the kind, title and URL of every entry, to resolve the links in texts."""
    items = [
        {"id": entry.id, "kind": guide.kind_of(entry), "title": entry.title, "url": entry_url(guide, entry)}
        | dump_aliases(entry)
        for entry in guide.all_entries()
    ]
    return {"kind": "entries", "count": len(items), "items": items}


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
    "calendar": timeline_steps,
    "entries": _entries,
}
"""The files of the API, besides one for each kind: name, and the function that collects the data."""
