"""The guide in the formats of other programs: tables, flash cards, a feed, timelines."""

from collections.abc import Iterator

from ..guide import Guide
from ..pages import Output, Site
from . import cards, feed, steps, tables

API = "api/v1"


def downloads(guide: Guide, site: Site) -> Iterator[Output]:
    """Yield every file for reuse that is not JSON of the entries as they stand."""
    for kind, table in tables.tables(guide, site):
        yield Output(f"{API}/csv/{kind}.csv", table)
    yield Output(f"{API}/questions.apkg", cards.deck(guide, site))
    yield Output("feed.xml", feed.feed(guide, site))
    yield Output(f"{API}/calendar.json", steps.calendar(guide))
