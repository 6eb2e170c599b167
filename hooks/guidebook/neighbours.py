"""Entries of other kinds that belong with an entry: found by what they share."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from .model import Entry
from .walk import Inside

if TYPE_CHECKING:
    from .guide import Guide

SHOWN = 4
"""Most neighbours of an entry; at most one of each kind, so that they open different doors."""

SURE = 3
"""How many are shown however far away."""

NEAR = 0.1
"""How near, from 0 to 1, any further one must be."""

KINDS = ("questions", "asks", "red_flags", "messages", "timelines", "checklists", "pay")
"""Kinds worth meeting next. Formats, people and lines of work are tags of an entry already."""

STEM = 6
"""Letters by which two words count as the same here: fail, failed; refer, reference."""

NAMED = 1.5
"""How much it ties two entries that both name, or are named by, a third; a word that names both ties them by 1."""

COMMON = 60
"""What ties more entries than this ties nothing; it would also cost the square of their number."""

NAMES = ("search", "heard_as", "they_say")
"""Fields that name an entry in other words."""


class Ties(NamedTuple):
    """What each entry is tied to: ids of entries, and words that name it (marked by a `~`)."""

    of: Mapping[str, Mapping[str, float]]
    """For each entry its ties, each with its weight; the squares of the weights sum to 1."""
    holders: Mapping[str, list[tuple[str, float]]]
    """For each tie the entries that have it and its weight there, in order."""


Tying = Mapping[str, tuple[Mapping[str, float], set[str]]]
"""For each entry the words that name it, and the other entries it names."""


def tying(guide: "Guide") -> Tying:
    """Return what could tie each entry to others. Sources tie nothing."""
    return {
        entry.id: (guide.inside(entry).once(_words)[0], _named(guide, entry))
        for entry in guide.all()
    }


def ties(tying: Tying) -> Ties:
    """Return what ties entries together: both name, link to or are named by a third, or a word names both.

    A tie weighs the less, the more entries have it (inverse document frequency), and entries are as near as the cosine
    of their weights (Salton and McGill, 1983).
    """
    raw = {id_: {**words} for id_, (words, _) in tying.items()}
    for id_, (_, named) in tying.items():
        for target in named:
            raw[id_][target] = raw[target][id_] = NAMED
    counts = Counter(tie for found in raw.values() for tie in found)
    rare = {tie: math.log(len(raw) / count) for tie, count in counts.items() if count <= COMMON}
    of = {
        id_: _unit({tie: much * rare[tie] for tie, much in found.items() if tie in rare})
        for id_, found in raw.items()
    }
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for id_, found in of.items():
        for tie, weight in found.items():
            holders[tie].append((id_, weight))
    return Ties(of, holders)


def _words(inside: Inside) -> Iterator[Mapping[str, float]]:
    """Yield the words that name an entry, cut to their stems; one that comes again weighs a little more."""
    entry = inside.entry
    names = (name for field in NAMES for name in getattr(entry, field, ()))
    words = re.findall(r"[^\W\d_]{4,}", " ".join((entry.title, *names)).lower())
    counts = Counter(f"~{word[:STEM]}" for word in words)
    yield {word: 1 + math.log(count) for word, count in counts.items()}


def _named(guide: "Guide", entry: Entry) -> set[str]:
    inside = guide.inside(entry)
    named = {*map(str, inside.references), *inside.linked} - {entry.id}
    return {one for one in named & guide.origins.keys() if guide.origins[one].kind != "sources"}


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.hypot(*weights.values()) or 1
    return {tie: weight / length for tie, weight in sorted(weights.items())}


def neighbours(guide: "Guide", tied: Ties, entry: Entry) -> list[Entry]:
    """Return up to SHOWN entries of other kinds, nearest first; the same for the same data.

    What `entry` itself is tied to stands on its page already and is left out.
    """
    near: dict[str, float] = defaultdict(float)
    for tie, weight in tied.of[entry.id].items():
        for other, its in tied.holders[tie]:
            near[other] += weight * its
    best: dict[str, str] = {}
    for id_ in sorted(near, key=lambda id_: (-near[id_], id_)):
        kind = guide.origins[id_].kind
        if (
            kind in KINDS
            and kind != guide.kind(entry)
            and id_ not in tied.of[entry.id]
            and id_ != entry.id
        ):
            best.setdefault(kind, id_)
    found = [*best.values()][:SHOWN]
    return [guide.get(id_) for at, id_ in enumerate(found) if at < SURE or near[id_] >= NEAR]
