"""The guide in the formats of other programs: tables, flash cards, a feed, timelines."""

from collections.abc import Iterator
from functools import partial

from ..guide import Guide
from ..memory import Make, afresh
from ..models import KINDS
from ..output import Output, Site
from . import anki, atom, timeline_steps
from .csv_tables import table

API = "api/v1"


def downloads(guide: Guide, site: Site, made: Make | None = None) -> Iterator[Output]:
    """Yield every file for reuse that is not JSON of the entries as they stand."""
    made = made or afresh(guide)
    tables = {f"{API}/csv/{kind}.csv": partial(table, kind=kind) for kind in KINDS}
    files = {**tables, f"{API}/questions.apkg": anki.deck, "feed.xml": atom.feed}
    for uri, make in files.items():
        yield Output(uri, made(uri, {"site": site}, partial(make, site=site)))
    uri = f"{API}/calendar.json"
    yield Output(uri, made(uri, {}, timeline_steps.calendar))
