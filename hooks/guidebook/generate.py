"""data/ -> every generated file of the site, in one call."""

from collections.abc import Mapping
from pathlib import Path

from .export import render_downloads
from .export.api import index, render_api
from .export.search_records import search_files
from .loading.load import load
from .output import Output, Site
from .output_cache import OutputCache
from .problem import InvalidData
from .site.environment import TemplateGuide
from .site.machine_pages import machine_pages
from .site.pages import render_pages
from .site.standalone_pages import TOOLS, reference_pages

__all__ = ["InvalidData", "OutputCache", "generate_files"]


def generate_files(data: Path, site: Site, prose: Mapping[str, str], cache: OutputCache) -> list[Output]:
    """Return every page, export and search record made from the folder `data`.

    `prose` maps the URL of each hand-written page to its Markdown, which search covers too. `cache` makes a second call
    fast.

    Raises:
        InvalidData: with every Problem of the data.
    """
    guide = TemplateGuide(load(data))
    cache.start(guide)
    pages = [*render_pages(guide, site, cache)]
    data_files = [*render_api(guide), *render_downloads(guide, site, cache)]
    return [
        *pages,
        *machine_pages(guide, site, pages, prose),
        *data_files,
        index(guide, data_files),
        *search_files(guide, prose, (page for page in (*TOOLS, *reference_pages(guide)) if page.search)),
    ]
