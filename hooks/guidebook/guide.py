"""The Guide: every checked entry, its location in data/, and the references between entries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from .kinds import KINDS
from .models import Entry, Item, ListTerm, Taxonomy
from .parsing.document import KeyPath, YamlDocument
from .text.issue import Snippet
from .traverse import EntryContents, contents_of

FIRST_REVIEW = dt.date(2026, 11, 22)
"""Date of a guide without entries: the day the project began."""


class Origin(NamedTuple):
    """The location of an entry in data/, with its kind and the group that its file names."""

    kind: str
    group: str
    document: YamlDocument
    key_path: KeyPath
    modified: float
    """When the file was last changed, in seconds since 1970."""

    @property
    def path(self) -> str:
        """The file, from the root of the project."""
        return self.document.path

    @property
    def line(self) -> int:
        """The first line of the entry, from 1."""
        return self.document.locate((*self.key_path, "id"))[0]

    @property
    def last_line(self) -> int:
        """The last line of the entry that is not blank, from 1."""
        values, text = self.document.values, self.document.text
        start, end = values[self.key_path].start_mark, None
        following = (*self.key_path[:-1], self.key_path[-1] + 1) if self.key_path else None
        if following in values:
            end = text.rfind("\n", 0, values[following].start_mark.index)
        return start.line + 1 + text[start.index : end].rstrip().count("\n")


class Guide:
    """All entries by kind and id, in the order of their files, common formats first."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        entries: Mapping[str, Mapping[str, Entry]],
        origins: Mapping[str, Origin],
        renamed: Mapping[str, str],
        docs_pages: frozenset[str] = frozenset(),
        taxonomy_document: YamlDocument | None = None,
    ) -> None:
        """Store the checked entries.

        `entries` maps kind and id to the entry, `renamed` old ids to new ones. `docs_pages` are the paths of the
        hand-written pages below docs/. `taxonomy_document` locates problems in taxonomy.yml.
        """
        self.taxonomy = taxonomy
        self.entries = entries
        self.origins = origins
        self.renamed = renamed
        self.docs_pages = docs_pages
        self.taxonomy_document = taxonomy_document

    def all_entries(self) -> Iterator[Entry]:
        """Yield every entry, kind by kind."""
        for kind in KINDS:
            yield from self.entries[kind].values()

    def entries_of(self, kind: str, group: str | None = None) -> list[Entry]:
        """Return the entries of one kind, or of one group of it."""
        return [*self.entries[kind].values()] if group is None else self._groups[kind, group]

    def get(self, id_: str) -> Entry:
        """Return the entry with this id. Raises KeyError."""
        return self.entries[self.origins[id_].kind][id_]

    def kind_of(self, entry: Entry) -> str:
        """Return the name of the kind of `entry`."""
        return self.origins[entry.id].kind

    def group_of(self, entry: Entry) -> str:
        """Return the group of `entry`, such as its topic or moment; empty for kinds without groups."""
        field = KINDS[self.kind_of(entry)].group_field
        return getattr(entry, field) if field else self.file_group(entry)

    def file_group(self, entry: Entry) -> str:
        """Return the group that the file of `entry` names; empty for kinds whose files are not groups."""
        return self.origins[entry.id].group

    def line_range(self, entry: Entry) -> tuple[str, int, int]:
        """Return the file of `entry`, from the root of the project, and its first and last line."""
        origin = self.origins[entry.id]
        return origin.path, origin.line, origin.last_line

    def locate(self, entry: Entry, *path: str | int, snippet: Snippet | None = None) -> tuple[str, int, int]:
        """Return (file, line, column) of the value at `path` inside `entry`, or of a snippet of it."""
        origin = self.origins[entry.id]
        return origin.path, *origin.document.locate((*origin.key_path, *path), snippet)

    def terms(self, name: str) -> tuple[ListTerm, ...]:
        """Return the terms of one list of the taxonomy, in order."""
        return getattr(self.taxonomy, name)

    def term(self, name: str, id_: str) -> ListTerm:
        """Return one term of a list. Raises StopIteration when the list does not contain it."""
        return next(term for term in self.terms(name) if term.id == id_)

    @cached_property
    def named_ids(self) -> Mapping[str, str]:
        """The id of the entry that plays each role of named_entries.py."""
        return {named.id: named.entry for named in self.taxonomy.named_entries}

    def named_entry(self, role: str) -> Entry:
        """Return the entry that plays `role`. Raises KeyError."""
        return self.get(self.named_ids[role])

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """The items of all checklists, by id."""
        owners = (entry for kind in ("formats", "checklists") for entry in self.entries_of(kind))
        return {item.id: item for entry in owners for item in entry.checklist}

    @cached_property
    def last_reviewed(self) -> dt.date:
        """The day of the latest review: the date of the guide, so that builds of the same data are identical."""
        return max((entry.reviewed for entry in self.all_entries()), default=FIRST_REVIEW)

    def contents(self, entry: Entry) -> EntryContents:
        """Return the references, texts and links inside `entry`."""
        return contents_of(entry)

    def texts(self, entry: Entry) -> list[tuple[KeyPath, str]]:
        """Return (path, text) of each text inside `entry` that is not a reference."""
        return self.contents(entry).texts

    def linked(self, entry: Entry, kind: str) -> list[Entry]:
        """Return the entries of `kind` that `entry` refers to, then those that refer to it, each once."""
        ids = [*self._links[entry.id, kind], *self._backlinks[entry.id, kind]]
        return [self.entries[kind][id_] for id_ in dict.fromkeys(ids) if id_ in self.entries[kind]]

    def is_linked(self, entry: Entry) -> bool:
        """Return True when `entry` refers to an entry other than a source, or another entry refers to it."""
        return any(
            self._backlinks[entry.id, kind] or (kind != "sources" and self._links[entry.id, kind]) for kind in KINDS
        )

    @cached_property
    def _groups(self) -> Mapping[tuple[str, str], list[Entry]]:
        groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.all_entries():
            groups[self.kind_of(entry), self.group_of(entry)].append(entry)
        return groups

    @cached_property
    def _links(self) -> Mapping[tuple[str, str], list[str]]:
        links: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in self.all_entries():
            for target in self.contents(entry).references:
                links[entry.id, target.kind].append(target)
        return links

    @cached_property
    def _backlinks(self) -> Mapping[tuple[str, str], list[str]]:
        backlinks: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in self.all_entries():
            for target in self.contents(entry).references:
                backlinks[target, self.kind_of(entry)].append(entry.id)
        return backlinks
