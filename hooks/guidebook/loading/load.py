"""data/ -> Guide, or every Problem at once."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..guide import Gaps, Guide, Origin
from ..lint import broken
from ..models import KINDS, Entry, Kind, Model, Names, Taxonomy
from ..parsing.document import MAX_PROBLEMS, Source, Trail
from ..parsing.reader import raw as bytes_of
from ..parsing.reader import read
from ..problem import InvalidData, Problem
from ..text.inline_markdown import ID
from .data_files import TAXONOMY, Found, files
from .ids import Raw, home, homeless, names, salvaged, terms, twice, words, words_of
from .validation_messages import explain, field_name, telling

Terms = Mapping[str, tuple[str, ...]]


@dataclass
class Kept:
    """What one reading leaves for the next: a file that did not change is not read again, nor are its entries."""

    sources: dict[str, tuple[bytes, Source]] = field(default_factory=dict)
    known: Names = field(default_factory=Names)
    entries: dict[tuple[str, Trail], tuple[Any, Entry]] = field(default_factory=dict)
    raws: dict[tuple[str, Trail], Raw] = field(default_factory=dict)
    guide: Guide | None = None
    """The last one without a problem."""

    def read(self, file: Path, name: str) -> Source:
        """Return the Source of `file`: the one of last time if it holds the same."""
        try:
            content = bytes_of(file)
        except OSError:
            return read(file, name)
        if name not in self.sources or self.sources[name][0] != content:
            self.sources[name] = content, read(file, name)
        return self.sources[name][1]

    def same(self, raw: Raw) -> Raw:
        """Return the Raw of last time if it is of the same Source as `raw`, else `raw`."""
        place = raw.source.path, raw.trail
        if place not in self.raws or self.raws[place].source is not raw.source:
            self.raws[place] = raw
        return self.raws[place]

    def names(self, known: Names) -> Names:
        """Forget the entries that may name what is not `known` any more; what is new puts no sound entry in the wrong."""
        lost = {
            id_ for id_, kinds in self.known.kinds.items() if kinds - known.kinds.get(id_, set())
        }
        if _narrower(known.terms, self.known.terms) or not all(map(ID.fullmatch, lost)):
            self.entries.clear()
        for place, (data, _) in [*self.entries.items()] if lost else ():
            if not lost.isdisjoint(words_of(data)):
                del self.entries[place]
        self.known = known
        return known


def _narrower(terms: Terms, before: Terms) -> bool:
    """Tell whether a list of the taxonomy allows less than before; one that cannot be read allows all."""
    return any({*before.get(name, ("",))} - {*now} for name, now in terms.items())


@dataclass
class _Loading:
    """What has been found so far."""

    kept: Kept = field(default_factory=Kept)
    problems: dict[str, list[Problem]] = field(default_factory=dict)
    raws: list[Raw] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    entries: dict[str, dict[str, Entry]] = field(
        default_factory=lambda: {name: {} for name in KINDS}
    )
    origins: dict[str, Origin] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    groups: set[tuple[str, str]] = field(default_factory=set)

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep `problems`, of each file only as many as a person can use."""
        for problem in problems:
            known = self.problems.setdefault(problem.path, [])
            if len(known) <= MAX_PROBLEMS:
                known.append(problem)

    def is_drowned(self, path: str) -> bool:
        """Tell whether a file has so many problems that more would help nobody."""
        return len(self.problems.get(path, ())) > MAX_PROBLEMS


def load(data: Path, kept: Kept | None = None) -> Guide:
    """Return the Guide of the folder `data`; with what was `kept` from the last time, only what changed is read.

    Raises:
        InvalidData: with every Problem of every file.
    """
    guide, problems = examine(data, kept)
    if problems or guide is None:
        raise InvalidData(problems)
    return guide


def examine(data: Path, kept: Kept | None = None) -> tuple[Guide | None, list[Problem]]:
    """Return the Guide as far as it could be read, and every Problem of the folder `data`."""
    if not data.is_dir():
        tip = "name the folder that holds the YAML"
        return None, [Problem(data.name, 1, 1, "there is no such folder", tip)]
    with no_search_for_cycles():
        return _examined(data, kept or Kept())


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Hold the garbage collector back while hundreds of thousands of small things are made that stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _examined(data: Path, kept: Kept) -> tuple[Guide | None, list[Problem]]:
    found = _Loading(kept)
    source = kept.read(data / TAXONOMY, f"{data.name}/{TAXONOMY}")
    taxonomy = _taxonomy(source, found)
    known_terms = terms(source)
    for file in files(data, known_terms):
        if isinstance(file, Problem):
            found.note([file])
            found.unread += homeless(data.parent / file.path)
        else:
            _read_file(file, found)
    known = kept.names(names(found.raws, found.unread, known_terms))
    found.note(twice(found.raws))
    for raw in found.raws:
        _entry(raw, known, found)
    guide = None
    if taxonomy is not None:
        lost = frozenset(known.kinds.keys() - found.origins.keys())
        gaps = Gaps(lost, frozenset(found.words), frozenset(found.groups))
        written = _written(data.parent / "docs")
        guide = Guide(taxonomy, found.entries, found.origins, known.renamed, gaps, written)
        if kept.guide:
            guide.follow(kept.guide)
        found.note(broken(guide))
        if not any(found.problems.values()):
            kept.guide = guide
    return guide, [problem for problems in found.problems.values() for problem in problems]


def _written(docs: Path) -> frozenset[str]:
    return frozenset(file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))


def _taxonomy(source: Source, found: _Loading) -> Taxonomy | None:
    found.note(source.problems)
    if source.data is None:
        return None
    found.note(_twice_in_a_list(source))
    return _validate(Taxonomy, source.data, source, (), Names(), found)


def _twice_in_a_list(source: Source) -> Iterator[Problem]:
    for name, ids in terms(source).items():
        seen: set[str] = set()
        for index, id_ in enumerate(ids):
            if id_ in seen:
                place = source.place((name, index, "id"))
                wrong = f"{id_[:64]!r} stands twice in {name}"
                yield Problem(source.path, *place, wrong, "keep one of them")
            seen.add(id_)


def _read_file(file: Found, found: _Loading) -> None:
    path, name, kind = file
    group = path.stem if kind.group else ""
    source = found.kept.read(path, name)
    raws = entries(source, kind, group, found.note)
    found.raws += map(found.kept.same, raws)
    if source.problems or not raws:
        ids = salvaged(path) if kind.listed else [path.stem]
        found.unread += [(id_, kind.name) for id_ in ids]
    if raws:
        return
    found.words |= words(path)
    found.groups.add((kind.name, group))


def entries(
    source: Source, kind: Kind, group: str, note: Callable[[Iterable[Problem]], None]
) -> list[Raw]:
    """Return the entries that stand in a file, or none and note what keeps them from being read."""
    note(source.problems)
    data = source.data
    if data is None or not kind.listed:
        return [] if data is None else [Raw(kind, group, source, (), data)]
    if not isinstance(data, list) or not data:
        tip = "begin each entry with `- id: …` and indent the rest of it by two spaces"
        wrong = "this file must hold a list of entries"
        note([Problem(source.path, *source.place(()), wrong, tip)])
        return []
    return [Raw(kind, group, source, (i,), item) for i, item in enumerate(data)]


def _entry(raw: Raw, known: Names, found: _Loading) -> None:
    """Keep one entry if it is sound, else what can be known of it, and note what is wrong with it."""
    entry = None
    if other := home(raw):
        wrong = f"this is an entry of {other.name}, not of {raw.kind.name}"
        tip = f"move it to {other.place}"
        found.note([Problem(raw.source.path, *raw.source.place(raw.trail), wrong, tip)])
    elif not found.is_drowned(raw.source.path):
        entry = _checked(raw, known, found)
    if entry is None or entry.id in found.origins:
        found.words.update(words_of(raw.data))
        found.groups.add((raw.kind.name, raw.group))
        return
    stem = Path(raw.source.path).stem
    if not raw.kind.listed and entry.id != stem:
        place = raw.source.place((*raw.trail, "id"))
        message = f"the id {entry.id!r} differs from the name of the file"
        tip = f"call the file {entry.id}.yml"
        tip += f", or write `id: {stem}`" if ID.fullmatch(stem) else ""
        found.note([Problem(raw.source.path, *place, message, tip)])
    found.entries[raw.kind.name][entry.id] = entry
    found.origins[entry.id] = Origin(raw.kind.name, raw.group, raw.source, raw.trail)


def _checked(raw: Raw, known: Names, found: _Loading) -> Entry | None:
    """Return the checked entry: the one of last time if nothing of it changed."""
    place = raw.source.path, raw.trail
    data, entry = found.kept.entries.get(place, (None, None))
    if data is raw.data or data == raw.data:
        return entry
    entry = _validate(raw.kind.model, raw.data, raw.source, raw.trail, known, found)
    if entry is not None:
        found.kept.entries[place] = raw.data, entry
    return entry


def _validate(
    model: type[Model], data: Any, source: Source, trail: Trail, known: Names, found: _Loading
):
    """Return the checked model, or None after noting every Problem."""
    try:
        return model.model_validate(data, context=known)
    except ValidationError as error:
        seen = {(problem.line, problem.column) for problem in source.problems}
        for details in telling(error.errors(include_url=False)):
            problems = _problems(details, model, source, trail)
            found.note(p for p in problems if (p.line, p.column) not in seen)
        return None


def _problems(
    details: ErrorDetails, model: type[Model], source: Source, trail: Trail
) -> Iterator[Problem]:
    way = (*trail, *details["loc"])
    if details["type"] == "refused":
        for flaw in details["ctx"]["flaws"]:
            wrong = f"{field_name(details)}: {flaw.wrong}"
            yield Problem(source.path, *source.place(way, flaw.snippet), wrong, flaw.instead)
    else:
        place = source.place(way, key=details["type"] == "extra_forbidden")
        yield Problem(source.path, *place, *explain(details, model))
