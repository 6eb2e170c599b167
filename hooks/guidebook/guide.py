"""The Guide: every entry, where it stands, and how entries refer to each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from .models import KINDS, Entry, ListTerm, Taxonomy
from .parsing.document import KeyPath, YamlDocument
from .site.related import Ties, Tying, neighbours, ties, tying
from .text.inline_markdown import Snippet
from .traverse import Inside


class Origin(NamedTuple):
    """Where an entry comes from: its kind, its group (the name of its file) and its source."""

    kind: str
    group: str
    source: YamlDocument
    trail: KeyPath

    @property
    def path(self) -> str:
        """The file, from the root of the project."""
        return self.source.path

    @property
    def line(self) -> int:
        """The line on which the entry begins."""
        return self.source.place((*self.trail, "id"))[0]

    @property
    def last_line(self) -> int:
        """The line on which the entry ends."""
        values, after = (
            self.source.values,
            (*self.trail[:-1], self.trail[-1] + 1) if self.trail else None,
        )
        start, end = values[self.trail].start_mark, None
        if after in values:
            end = self.source.text.rfind("\n", 0, values[after].start_mark.index)
        return start.line + 1 + self.source.text[start.index : end].rstrip().count("\n")


class Gaps(NamedTuple):
    """What could not be read, so that no rule holds its absence against the rest."""

    ids: frozenset[str] = frozenset()
    """Ids of entries in it."""
    words: frozenset[str] = frozenset()
    """Every word of it that could be an id: it may name any entry."""
    groups: frozenset[tuple[str, str]] = frozenset()
    """Its kinds and groups."""


NO_GAPS = Gaps()


class Guide:
    """All entries by kind and id, in the order of their files."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        entries: Mapping[str, Mapping[str, Entry]],
        origins: Mapping[str, Origin],
        renamed: Mapping[str, str],
        gaps: Gaps = NO_GAPS,
        written: frozenset[str] = frozenset(),
    ) -> None:
        """Take what load.py has checked."""
        self.taxonomy = taxonomy
        self.entries = entries
        self.origins = origins
        self.renamed = renamed
        self.gaps = gaps
        self.written = written
        """Files of docs/ that are written by hand, from there."""
        self._inside: dict[str, Inside] = {}
        self._near: dict[str, list[str]] = {}

    def all(self) -> Iterator[Entry]:
        """Yield every entry, kind by kind."""
        for kind in KINDS:
            yield from self.entries[kind].values()

    def of(self, kind: str, group: str | None = None) -> list[Entry]:
        """Return the entries of one kind, or of one group of it."""
        return [*self.entries[kind].values()] if group is None else self._groups[kind, group]

    def get(self, id_: str) -> Entry:
        """Return the entry with this id. Raises KeyError."""
        return self.entries[self.origins[id_].kind][id_]

    def kind(self, entry: Entry) -> str:
        """Return the name of the kind of `entry`."""
        return self.origins[entry.id].kind

    def group(self, entry: Entry) -> str:
        """Return the group of `entry`: a family, a topic, a moment, or nothing."""
        return self.file_group(entry) or getattr(entry, "moment", "") or getattr(entry, "topic", "")

    def lines(self, entry: Entry) -> tuple[str, int, int]:
        """Return the file of `entry`, from the root of the project, and its first and last line."""
        origin = self.origins[entry.id]
        return origin.path, origin.line, origin.last_line

    def file_group(self, entry: Entry) -> str:
        """Return the name of the file of `entry`, for kinds whose files are groups, or nothing."""
        return self.origins[entry.id].group

    def terms(self, name: str) -> tuple[ListTerm, ...]:
        """Return the terms of one list of the taxonomy, in order."""
        return getattr(self.taxonomy, name)

    def term(self, name: str, id_: str) -> ListTerm:
        """Return one term. Raises StopIteration when the list does not hold it."""
        return next(term for term in self.terms(name) if term.id == id_)

    def linked(self, entry: Entry, kind: str) -> list[Entry]:
        """Return the entries of `kind` that `entry` names, then those that name it, each once."""
        ids = [*self._links[entry.id, kind], *self._backlinks[entry.id, kind]]
        return [self.entries[kind][id_] for id_ in dict.fromkeys(ids) if id_ in self.entries[kind]]

    def near(self, entry: Entry) -> list[Entry]:
        """Return a handful of entries of other kinds that belong with `entry`, nearest first."""
        if entry.id not in self._near:
            self._near[entry.id] = [one.id for one in neighbours(self, self._ties, entry)]
        return [self.get(id_) for id_ in self._near[entry.id]]

    def inside(self, entry: Entry) -> Inside:
        """Return what stands inside `entry`."""
        if entry.id not in self._inside:
            self._inside[entry.id] = Inside(entry)
        return self._inside[entry.id]

    def texts(self, entry: Entry) -> list[tuple[KeyPath, str]]:
        """Return (way, text) of each text inside `entry` that is not a reference."""
        return self.inside(entry).texts

    def is_whole(self, entry: Entry) -> bool:
        """Tell whether every entry that `entry` names could be read."""
        return all(target in self.entries[target.kind] for target in self.inside(entry).references)

    def is_tied(self, entry: Entry) -> bool:
        """Tell whether `entry` names another entry that shows it, or is named by one."""
        return any(
            self._backlinks[entry.id, kind] or (kind != "sources" and self._links[entry.id, kind])
            for kind in KINDS
        )

    def place(
        self, entry: Entry, *trail: str | int, snippet: Snippet | None = None
    ) -> tuple[str, int, int]:
        """Return (path, line, column) of a value inside `entry`."""
        origin = self.origins[entry.id]
        return origin.path, *origin.source.place((*origin.trail, *trail), snippet)

    @cached_property
    def _tying(self) -> Tying:
        return tying(self)

    @cached_property
    def _ties(self) -> Ties:
        return ties(self._tying)

    @cached_property
    def _groups(self) -> Mapping[tuple[str, str], list[Entry]]:
        groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.all():
            groups[self.kind(entry), self.group(entry)].append(entry)
        return groups

    @cached_property
    def _links(self) -> Mapping[tuple[str, str], list[str]]:
        links: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in self.all():
            for target in self.inside(entry).references:
                links[entry.id, target.kind].append(target)
        return links

    @cached_property
    def _backlinks(self) -> Mapping[tuple[str, str], list[str]]:
        backlinks: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in self.all():
            for target in self.inside(entry).references:
                backlinks[target, self.kind(entry)].append(entry.id)
        return backlinks
