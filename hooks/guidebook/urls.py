"""The URL of each entry on the site. Published URLs must keep working."""

from collections.abc import Iterator
from os.path import commonprefix

from .guide import Guide
from .kind import Kind, PageMode
from .kinds import KINDS
from .models import Entry

ROOM_FOLDER = "print/room/"
"""The sheets to carry into the room, one for each format."""

PACKET_URL = "print/packet/"
"""The page to print several sheets at once."""


def entry_url(guide: Guide, entry: Entry) -> str:
    """Return the URL of `entry` from the root of the site, such as `questions/values/#<id>`."""
    kind = KINDS[guide.kind_of(entry)]
    if kind.pages in (PageMode.OWN, PageMode.SHEET):
        return f"{kind.url}{entry.id}/"
    group = f"{guide.group_of(entry)}/" if kind.pages == PageMode.GROUP else ""
    return f"{kind.url}{group}#{entry.id}"


def sheet_url(entry: Entry) -> str:
    """Return the URL of the printable page of a format or a sheet."""
    return f"{KINDS['sheets'].url}{entry.id}/"


def relative_url(target: str, page_url: str) -> str:
    """Return the link from the page at `page_url` to `target`, both URLs from the root of the site."""
    path, sep, anchor = target.partition("#")
    if path == page_url:
        return sep + anchor or "./"
    shared = commonprefix((path, page_url)).rfind("/") + 1  # noqa: RUF071 -- cut at a slash just here
    return ("../" * page_url.count("/", shared) + path[shared:] or "./") + sep + anchor


def page_urls(guide: Guide) -> Iterator[tuple[str, Entry]]:
    """Yield (URL, entry) of each page whose URL contains an id: entries, former ids, groups and sheets."""
    for kind in KINDS.values():
        for entry in guide.entries_of(kind.name):
            yield from ((url, entry) for url in _own_urls(kind, entry))
        if kind.pages == PageMode.GROUP:
            for term in guide.terms(kind.groups):
                if entries := guide.entries_of(kind.name, term.id):
                    yield f"{kind.url}{term.id}/", entries[0]


def _own_urls(kind: Kind, entry: Entry) -> Iterator[str]:
    for id_ in (entry.id, *entry.aliases):
        if kind.pages == PageMode.OWN:
            yield f"{kind.url}{id_}/"
        if kind.has_sheet:
            yield f"{KINDS['sheets'].url}{id_}/"
