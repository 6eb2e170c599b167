"""Two states of the data -> what differs in the content.

Works on plain data, so that a state which breaks the model can be told about too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..parsing.document import KeyPath, YamlDocument

State = Mapping[str, YamlDocument]
"""The files of one state, by their path from the root of the project."""


class Entry(NamedTuple):
    """An entry, or something inside one that has an id of its own, as it stands in one state."""

    id: str
    path: str
    line: int
    data: dict[str, Any]
    inside: str = ""
    """The id of the entry that holds it."""


@dataclass(frozen=True)
class Diff:
    """What differs between two states."""

    added: list[Entry]
    removed: list[Entry]
    changed: list[tuple[Entry, Entry]]
    lost: list[Entry]
    """What vanished although readers' ticks and links hang on it: no alias leads on."""
    unreadable: list[tuple[str, str, str]]
    """(path, before or now, reason) of each file that cannot be read."""


def compare(old: State, new: State) -> Diff:
    """Return what differs between two states."""
    before, after = _entries(old), _entries(new)
    renamed = {alias: entry for entry in after.values() for alias in _aliases(entry.data)}
    hidden = {path for path, source in new.items() if source.data is None}
    pairs, removed, lost = [], [], []
    for id_, entry in before.items():
        if now := after.get(id_) or renamed.get(id_):
            pairs.append((entry, now))
        elif entry.path not in hidden:
            removed.append(entry)
            lost += [] if entry.inside and entry.inside not in after else [entry]
    known = {now.id for _, now in pairs}
    lost += [
        old_one._replace(id=alias)
        for old_one, now in pairs
        for alias in _aliases(old_one.data)
        if alias not in renamed and alias not in after
    ]
    return Diff(
        [entry for entry in after.values() if entry.id not in known],
        removed,
        [(was, now) for was, now in pairs if _differs(was, now)],
        lost,
        [*_unreadable(old, "before"), *_unreadable(new, "now")],
    )


def _entries(state: State) -> dict[str, Entry]:
    """Return everything with an id, by id; the first of two equal ids counts."""
    found: dict[str, Entry] = {}
    for path, source in state.items():
        for entry in _with_ids(source, path, source.data, (), ""):
            found.setdefault(entry.id, entry)
    return found


def _with_ids(
    source: YamlDocument, path: str, data: Any, trail: KeyPath, inside: str
) -> Iterator[Entry]:
    if isinstance(data, dict) and isinstance(data.get("id"), str):
        yield Entry(data["id"], path, source.locate((*trail, "id"))[0], data, inside)
        inside = inside or data["id"]
    children = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for key, value in children:
        yield from _with_ids(source, path, value, (*trail, key), inside)


def _aliases(data: dict[str, Any]) -> list[str]:
    aliases = data.get("aliases")
    return (
        [alias for alias in aliases if isinstance(alias, str)] if isinstance(aliases, list) else []
    )


def _differs(was: Entry, now: Entry) -> bool:
    return was.path != now.path or was.inside != now.inside or own(was.data) != own(now.data)


def own(data: Any, top: bool = True) -> Any:
    """Return `data` without what has an id of its own, which is told about by itself."""
    if isinstance(data, dict):
        if not top and isinstance(data.get("id"), str):
            return data["id"]
        return {key: own(value, False) for key, value in data.items()}
    return [own(value, False) for value in data] if isinstance(data, list) else data


def _unreadable(state: State, when: str) -> Iterator[tuple[str, str, str]]:
    for path, source in state.items():
        if source.data is None:
            reason = source.problems[0].message if source.problems else "it is empty"
            yield path, when, reason
