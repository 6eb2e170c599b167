"""Find the ids in plain data, and those that are used twice."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ..models import Taxonomy
from ..parsing.document import KeyPath, YamlDocument
from ..problem import Problem
from .entries import RawEntry


class IdUse(NamedTuple):
    """An id or alias in a document."""

    id: str
    document: YamlDocument
    key_path: KeyPath
    is_alias: bool

    @property
    def location(self) -> tuple[str, int, int]:
        """The file, line and column."""
        return self.document.path, *self.document.locate(self.key_path)


def find_ids(entry: RawEntry) -> Iterator[IdUse]:
    """Yield every id and alias of an entry and of the items inside it."""
    for path, id_, is_alias in _ids(entry.data, entry.key_path):
        yield IdUse(id_, entry.document, path, is_alias)


def _ids(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str, bool]]:
    if isinstance(data, dict):
        if isinstance(data.get("id"), str) and len(data) > 1:
            yield (*path, "id"), data["id"], False
        aliases = data.get("aliases")
        for index, alias in enumerate(aliases if isinstance(aliases, list) else ()):
            if isinstance(alias, str):
                yield (*path, "aliases", index), alias, True
    pairs = data.items() if isinstance(data, dict) else enumerate(data or ())
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from _ids(value, (*path, key))


def duplicate_ids(entries: Iterable[RawEntry]) -> Iterator[Problem]:
    """Yield a Problem at both places of each id that is used twice."""
    first: dict[str, IdUse] = {}
    for use in (use for entry in entries for use in find_ids(entry)):
        other = first.setdefault(use.id, use)
        if other is not use:
            if use.document is other.document and use.key_path[:-1] == other.key_path[:-1]:
                continue  # twice in one list of aliases, which the model refuses
            if use.document is other.document and use.key_path[:-2] == other.key_path[:-1]:
                message = f"the alias {use.id[:64]!r} is the id itself"
                yield Problem(*use.location, message, "delete it: an alias is a former id")
                continue
            yield _duplicate(use, other)
            yield _duplicate(other, use)


def _duplicate(use: IdUse, other: IdUse) -> Problem:
    file, line, _ = other.location
    message = f"the id {use.id[:64]!r} is taken ({file}:{line})"
    hint = "choose another id: every id is unique in the whole guide, and an old one is never reused"
    return Problem(*use.location, message, hint)


def renamed_ids(entries: Iterable[RawEntry]) -> dict[str, str]:
    """Map each alias to the id of its entry; the alias of an item inside an entry maps to ""."""
    renamed: dict[str, str] = {}
    for entry in entries:
        for use in find_ids(entry):
            if use.is_alias:
                is_own = use.key_path[:-1] == (*entry.key_path, "aliases")
                renamed[use.id] = entry.data["id"] if is_own else ""
    return renamed


def duplicate_terms(taxonomy: Taxonomy, document: YamlDocument) -> Iterator[Problem]:
    """Yield a Problem for each term that is twice in one list of the taxonomy."""
    for name, ids in taxonomy.term_ids().items():
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                location = document.locate((name, index, "id"))
                message = f"{id_!r} is listed twice in {name}"
                yield Problem(document.path, *location, message, "keep one of them")
