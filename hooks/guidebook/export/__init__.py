"""Export the guide for other programs: JSON, CSV, an Anki deck, an Atom feed, JSON Schema, search records."""

from collections.abc import Callable, Iterator
from functools import partial

from ..guide import Guide
from ..kinds import KINDS
from ..output import Output, Site
from ..output_cache import OutputCache
from .anki import render_deck
from .atom import render_feed
from .csv_tables import part_fields, render_table
from .json_values import API
from .security_txt import render_security_txt


def render_downloads(guide: Guide, site: Site, cache: OutputCache | None = None) -> Iterator[Output]:
    """Yield every file for download except the JSON of export/api.py.

    Files in `cache` are reused while they would not change.
    """
    files: dict[str, Callable[[Guide], str | bytes]] = {
        **{f"{API}/csv/{kind}.csv": partial(render_table, site=site, kind=kind) for kind in KINDS},
        **{
            f"{API}/csv/{kind}_{part}.csv": partial(render_table, site=site, kind=kind, part=part)
            for kind in KINDS
            for part in part_fields(kind)
        },
        f"{API}/questions.apkg": partial(render_deck, site=site),
        "feed.xml": partial(render_feed, site=site),
        ".well-known/security.txt": partial(render_security_txt, site=site),
    }
    for uri, make in files.items():
        content = cache.get(uri, {"site": site}, make) if cache else make(guide)
        yield Output(uri, content)
