"""Export the guide for other programs: JSON, CSV, an Anki deck, an Atom feed, JSON Schema, search records."""

from collections.abc import Callable, Iterator
from functools import partial

from ..guide import Guide
from ..kinds import KINDS
from ..output import Output, Site
from ..output_cache import OutputCache
from .anki import render_deck
from .atom import render_feed
from .csv_tables import render_table
from .json_values import API
from .timeline_steps import render_timeline_steps


def render_downloads(guide: Guide, site: Site, cache: OutputCache | None = None) -> Iterator[Output]:
    """Yield every file for download except the JSON of export/api.py.

    Files in `cache` are reused while they would not change.
    """
    files: dict[str, Callable[[Guide], str | bytes]] = {
        **{f"{API}/csv/{kind}.csv": partial(render_table, site=site, kind=kind) for kind in KINDS},
        f"{API}/questions.apkg": partial(render_deck, site=site),
        "feed.xml": partial(render_feed, site=site),
        f"{API}/calendar.json": render_timeline_steps,
    }
    for uri, make in files.items():
        content = cache.get(uri, {"site": site}, make) if cache else make(guide)
        yield Output(uri, content)
