"""What stands in the data before it is checked: ids, terms, and the words of what cannot be checked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ..models import KINDS, Kind, Names
from ..parsing.document import KeyPath, YamlDocument
from ..parsing.reader import raw
from ..problem import Problem
from ..text.inline_markdown import ID, as_id

_TERM = re.compile(r"[a-z0-9][a-z0-9_-]*")
_WORD = re.compile(r"[a-z0-9][a-z0-9-]+")


@dataclass(frozen=True)
class Raw:
    """An entry before it is checked: where it stands and its plain data."""

    kind: Kind
    group: str
    source: YamlDocument
    trail: KeyPath
    data: Any

    @cached_property
    def ids(self) -> list[tuple[KeyPath, str, bool]]:
        """(trail, id, is it an alias) of each id in it."""
        return [*ids(self.data, self.trail)]


def terms(source: YamlDocument) -> dict[str, tuple[str, ...]]:
    """Return the ids of each list of the taxonomy that can be read as a whole.

    A list with a broken term is left out: nothing is held against it until it is mended.
    """
    lists = source.data if isinstance(source.data, dict) else {}
    found = {name: [*_term_ids(items)] for name, items in lists.items() if isinstance(items, list)}
    return {name: tuple(ids) for name, ids in found.items() if ids and all(ids)}


def _term_ids(items: list) -> Iterator[str]:
    for term in items:
        id_ = term.get("id") if isinstance(term, dict) else None
        yield id_ if isinstance(id_, str) and _TERM.fullmatch(id_) else ""


def names(
    raws: list[Raw], unread: list[tuple[str, str]], terms: dict[str, tuple[str, ...]]
) -> Names:
    """Return every id that stands in the data; `unread` holds (id, kind) of what could not be read."""
    known = Names(terms=terms)
    for id_, kind in (*unread, *_lost(raws)):
        known.kinds.setdefault(id_, set()).add(kind)
    for entry in raws:
        for trail, id_, old in entry.ids:
            if old:
                owner = entry.data.get("id") if trail[:-1] == (*entry.trail, "aliases") else ""
                known.renamed.setdefault(id_, owner if isinstance(owner, str) else "")
            elif trail == (*entry.trail, "id"):
                known.kinds.setdefault(id_, set()).add((home(entry) or entry.kind).name)
    return known


def home(raw: Raw) -> Kind | None:
    """Return the other kind that an entry is of when it lies in the wrong place: its fields say so."""
    if not isinstance(raw.data, dict) or len(raw.data.keys() - raw.kind.model.model_fields) < 3:
        return None
    return next((k for k in KINDS.values() if raw.data.keys() <= k.model.model_fields.keys()), None)


def homeless(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (id, kind) of what may stand in a file that lies where it is not read: it may be of any kind."""
    if ".y" not in path.name.lower():
        return
    for id_ in (as_id(path.name.partition(".")[0]), *salvaged(path)):
        yield from ((id_, kind) for kind in KINDS)


def _lost(raws: list[Raw]) -> Iterator[tuple[str, str]]:
    """Yield (id, kind) of what an entry may be called whose own id cannot be found, or is not a good one."""
    for entry in raws:
        id_ = entry.data.get("id") if isinstance(entry.data, dict) else None
        if not entry.kind.listed and id_ != Path(entry.source.path).stem:
            yield Path(entry.source.path).stem, entry.kind.name
        if isinstance(id_, str):
            if not ID.fullmatch(id_):
                yield as_id(id_), entry.kind.name
            continue
        for value in entry.data.values() if isinstance(entry.data, dict) else ():
            if isinstance(value, str) and ID.fullmatch(value):
                yield value, entry.kind.name


def salvaged(path: Path) -> list[str]:
    """Return the ids in a file that cannot be read as YAML, so that references to them are not called dead."""
    return re.findall(r"^ *(?:-\s*)?id\b\W*([a-z0-9-]+)", _text(path), re.MULTILINE)


def words(path: Path) -> set[str]:
    """Return every word in a file that cannot be read: it may name any entry."""
    return {*_WORD.findall(_text(path))}


def words_of(data: Any) -> Iterator[str]:
    """Yield every word of the texts inside plain data."""
    if isinstance(data, str):
        yield from _WORD.findall(data)
    for child in _children(data):
        yield from words_of(child[1])


def _text(path: Path) -> str:
    try:
        content = (
            raw(path).replace(b"\0", b"").replace(b"\r", b"\n")
        )  # UTF-16 shows its letters, too
        return content.decode("utf-8", "replace")
    except OSError:
        return ""


def twice(raws: list[Raw]) -> Iterator[Problem]:
    """Yield a Problem at both places of each id that stands twice."""
    first: dict[str, Problem] = {}
    for entry in raws:
        for trail, id_, _ in entry.ids:
            here = Problem(entry.source.path, *entry.source.place(trail), "", "")
            if id_ in first:
                yield _taken(id_, first[id_], here)
                yield _taken(id_, here, first[id_])
            first.setdefault(id_, here)


def _taken(id_: str, here: Problem, other: Problem) -> Problem:
    message = f"the id {id_[:64]!r} is taken ({other.path}:{other.line})"
    tip = "choose another; ids are unique, and an old one is never used again"
    return replace(here, message=message, hint=tip)


def ids(data: Any, trail: KeyPath) -> Iterator[tuple[KeyPath, str, bool]]:
    """Yield (trail, id, is it an alias) of each id in `data`."""
    if isinstance(data, dict):
        if isinstance(id_ := data.get("id"), str):
            yield (*trail, "id"), id_, False
        aliases = data.get("aliases")
        for index, alias in enumerate(aliases if isinstance(aliases, list) else ()):
            if isinstance(alias, str):
                yield (*trail, "aliases", index), alias, True
    for key, value in _children(data):
        if isinstance(value, dict | list):
            yield from ids(value, (*trail, key))


def _children(data: Any) -> Any:
    if isinstance(data, dict):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()
