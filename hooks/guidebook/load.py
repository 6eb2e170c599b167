"""data/ -> Guide, or every Problem at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .explain import explain, field_name
from .guide import Guide, Origin
from .model import KINDS, Entry, Kind, Model, Names, Taxonomy, nearest
from .problem import InvalidData, Problem
from .rules import broken
from .source import MAX_BYTES, Source, Trail, read

TAXONOMY = "taxonomy.yml"


class Raw(NamedTuple):
    """An entry before it is checked: where it stands and its plain data."""

    kind: Kind
    group: str
    source: Source
    trail: Trail
    data: Any


@dataclass
class _Loading:
    """What has been found so far."""

    problems: list[Problem] = field(default_factory=list)
    raws: list[Raw] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    entries: dict[str, dict[str, Entry]] = field(
        default_factory=lambda: {name: {} for name in KINDS}
    )
    origins: dict[str, Origin] = field(default_factory=dict)


def load(data: Path) -> Guide:
    """Return the Guide of the folder `data`.

    Raises:
        InvalidData: with every Problem of every file.
    """
    guide, problems = examine(data)
    if problems or guide is None:
        raise InvalidData(problems)
    return guide


def examine(data: Path) -> tuple[Guide | None, list[Problem]]:
    """Return the Guide as far as it could be read, and every Problem of the folder `data`."""
    if not data.is_dir():
        return None, [
            Problem(
                data.name, 1, 1, "there is no such folder", "name the folder that holds the YAML"
            )
        ]
    found = _Loading()
    source = read(data / TAXONOMY, f"{data.name}/{TAXONOMY}")
    found.problems += source.problems
    taxonomy = _validate(Taxonomy, source.data, source, (), Names(), found) if source.data else None
    terms = _terms(source)
    found.problems += _twice_in_a_list(source)
    _read_all(data, terms, found)
    names = _names(found, terms)
    for raw in found.raws:
        _entry(raw, names, found)
    if taxonomy is None:
        return None, found.problems
    guide = Guide(taxonomy, found.entries, found.origins, names.renamed)
    found.problems += broken(guide)
    return guide, found.problems


def _terms(source: Source) -> dict[str, tuple[str, ...]]:
    """Return the ids of each list, read as they stand so that one bad term hides no other."""
    lists = source.data if isinstance(source.data, dict) else {}
    return {
        name: tuple(str(term["id"]) for term in terms if isinstance(term, dict) and "id" in term)
        for name, terms in lists.items()
        if isinstance(terms, list)
    }


def _twice_in_a_list(source: Source) -> Iterator[Problem]:
    for name, ids in _terms(source).items():
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                place = source.place((name, index, "id"))
                yield Problem(
                    source.path, *place, f"{id_!r} stands twice in {name}", "keep one of them"
                )


def _read_all(data: Path, terms: Mapping[str, tuple[str, ...]], found: _Loading) -> None:
    for path in sorted(data.rglob("*")):
        parts = path.relative_to(data).parts
        if path.is_dir() or any(part.startswith(".") for part in parts) or parts[0] == "schema":
            continue
        name = "/".join((data.name, *parts))
        if parts == (TAXONOMY,):
            continue
        if problem := _misplaced(parts, name, terms):
            found.problems.append(problem)
            continue
        _read_file(path, name, KINDS[parts[0].removesuffix(".yml")], found)


def _misplaced(
    parts: tuple[str, ...], name: str, terms: Mapping[str, tuple[str, ...]]
) -> Problem | None:
    top = parts[0] if len(parts) > 1 else parts[0].removesuffix(".yml")
    if not parts[-1].endswith(".yml"):
        return Problem(
            name, 1, 1, "only files that end in .yml belong here", "rename it or move it away"
        )
    kind = KINDS.get(top)
    if kind is None or len(parts) != (1 if kind.single else 2):
        homes = [f"{k.name}.yml" if k.single else f"{k.name}/" for k in KINDS.values()]
        return Problem(
            name,
            1,
            1,
            "this file has no place in the guide",
            f"its place is one of {', '.join(homes)}",
        )
    stem = parts[-1].removesuffix(".yml")
    if kind.group and stem not in terms.get(kind.group, (stem,)):
        tip = nearest(stem, terms[kind.group])
        return Problem(name, 1, 1, f"{stem!r} is not one of the {kind.group} in {TAXONOMY}", tip)
    return None


def _read_file(path: Path, name: str, kind: Kind, found: _Loading) -> None:
    source = read(path, name)
    found.problems += source.problems
    if source.data is None:
        ids = _salvaged(path) if kind.listed else [path.stem]
        found.unread += [(id_, kind.name) for id_ in ids]
        return
    group = path.stem if kind.group else ""
    if not kind.listed:
        found.raws.append(Raw(kind, group, source, (), source.data))
    elif isinstance(source.data, list):
        found.raws += [Raw(kind, group, source, (i,), item) for i, item in enumerate(source.data)]
    else:
        place = source.place(())
        tip = "begin each entry with `- id: …` and indent the rest of it by two spaces"
        found.problems.append(Problem(name, *place, "this file must hold a list of entries", tip))


def _salvaged(path: Path) -> list[str]:
    """Return the ids in a file that cannot be read as YAML, so that references to them are not called dead."""
    text = path.read_bytes()[:MAX_BYTES].decode("utf-8", "replace") if path.is_file() else ""
    return re.findall(r"^-\s+id:\s*([a-z0-9-]+)", text, re.MULTILINE)


def _names(found: _Loading, terms: dict[str, tuple[str, ...]]) -> Names:
    """Return every id that stands in the data, and note each that stands twice, at both places."""
    names = Names(terms=terms)
    for id_, kind in found.unread:
        names.kinds.setdefault(id_, set()).add(kind)
    first: dict[str, Problem] = {}
    for raw in found.raws:
        for trail, id_, old in _ids(raw.data, raw.trail):
            here = Problem(raw.source.path, *raw.source.place(trail), "", "")
            if id_ in first:
                found.problems += [_taken(id_, first[id_], here), _taken(id_, here, first[id_])]
            first.setdefault(id_, here)
            if old:
                owner = raw.data.get("id") if trail[:-1] == (*raw.trail, "aliases") else ""
                names.renamed[id_] = str(owner or "")
            elif trail == (*raw.trail, "id"):
                names.kinds.setdefault(id_, set()).add(raw.kind.name)
    return names


def _taken(id_: str, here: Problem, other: Problem) -> Problem:
    message = f"the id {id_!r} is taken ({other.path}:{other.line})"
    return replace(
        here,
        message=message,
        tip="choose another; ids are unique, and an old one is never used again",
    )


def _ids(data: Any, trail: Trail) -> Iterator[tuple[Trail, str, bool]]:
    """Yield (trail, id, is it an alias) of each id in `data`."""
    if isinstance(data, dict):
        if isinstance(id_ := data.get("id"), str):
            yield (*trail, "id"), id_, False
        aliases = data.get("aliases")
        for index, alias in enumerate(aliases if isinstance(aliases, list) else ()):
            if isinstance(alias, str):
                yield (*trail, "aliases", index), alias, True
    children = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for key, value in children:
        if isinstance(value, dict | list):
            yield from _ids(value, (*trail, key))


def _entry(raw: Raw, names: Names, found: _Loading) -> None:
    entry = _validate(raw.kind.model, raw.data, raw.source, raw.trail, names, found)
    if entry is None:
        return
    stem = raw.source.path.rpartition("/")[2].removesuffix(".yml")
    if not raw.kind.listed and entry.id != stem:
        place = raw.source.place((*raw.trail, "id"))
        message = f"the id {entry.id!r} differs from the name of the file"
        tip = f"call the file {entry.id}.yml, or write `id: {stem}`"
        found.problems.append(Problem(raw.source.path, *place, message, tip))
    if entry.id in found.origins:
        return
    found.entries[raw.kind.name][entry.id] = entry
    found.origins[entry.id] = Origin(raw.kind.name, raw.group, raw.source, raw.trail)


def _validate(
    model: type[Model], data: Any, source: Source, trail: Trail, names: Names, found: _Loading
):
    """Return the checked model, or None after noting every Problem."""
    try:
        return model.model_validate(data, context=names)
    except ValidationError as error:
        known = {(problem.line, problem.column) for problem in source.problems}
        for details in error.errors(include_url=False):
            problems = () if _echo(details) else _problems(details, model, source, trail)
            found.problems += [
                problem for problem in problems if (problem.line, problem.column) not in known
            ]
        return None


def _echo(details: ErrorDetails) -> bool:
    """Tell whether pydantic calls a list too short only because it left out items it has refused already."""
    least = details.get("ctx", {}).get("min_length", 0)
    return (
        details["type"] == "too_short"
        and isinstance(details["input"], list)
        and len(details["input"]) >= least
    )


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
