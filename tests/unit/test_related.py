"""Neighbours: what else a reader of an entry may want."""

from guidebook.guide import Guide
from guidebook.site.related import KINDS, SHOWN, Ties, neighbours, ties, tying


def test_each_entry_has_a_handful_of_other_kinds(guide: Guide):
    """Never itself, never its own kind, never what its page lists anyway, at most one of a kind."""
    tied = ties(tying(guide))
    few = []
    for kind in KINDS:
        for entry in guide.of(kind):
            found = neighbours(guide, tied, entry)
            kinds = [guide.kind(other) for other in found]
            assert kind not in kinds
            assert len(set(kinds)) == len(kinds) <= SHOWN
            assert not {other.id for other in found} & {*tied.of[entry.id], entry.id}
            if len(found) < 3:
                few.append(entry.id)
    assert not few


def test_the_same_data_gives_the_same_neighbours(guide: Guide):
    """A build must not depend on the order of a set."""
    entries = guide.of("questions")
    once = ties(tying(guide))
    again = Ties({id_: dict(reversed(tied.items())) for id_, tied in once.of.items()}, once.holders)
    assert [neighbours(guide, once, entry) for entry in entries] == [
        neighbours(guide, again, entry) for entry in entries
    ]


def test_a_failure_leads_to_failures(guide: Guide):
    """What comes next is about the same thing."""
    found = {
        other.id for other in neighbours(guide, ties(tying(guide)), guide.get("biggest-failure"))
    }
    assert {"project-went-wrong", "no-failure-to-tell"} <= found
