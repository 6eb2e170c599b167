"""Related entries: entries of other kinds that are about the same thing, found by shared words and references."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry

MAX_RELATED = 4
"""Most related entries of an entry, at most one of each kind, for variety."""

MIN_RELATED = 3
"""How many are shown even when their similarity is low."""

MIN_SIMILARITY = 0.1
"""Least similarity, from 0 to 1, of any further one."""

STEM_LENGTH = 6
"""Letters by which two words count as the same: fail, failed; refer, reference."""

REFERENCE_WEIGHT = 1.5
"""Weight of a reference that two entries share; a shared word of the title weighs 1."""

MAX_SHARED = 60
"""A feature of more entries than this is ignored; comparing them would cost the square of their number."""

NAME_FIELDS = ("search", "heard_as", "they_say")
"""Fields that name an entry in other words."""

Features = Mapping[str, float]
"""Weight of each feature of an entry: the id of an entry it refers to or is referred to by, or a stem after `~`."""


class RelatedEntries:
    """The related entries of a guide.

    Entries are compared by the cosine of their features, each weighted by its inverse document frequency (Salton and
    McGill, 1983).
    """

    def __init__(self, guide: Guide) -> None:
        """Compute the features of every entry of `guide`."""
        self._guide = guide
        self.features = _weighted(_features(guide))
        self._owners: dict[str, dict[str, list[tuple[str, float]]]] = defaultdict(lambda: defaultdict(list))
        for id_, features in self.features.items():
            if KINDS[kind := guide.origins[id_].kind].is_related:
                for feature, weight in features.items():
                    self._owners[feature][kind].append((id_, weight))

    def find(self, entry: Entry) -> list[Entry]:
        """Return up to MAX_RELATED entries of other kinds, most similar first; the same for the same data.

        Entries that `entry` refers to, or is referred to by, are left out: its page links to them already.
        """
        own = self._guide.kind_of(entry)
        similarity: dict[str, float] = defaultdict(float)
        for feature, weight in self.features[entry.id].items():
            for kind, owners in self._owners.get(feature, {}).items():
                for other, other_weight in owners if kind != own else ():
                    similarity[other] += weight * other_weight
        best: dict[str, tuple[float, str]] = {}
        for id_ in similarity.keys() - self.features[entry.id].keys():
            kind = self._guide.origins[id_].kind
            best[kind] = min(best.get(kind, (0.0, "")), (-similarity[id_], id_))
        return [
            self._guide.get(id_)
            for rank, (distance, id_) in enumerate(sorted(best.values())[:MAX_RELATED])
            if rank < MIN_RELATED or -distance >= MIN_SIMILARITY
        ]


def _features(guide: Guide) -> dict[str, dict[str, float]]:
    """Return the features of each entry, by id, before they are weighted."""
    features = {entry.id: _stems(entry) for entry in guide.all_entries()}
    for entry in guide.all_entries():
        for target in _linked_ids(guide, entry) & features.keys():
            features[entry.id][target] = features[target][entry.id] = REFERENCE_WEIGHT
    return features


def _stems(entry: Entry) -> dict[str, float]:
    """Return the weight of each stem of the names of an entry; a repeated one weighs a little more."""
    names = (name for field in NAME_FIELDS for name in getattr(entry, field, ()))
    words = re.findall(r"[^\W\d_]{4,}", " ".join((entry.title, *names)).lower())
    counts = Counter(f"~{word[:STEM_LENGTH]}" for word in words)
    return {stem: 1 + math.log(count) for stem, count in counts.items()}


def _linked_ids(guide: Guide, entry: Entry) -> set[str]:
    """Return the ids of the entries that `entry` refers or links to. Sources say nothing about the topic."""
    contents = guide.contents(entry)
    ids = {*map(str, contents.references), *contents.linked_ids} - {entry.id}
    return {id_ for id_ in ids if id_ not in guide.entries["sources"]}


def _weighted(features: Mapping[str, Features]) -> dict[str, dict[str, float]]:
    """Return features weighted by rarity, so that the squares of the weights of an entry sum to 1."""
    counts = Counter(feature for own in features.values() for feature in own)
    rarity = {feature: math.log(len(features) / count) for feature, count in counts.items() if count <= MAX_SHARED}
    weighted = {}
    for id_, own in features.items():
        weights = {name: weight * rarity[name] for name, weight in own.items() if name in rarity}
        length = math.hypot(*weights.values()) or 1
        weighted[id_] = {name: weight / length for name, weight in sorted(weights.items())}
    return weighted
