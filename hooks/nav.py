"""Expand the navigation of mkdocs.yml, where `folder/` means every page in that folder, including generated ones."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation

MAX_SIBLINGS = 40
"""Pages of one section that a menu lists. Listing all would make the site grow with the square of its pages."""

NavEntry = str | dict[str, object]


def expand_folders(nav: list, titles: Mapping[str, str]) -> list[NavEntry]:
    """Return `nav` with each `folder/` replaced by the pages in it, index first.

    `titles` maps the source URI of every page to its title as HTML. The titles become part of the navigation, so MkDocs knows
    the title of a page without reading the page.
    """
    return [item for entry in nav for item in _expand_entry(entry, titles)]


def add_unlisted_folders(nav: list, titles: Mapping[str, str], is_excluded: Callable[[str], bool]) -> list:
    """Return `nav` with each folder that it does not mention, under the title of its index page.

    So a new kind of entry appears in the menu without an edit of mkdocs.yml. `is_excluded` returns True for source URIs
    that must not be added.
    """
    listed = str(nav)
    indexes = [uri for uri in titles if uri.endswith("/index.md") and uri.count("/") == 1]
    folders = [uri.removesuffix("index.md") for uri in indexes if not is_excluded(uri)]
    return [*nav, *({titles[f"{one}index.md"]: one} for one in folders if f"'{one}" not in listed)]


def empty_folders(nav: list, titles: Mapping[str, str]) -> list[str]:
    """Return each `folder/` of `nav` in which there is no page."""
    return [one for one in re.findall(r"'([^']+/)'", str(nav)) if not _pages_in(one, titles)]


def _expand_entry(entry: NavEntry, titles: Mapping[str, str]) -> Iterator[NavEntry]:
    if isinstance(entry, str):
        yield from ({titles[uri]: uri} for uri in _pages_in(entry, titles))
        return
    for title, value in entry.items():
        if isinstance(value, list):
            yield {title: expand_folders(value, titles)}
        elif len(uris := _pages_in(value, titles)) == 1:
            yield {title: uris[0]}
        elif uris:
            yield {title: [{titles[uri]: uri} for uri in uris]}


def _pages_in(location: str, titles: Mapping[str, str]) -> list[str]:
    """Return the source URIs at `location`: the page itself, or the pages of a folder, index first."""
    if not location.endswith("/"):
        return [location]
    inside = [uri for uri in titles if uri.startswith(location) and "/" not in uri[len(location) :]]
    return sorted(inside, key=lambda uri: uri != f"{location}index.md")


def nearby_siblings(pages: Sequence[StructureItem]) -> Sequence[StructureItem]:
    """Return at most MAX_SIBLINGS of `pages`, centered on the active one."""
    active = next((index for index, page in enumerate(pages) if page.active), 0)
    start = max(0, min(active - MAX_SIBLINGS // 2, len(pages) - MAX_SIBLINGS))
    return pages[start : start + MAX_SIBLINGS]


def shown_navigation(nav: Navigation) -> dict[str, tuple]:
    """Return the titles and URLs of other pages that the menus of each page in `nav` show, by its source URI."""
    top = [_title_and_url(item) for item in nav.items]
    shown = {}
    for item in nav.items:
        section = [*_walk(item)]
        titles = [_title_and_url(one) for one in section]
        for page in section:
            if page.is_page:
                neighbors = [one and _title_and_url(one) for one in (page.previous_page, page.next_page)]
                shown[page.file.src_uri] = (top, titles, neighbors)
    return shown


def _walk(item: StructureItem) -> Iterator[StructureItem]:
    yield item
    for child in item.children or ():
        yield from _walk(child)


def _title_and_url(item: StructureItem) -> tuple[str | None, str]:
    return item.title, next((one.url for one in _walk(item) if one.is_page), "")
