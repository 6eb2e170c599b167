"""What the page of an entry is made of: the tags and attributes it may have, and where it leads."""

import re
from html.parser import HTMLParser

from guidebook.kind import PageMode
from guidebook.kinds import KINDS
from guidebook.loading.load import load
from guidebook.models import Entry
from guidebook.output import Site
from guidebook.site.environment import make_renderer
from guidebook.site.pages import shared_context
from guidebook.urls import entry_url, sheet_url
from support.broken_data import ROOT

GUIDE = load(ROOT / "data")
SHARED = shared_context(GUIDE, Site())


class Marks(HTMLParser):
    """The tags and attributes of a page, and the addresses in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the tag, each attribute of it, and where it leads."""
        self.found |= {(tag, ""), *((tag, name) for name, _ in attrs)}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]


def shown(kind: str, sound: dict[str, Entry]) -> Marks:
    """Return what the page of some entries is made of."""
    entries = [entry for entry in sound.values() if entry.id in GUIDE.entries[kind]]
    render = make_renderer(GUIDE, **SHARED)
    pages = []
    for entry in entries:
        given = {"title": entry.title, "description": "a", "entry": entry}
        row = KINDS[kind]
        if row.pages == PageMode.OWN:
            pages.append(render(f"{kind}.md.jinja", entry_url(GUIDE, entry), **given).text)
        if row.has_sheet:
            pages.append(render("sheet.md.jinja", sheet_url(entry), **given).text)
        if row.pages == PageMode.GROUP:
            term = GUIDE.term(row.groups, GUIDE.group_of(entry))
            given |= {"entries": [entry], "term": term}
            pages.append(render(f"{kind}.md.jinja", entry_url(GUIDE, entry), **given).text)
    return Marks("\n".join(pages))


USUAL = {kind: shown(kind, {e.id: e for e in GUIDE.entries_of(kind)}).found for kind in KINDS}
INLINE = {("a", ""), ("a", "href"), ("a", "rel"), ("code", ""), ("em", ""), ("strong", ""), ("br", "")}
OPTIONAL = {("mark", ""), ("mark", "class"), ("small", ""), ("small", "class"), ("span", ""), ("details", "")}


def holds_no_markup_of_its_own(kind: str, sound: dict[str, Entry]) -> None:
    """Fail when the pages of some entries have a tag, an attribute or a link that only our templates may write."""
    page = shown(kind, sound)
    assert page.found <= USUAL[kind] | INLINE | OPTIONAL
    wild = [link for link in page.links if link and not re.match(r"https://|[./#?]|[a-z-]+/", link)]
    assert not wild
