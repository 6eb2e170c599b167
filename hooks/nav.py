"""The navigation of mkdocs.yml, in which a folder stands for every page in it, generated ones too."""

from collections.abc import Iterator, Sequence

from mkdocs.structure import StructureItem

BESIDE = 40
"""Most pages of one section that a menu lists; with all of them, a guide would grow with the square of its pages."""


def expanded(nav: list, uris: list[str]) -> list:
    """Return `nav` with each folder, written as `folder/`, replaced by the pages in it, its index first."""
    return [item for entry in nav for item in _items(entry, uris)]


def _items(entry: dict | str, uris: list[str]) -> Iterator[dict | str]:
    if isinstance(entry, str):
        yield from _pages(entry, uris) if entry.endswith("/") else (entry,)
        return
    for title, value in entry.items():
        if isinstance(value, list):
            yield {title: expanded(value, uris)}
        else:
            pages = list(_items(value, uris))
            if pages:
                yield {title: pages if len(pages) > 1 else pages[0]}


def _pages(folder: str, uris: list[str]) -> list[str]:
    inside = [uri for uri in uris if uri.startswith(folder) and "/" not in uri.removeprefix(folder)]
    return sorted(inside, key=lambda uri: uri != f"{folder}index.md")


def beside(pages: Sequence[StructureItem]) -> Sequence[StructureItem]:
    """Return BESIDE of the `pages` of a section, those around the active one; all when they are no more."""
    active = next((at for at, page in enumerate(pages) if page.active), 0)
    start = max(0, min(active - BESIDE // 2, len(pages) - BESIDE))
    return pages[start : start + BESIDE]
