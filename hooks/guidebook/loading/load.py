"""data/ -> Guide, or every Problem at once."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..guide import Gaps, Guide, Origin
from ..lint import run_rules
from ..models import KINDS, Entry, Kind, Model, Names, Taxonomy
from ..parsing.document import MAX_PROBLEMS, KeyPath, YamlDocument
from ..parsing.reader import read
from ..problem import InvalidData, Problem
from ..text.inline_markdown import ID
from .data_files import TAXONOMY, Found, files
from .ids import Raw, home, homeless, names, salvaged, terms, twice, words, words_of
from .validation_messages import explain, field_name, telling


@dataclass
class _Loading:
    """What has been found so far."""

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


def load(data: Path) -> Guide:
    """Return the Guide of the folder `data`.

    Raises:
        InvalidData: with every Problem of every file.
    """
    guide, problems = load_with_problems(data)
    if problems or guide is None:
        raise InvalidData(problems)
    return guide


def load_with_problems(data: Path) -> tuple[Guide | None, list[Problem]]:
    """Return the Guide as far as it could be read, and every Problem of the folder `data`."""
    if not data.is_dir():
        tip = "name the folder that holds the YAML"
        return None, [Problem(data.name, 1, 1, "there is no such folder", tip)]
    with gc_paused():
        return _examined(data)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Hold the garbage collector back while hundreds of thousands of small things are made that stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _examined(data: Path) -> tuple[Guide | None, list[Problem]]:
    found = _Loading()
    source = read(data / TAXONOMY, f"{data.name}/{TAXONOMY}")
    taxonomy = _taxonomy(source, found)
    known_terms = terms(source)
    for file in files(data, known_terms):
        if isinstance(file, Problem):
            found.note([file])
            found.unread += homeless(data.parent / file.path)
        else:
            _read_file(file, found)
    known = names(found.raws, found.unread, known_terms)
    found.note(twice(found.raws))
    for raw in found.raws:
        _entry(raw, known, found)
    guide = None
    if taxonomy is not None:
        lost = frozenset(known.kinds.keys() - found.origins.keys())
        gaps = Gaps(lost, frozenset(found.words), frozenset(found.groups))
        docs_pages = _docs_pages(data.parent / "docs")
        guide = Guide(taxonomy, found.entries, found.origins, known.renamed, gaps, docs_pages)
        found.note(run_rules(guide))
    return guide, [problem for problems in found.problems.values() for problem in problems]


def _docs_pages(docs: Path) -> frozenset[str]:
    return frozenset(file.relative_to(docs).as_posix() for file in docs.rglob("*.md"))


def _taxonomy(source: YamlDocument, found: _Loading) -> Taxonomy | None:
    found.note(source.problems)
    if source.data is None:
        return None
    found.note(_twice_in_a_list(source))
    return _validate(Taxonomy, source.data, source, (), Names(), found)


def _twice_in_a_list(source: YamlDocument) -> Iterator[Problem]:
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
    source = read(path, name)
    raws = entries(source, kind, group, found.note)
    found.raws += raws
    if source.problems or not raws:
        ids = salvaged(path) if kind.listed else [path.stem]
        found.unread += [(id_, kind.name) for id_ in ids]
    if raws:
        return
    found.words |= words(path)
    found.groups.add((kind.name, group))


def entries(
    source: YamlDocument, kind: Kind, group: str, note: Callable[[Iterable[Problem]], None]
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
        entry = _validate(raw.kind.model, raw.data, raw.source, raw.trail, known, found)
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


def _validate(
    model: type[Model],
    data: Any,
    source: YamlDocument,
    trail: KeyPath,
    known: Names,
    found: _Loading,
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
    details: ErrorDetails, model: type[Model], source: YamlDocument, trail: KeyPath
) -> Iterator[Problem]:
    way = (*trail, *details["loc"])
    if details["type"] == "refused":
        for flaw in details["ctx"]["flaws"]:
            wrong = f"{field_name(details)}: {flaw.message}"
            yield Problem(source.path, *source.place(way, flaw.snippet), wrong, flaw.hint)
    else:
        place = source.place(way, key=details["type"] == "extra_forbidden")
        yield Problem(source.path, *place, *explain(details, model))
