"""A rule that only `make check` applies, because a build must not depend on the current date."""

import datetime as dt
from collections.abc import Iterator

from ..guide import Guide
from .finding import Finding

FIELDS = ("reviewed", "checked")
TOLERANCE = dt.timedelta(days=1)
"""For time zones in which it is tomorrow already."""


def dates_are_not_in_the_future(guide: Guide, today: dt.date) -> Iterator[Finding]:
    """No review of an entry, and no check of a law, is later than `today`.

    When most entries break this rule, the clock of the computer is wrong, and nothing is reported.
    """
    findings = [*_find_later_dates(guide, today + TOLERANCE)]
    if len(findings) * 2 <= sum(1 for _ in guide.all_entries()):
        yield from findings


def _find_later_dates(guide: Guide, latest: dt.date) -> Iterator[Finding]:
    for entry in guide.all_entries():
        for field in FIELDS:
            day = getattr(entry, field, latest)
            if day > latest:
                message = f"{field}: {day} is in the future"
                hint = "write the day on which it was reviewed, today at the latest"
                yield Finding(entry, (field,), message, hint)
