"""Entries of other kinds that belong with an entry: found by what they share."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..models import Entry

if TYPE_CHECKING:
    from ..guide import Guide

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
    holders: Mapping[str, Mapping[str, list[tuple[str, float]]]]
    """For each tie and each of KINDS the entries that have it and its weight there, in order."""


Tying = Mapping[str, tuple[str, Mapping[str, float], set[str]]]
"""For each entry its kind, the words that name it, and the other entries it names."""


def tying(guide: "Guide") -> Tying:
    """Return what could tie each entry to others. Sources tie nothing."""
    return {
        entry.id: (
            guide.kind(entry),
            dict(_words(entry)),
            _named(guide, entry),
        )
        for entry in guide.all()
    }


def ties(tying: Tying) -> Ties:
    """Return what ties entries together: both name, link to or are named by a third, or a word names both.

    A tie weighs the less, the more entries have it (inverse document frequency), and entries are as near as the cosine
    of their weights (Salton and McGill, 1983).
    """
    raw = {id_: {**words} for id_, (_, words, _) in tying.items()}
    for id_, (_, _, named) in tying.items():
        for target in named:
            raw[id_][target] = raw[target][id_] = NAMED
    counts = Counter(tie for found in raw.values() for tie in found)
    rare = {tie: math.log(len(raw) / count) for tie, count in counts.items() if count <= COMMON}
    of = {
        id_: _unit({tie: much * rare[tie] for tie, much in found.items() if tie in rare})
        for id_, found in raw.items()
    }
    holders: dict[str, dict[str, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
    for id_, found in of.items():
        if (kind := tying[id_][0]) in KINDS:
            for tie, weight in found.items():
                holders[tie][kind].append((id_, weight))
    return Ties(of, holders)


def _words(entry: Entry) -> Iterator[tuple[str, float]]:
    """Yield (stem, weight) of each word that names an entry; one that comes again weighs a little more."""
    names = (name for field in NAMES for name in getattr(entry, field, ()))
    words = re.findall(r"[^\W\d_]{4,}", " ".join((entry.title, *names)).lower())
    counts = Counter(f"~{word[:STEM]}" for word in words)
    for word, count in counts.items():
        yield word, 1 + math.log(count)


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
    own = guide.kind(entry)
    near: dict[str, float] = defaultdict(float)
    for tie, weight in tied.of[entry.id].items():
        for kind, holders in tied.holders[tie].items():
            for other, its in holders if kind != own else ():
                near[other] += weight * its
    best: dict[str, tuple[float, str]] = {}
    for id_ in near.keys() - tied.of[entry.id].keys():
        kind = guide.origins[id_].kind
        best[kind] = min(best.get(kind, (0.0, "")), (-near[id_], id_))
    found = sorted(best.values())[:SHOWN]
    return [guide.get(id_) for at, (far, id_) in enumerate(found) if at < SURE or -far >= NEAR]
