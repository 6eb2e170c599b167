"""Compare the content of two states of the data.

Works on plain YAML data, so that a state that breaks the models can be compared too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..parsing.document import KeyPath, YamlDocument

State = Mapping[str, YamlDocument]
"""The files of one state, by their path from the root of the project."""


class DiffEntry(NamedTuple):
    """An entry, or a part of one that has an id, in one state."""

    id: str
    path: str
    line: int
    data: dict[str, Any]
    parent: str = ""
    """The id of the entry that contains it."""


@dataclass(frozen=True)
class ContentDiff:
    """The differences between two states."""

    added: list[DiffEntry]
    removed: list[DiffEntry]
    changed: list[tuple[DiffEntry, DiffEntry]]
    """(before, after) of each entry that differs."""
    lost: list[DiffEntry]
    """Ids that are gone without an alias, so that ticks and links of readers break."""
    unreadable: list[tuple[str, str, str]]
    """(path, "before" or "now", reason) of each file that cannot be parsed."""


def compare(old: State, new: State) -> ContentDiff:
    """Return the differences between two states."""
    before, after = _entries_by_id(old), _entries_by_id(new)
    by_alias = {alias: entry for entry in after.values() for alias in _aliases(entry)}
    unreadable = {path for path, document in new.items() if document.data is None}
    reachable = {*by_alias, *after}
    pairs, removed, lost = [], [], []
    for id_, entry in before.items():
        if now := after.get(id_) or by_alias.get(id_):
            pairs.append((entry, now))
            gone = [alias for alias in _aliases(entry) if alias not in reachable]
            lost += [entry._replace(id=alias) for alias in gone]
        elif entry.path not in unreadable:
            removed.append(entry)
            if not entry.parent or entry.parent in after:
                lost.append(entry)
    matched = {now.id for _, now in pairs}
    return ContentDiff(
        [entry for entry in after.values() if entry.id not in matched],
        removed,
        [(was, now) for was, now in pairs if _is_changed(was, now)],
        lost,
        [*_unreadable_files(old, "before"), *_unreadable_files(new, "now")],
    )


def _entries_by_id(state: State) -> dict[str, DiffEntry]:
    """Return everything with an id, by id; of two equal ids the first."""
    entries: dict[str, DiffEntry] = {}
    for path, document in state.items():
        for entry in _find_entries(document, path, document.data):
            entries.setdefault(entry.id, entry)
    return entries


def _find_entries(
    document: YamlDocument, path: str, data: Any, key_path: KeyPath = (), parent: str = ""
) -> Iterator[DiffEntry]:
    """Yield each mapping with an id in `data`, which is at `key_path` in `document`."""
    if isinstance(data, dict) and isinstance(data.get("id"), str):
        yield DiffEntry(data["id"], path, document.locate((*key_path, "id"))[0], data, parent)
        parent = parent or data["id"]
    items = enumerate(data) if isinstance(data, list) else ()
    for key, value in data.items() if isinstance(data, dict) else items:
        yield from _find_entries(document, path, value, (*key_path, key), parent)


def _aliases(entry: DiffEntry) -> list[str]:
    aliases = entry.data.get("aliases")
    return [one for one in aliases if isinstance(one, str)] if isinstance(aliases, list) else []


def _is_changed(was: DiffEntry, now: DiffEntry) -> bool:
    is_moved = was.path != now.path or was.parent != now.parent
    return is_moved or without_nested(was.data) != without_nested(now.data)


def without_nested(data: Any, *, is_top: bool = True) -> Any:
    """Return `data` with each part that has an id reduced to that id, as the part is compared on its own."""
    if isinstance(data, list):
        return [without_nested(value, is_top=False) for value in data]
    if not isinstance(data, dict):
        return data
    if not is_top and isinstance(data.get("id"), str):
        return data["id"]
    return {key: without_nested(value, is_top=False) for key, value in data.items()}


def _unreadable_files(state: State, when: str) -> Iterator[tuple[str, str, str]]:
    for path, document in state.items():
        if document.data is None:
            reason = document.problems[0].message if document.problems else "it is empty"
            yield path, when, reason
