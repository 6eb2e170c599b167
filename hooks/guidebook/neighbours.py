"""Entries of other kinds that belong with an entry: found by what both are tied to."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .model import Entry
from .text import entry_links
from .walk import references

if TYPE_CHECKING:
    from .guide import Guide

SHOWN = 4
"""Most neighbours of an entry; at most one of each kind, so that they open different doors."""

KINDS = ("questions", "asks", "red_flags", "messages", "timelines", "checklists", "pay")
"""Kinds worth meeting next. Formats, people and lines of work are tags of an entry already."""

STEM = 6
"""Letters by which two words count as the same here: fail, failed; refer, reference."""

COMMON = 16
"""A word that names more entries than this ties nothing."""

Ties = Mapping[str, set[str]]
"""What each entry is tied to: ids of entries, and words (marked by a `~`) that name it; and the other way round."""


def ties(guide: "Guide") -> Ties:
    """Return what ties entries together: one names or links to the other, or a word names both.

    Sources tie nothing; nor do common words.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for entry in guide.all():
        named = {str(target) for target in references(entry)}
        linked = {id_ for _, text in guide.texts(entry) for id_ in entry_links(text)}
        for target in (named | linked) - {entry.id}:
            if target in guide.origins and guide.origins[target].kind != "sources":
                found[entry.id].add(target)
                found[target].add(entry.id)
        for word in _words(entry):
            found[word].add(entry.id)
    for word in [key for key, named in found.items() if key[0] == "~" and len(named) <= COMMON]:
        for id_ in found[word]:
            found[id_].add(word)
    return found


def _words(entry: Entry) -> set[str]:
    """Return the words that name an entry, in its title or for search, cut to their stems."""
    text = " ".join((entry.title, *entry.search)).lower()
    return {f"~{word[:STEM]}" for word in re.findall(r"[^\W\d_]{5,}", text)}


def neighbours(guide: "Guide", tied: Ties, entry: Entry) -> list[Entry]:
    """Return up to SHOWN entries of other kinds, nearest first; the same for the same data.

    A shared tie counts the less, the more entries share it, and two ties more than twice as much as one. What `entry`
    itself is tied to stands on its page already and is left out.
    """
    own = tied.get(entry.id, set())
    nearness: dict[str, float] = defaultdict(float)
    count: dict[str, int] = defaultdict(int)
    for tie in sorted(own):
        weight = 1 / len(tied[tie])
        for other in tied[tie]:
            nearness[other] += weight
            count[other] += 1
    best: dict[str, str] = {}
    for id_ in sorted(
        nearness.keys() - own - {entry.id}, key=lambda id_: (-nearness[id_] * count[id_], id_)
    ):
        kind = guide.origins[id_].kind if id_ in guide.origins else ""
        if kind in KINDS and kind != guide.kind(entry):
            best.setdefault(kind, id_)
    return [guide.get(id_) for id_ in best.values()][:SHOWN]
