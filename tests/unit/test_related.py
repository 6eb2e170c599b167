"""Related entries: suggestions of other kinds at the end of an entry."""

import pytest

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.site.related import MAX_RELATED, MIN_RELATED, RelatedEntries


@pytest.fixture(scope="module")
def related(guide: Guide) -> RelatedEntries:
    """Return the related entries of the data."""
    return RelatedEntries(guide)


def test_related_entries_are_new_and_of_other_kinds(guide: Guide, related: RelatedEntries):
    """Never the entry itself, its kind, or an entry it refers to; at most one of each kind."""
    for kind in (kind.name for kind in KINDS.values() if kind.is_related):
        for entry in guide.entries_of(kind):
            others = related.find(entry)
            kinds = [guide.kind_of(other) for other in others]
            assert kind not in kinds
            assert MIN_RELATED <= len(set(kinds)) == len(kinds) <= MAX_RELATED, entry.id
            assert not {other.id for other in others} & {*related.features[entry.id], entry.id}


def test_the_same_data_gives_the_same_related_entries(guide: Guide, related: RelatedEntries):
    """A build does not depend on the order in which features are collected."""
    again = RelatedEntries(guide)
    again.features = {id_: dict(reversed(features.items())) for id_, features in again.features.items()}
    for entry in guide.entries_of("questions"):
        assert related.find(entry) == again.find(entry)


def test_entries_about_the_same_topic_are_related(guide: Guide, related: RelatedEntries):
    """A shared word in the names of two entries brings them together."""
    stem = "~salary"
    entries = [guide.get(id_) for id_, features in related.features.items() if stem in features]
    for entry in entries:
        stems = {name for other in related.find(entry) for name in related.features[other.id]}
        assert stems & related.features[entry.id].keys()
    assert entries
