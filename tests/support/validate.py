"""One file judged against the rest of the real guide, which is read once: milliseconds instead of a second."""

import copy
import gc
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from guidebook.guide import Guide
from guidebook.loading import load
from guidebook.models import KINDS, Entry, ListTerm, Names, Taxonomy
from guidebook.parsing.document import KeyPath, YamlDocument
from guidebook.parsing.reader import parse
from guidebook.problem import Problem

Plain = dict[str, Any]


def known_names(guide: Guide) -> Names:
    """Return what references and links may name."""
    lists = {name: guide.terms(name) for name in Taxonomy.model_fields}
    return Names(
        {id_: {origin.kind} for id_, origin in guide.origins.items()},
        dict(guide.renamed),
        {
            name: tuple(term.id for term in terms)
            for name, terms in lists.items()
            if isinstance(terms[0], ListTerm)
        },
    )


A_SECOND = 1.0
"""Of processor time, which no file may take. The worst we know, a hopeless one, takes 0.3; of 3,000 mutated ones the worst 0.18."""


@contextmanager
def at_once() -> Iterator[None]:
    """Fail when the block takes a second of the processor, whatever else the machine does meanwhile."""
    gc.collect(0)
    gc.disable()
    start = time.process_time()
    try:
        yield
        took = time.process_time() - start
    finally:
        gc.enable()
    assert took < A_SECOND


def judged(text: str, name: str, known: Names) -> tuple[list[Problem], dict[str, Entry]]:
    """Return what is said of the YAML `text` as the file `name`, and the entries that are sound."""
    return judged_source(parse(text, f"data/{name}"), name, known)


def judged_source(
    source: YamlDocument, name: str, known: Names
) -> tuple[list[Problem], dict[str, Entry]]:
    """Return what is said of a file that has been read, and the entries that are sound."""
    found = load._Loading()
    if name == "taxonomy.yml":
        load._taxonomy(source, found)
    else:
        kind = KINDS[name.partition("/")[0].removesuffix(".yml")]
        group = name.partition("/")[2].removesuffix(".yml") if kind.group else ""
        for raw in load.entries(source, kind, group, found.note):
            load._entry(raw, known, found)
    sound = {id_: entry for entries in found.entries.values() for id_, entry in entries.items()}
    return [problem for some in found.problems.values() for problem in some], sound


def plain(guide: Guide, entry: Entry) -> Plain:
    """Return an entry as it stands in its file."""
    origin = guide.origins[entry.id]
    data = origin.source.data
    for part in origin.trail:
        data = data[part]
    return copy.deepcopy(data)


def richest(guide: Guide, kind: str) -> Plain:
    """Return the entry of a kind with the most texts in it."""
    return plain(guide, max(guide.entries_of(kind), key=lambda entry: len(guide.texts(entry))))


def leaves(data: Any, trail: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the way to every text in plain data but ids."""
    if isinstance(data, str) and trail[-1] != "id":
        yield trail
    for key, value in (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    ):
        yield from leaves(value, (*trail, key))


def with_texts(data: Plain, texts: dict[KeyPath, str]) -> Plain:
    """Return a copy of plain data with other texts in it."""
    changed = copy.deepcopy(data)
    for trail, text in texts.items():
        inner = changed
        for part in trail[:-1]:
            inner = inner[part]
        inner[trail[-1]] = text
    return changed


def as_yaml(data: Any, kind: str) -> str:
    """Return plain data as the file of its kind; JSON is YAML with every text in quotes."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    return f"- {text}\n" if KINDS[kind].listed else f"{text}\n"
