"""The guide as files for other programs: CSV, an Anki deck, an Atom feed, the steps of timelines."""

from collections.abc import Iterator

from ..guide import Guide
from ..kinds import KINDS
from ..output import Output, Site
from . import anki, atom, timeline_steps
from .csv_tables import table

API = "api/v1"


def render_downloads(guide: Guide, site: Site) -> Iterator[Output]:
    """Yield every file for reuse besides the JSON of entries (export/api.py)."""
    for kind in KINDS:
        yield Output(f"{API}/csv/{kind}.csv", table(guide, site, kind))
    yield Output(f"{API}/questions.apkg", anki.deck(guide, site))
    yield Output("feed.xml", atom.feed(guide, site))
    yield Output(f"{API}/calendar.json", timeline_steps.timeline_steps(guide))
