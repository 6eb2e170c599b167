"""The guide as files for other programs: CSV, an Anki deck, an Atom feed, the steps of timelines."""

from collections.abc import Callable, Iterator
from functools import partial

from ..guide import Guide
from ..kinds import KINDS
from ..output import Output, Site
from ..output_cache import OutputCache
from . import anki, atom, timeline_steps
from .csv_tables import table

API = "api/v1"


def render_downloads(
    guide: Guide, site: Site, cache: OutputCache | None = None
) -> Iterator[Output]:
    """Yield every file for reuse besides the JSON of entries (export/api.py).

    Files that `cache` holds from an earlier call are made only when they would differ.
    """
    files: dict[str, Callable[[Guide], str | bytes]] = {
        **{f"{API}/csv/{kind}.csv": partial(table, site=site, kind=kind) for kind in KINDS},
        f"{API}/questions.apkg": partial(anki.deck, site=site),
        "feed.xml": partial(atom.feed, site=site),
        f"{API}/calendar.json": timeline_steps.timeline_steps,
    }
    for uri, make in files.items():
        content = cache.get(uri, {"site": site}, make) if cache else make(guide)
        yield Output(uri, content)
