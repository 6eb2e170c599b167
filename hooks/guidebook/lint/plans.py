"""Rules about what the planner needs: the order of tasks, and complete cores."""

from collections.abc import Iterator

from ..guide import Guide
from ..models import Item
from .finding import Finding

MINUTES = {"evening": 120, "hour": 60}
"""The most minutes of each short version of a core."""


def prerequisites_come_first(guide: Guide) -> Iterator[Finding]:
    """An item comes after items of the same phase or an earlier one, and never after itself."""
    order = [term.id for term in guide.terms("phases")]
    hint = "delete one of the ids under `after`"
    for kind in ("formats", "checklists"):
        for entry in guide.entries_of(kind):
            for index, item in enumerate(entry.checklist):
                path = ("checklist", index, "after")
                if item.id in _before(guide, item):
                    yield Finding(entry, path, f"{item.id!r} comes after itself", hint)
                for number, id_ in enumerate(item.after):
                    if order.index(guide.items[id_].phase) > order.index(item.phase) and not _is_short(guide, id_):
                        yield Finding(entry, (*path, number), f"{id_!r} is in a later phase", hint)


def cores_are_whole(guide: Guide) -> Iterator[Finding]:
    """Each version of a core has what its items come after, and fits its time."""
    owners = [*guide.entries_of("formats"), *guide.entries_of("checklists")]
    for entry in (one for one in owners if one.core):
        for version in ("full", "evening", "hour"):
            items = [guide.items[id_] for id_ in getattr(entry.core, version)]
            present = {id_ for item in items for id_ in (item.id, *item.instead_of)}
            for index, item in enumerate(items):
                if missing := [id_ for id_ in item.after if id_ not in present]:
                    message = f"{item.id!r} comes after {missing[0]!r}, which this version leaves out"
                    yield Finding(entry, ("core", version, index), message, f"add {missing[0]!r}, or leave out both")
            minutes = sum((item.quick or item).minutes for item in items)
            if minutes > MINUTES.get(version, minutes):
                message = f"{minutes} minutes, {MINUTES[version]} at most"
                yield Finding(entry, ("core", version), message, "leave out an item, or give one a shorter `quick`")


def _before(guide: Guide, item: Item) -> set[str]:
    """Return the ids of all items that have to be done before `item`."""
    found: set[str] = set()
    waiting = [*item.after]
    while waiting:
        if (id_ := waiting.pop()) not in found:
            found.add(id_)
            waiting += guide.items[id_].after
    return found


def _is_short(guide: Guide, id_: str) -> bool:
    """Tell whether an item belongs to the short list, which can be done on any day."""
    return any(item.id == id_ for item in guide.named_entry("ninety-minutes").checklist)
