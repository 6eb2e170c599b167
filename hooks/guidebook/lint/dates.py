"""A rule that only `make check` applies, because a build must give the same site on every day."""

import datetime as dt
from collections.abc import Iterator

from ..guide import Guide
from .finding import Finding

FIELDS = ("reviewed", "checked")
A_DAY = dt.timedelta(days=1)
"""Tolerance for time zones in which it is tomorrow already."""


def dates_are_not_in_the_future(guide: Guide, today: dt.date) -> Iterator[Finding]:
    """Nobody has read an entry, or looked up a law, later than `today`.

    When most entries say so it is the clock that is wrong, and nothing is said.
    """
    found = [*_later(guide, today + A_DAY)]
    if len(found) * 2 <= sum(1 for _ in guide.all_entries()):
        yield from found


def _later(guide: Guide, latest: dt.date) -> Iterator[Finding]:
    for entry in guide.all_entries():
        for field in FIELDS:
            day = getattr(entry, field, latest)
            if day > latest:
                wrong = f"{field}: {day} is in the future"
                yield Finding(
                    entry,
                    (field,),
                    wrong,
                    "write the day on which it was reviewed, today at the latest",
                )
