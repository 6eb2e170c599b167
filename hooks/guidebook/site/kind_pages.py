"""Build the pages of each kind: indexes, entries, groups, sheets, and redirects from former ids."""

from collections.abc import Iterator

from ..guide import Guide
from ..kind import Kind, PageMode
from ..kinds import KINDS
from ..models import Entry
from ..text.inline_markdown import plain
from ..urls import ROOM_FOLDER, entry_url, sheet_url
from .page import Page


def kind_pages(guide: Guide) -> Iterator[Page]:
    """Yield the pages of every kind, in the order of the table."""
    for kind in KINDS.values():
        if kind.pages == PageMode.SHARED:
            yield _shared_page(guide, kind)
        elif kind.index_template:
            about = (kind.title, kind.description, "CollectionPage")
            yield Page(f"{kind.url}index.md", kind.index_template, *about, context={"kind": kind})
        if kind.pages == PageMode.OWN:
            for entry in guide.entries_of(kind.name):
                yield _entry_page(guide, kind, entry)
                yield from _redirects(kind.url, entry, entry_url(guide, entry))
        elif kind.pages == PageMode.GROUP:
            yield from _group_pages(guide, kind)
    for kind in (kind for kind in KINDS.values() if kind.has_sheet):
        for entry in guide.entries_of(kind.name):
            yield _sheet_page(guide, entry)
            yield from _redirects(KINDS["sheets"].url, entry, sheet_url(entry))
    for entry in guide.entries_of("formats"):
        yield _room_page(guide, entry)
        yield from _redirects(ROOM_FOLDER, entry, f"{ROOM_FOLDER}{entry.id}/")


def _shared_page(guide: Guide, kind: Kind) -> Page:
    """Return the page that all entries of a kind share."""
    entries = guide.entries_of(kind.name)
    answers = [[entry.title, ". ".join(plain(getattr(entry, name)) for name in kind.faq)] for entry in entries]
    stem = kind.url.rstrip("/")
    return Page(
        f"{stem}.md" if "/" in stem else f"{stem}/index.md",
        kind.template,
        kind.title,
        kind.description,
        edit=kind.path if kind.single else "",
        meta={"faq": answers} if kind.faq else {},
        context={"kind": kind, "entries": entries},
    )


def _entry_page(guide: Guide, kind: Kind, entry: Entry) -> Page:
    return Page(
        f"{kind.url}{entry.id}.md",
        kind.template,
        entry.title,
        plain(kind.excerpt_of(entry)),
        "Article",
        edit=_edit(guide, kind, entry),
        context={"entry": entry},
    )


def _group_pages(guide: Guide, kind: Kind) -> Iterator[Page]:
    for term in guide.terms(kind.groups):
        if entries := guide.entries_of(kind.name, term.id):
            yield Page(
                f"{kind.url}{term.id}.md",
                kind.template,
                term.title,
                plain(term.about) if term.about else f"{kind.title}: {term.title}.",
                "Article",
                edit=guide.origins[entries[0].id].path,
                context={"term": term, "entries": entries},
            )


def _sheet_page(guide: Guide, entry: Entry) -> Page:
    origin = guide.origins[entry.id]
    return Page(
        f"{KINDS['sheets'].url}{entry.id}.md",
        "sheet",
        entry.title,
        f"One page to print: {plain(entry.summary)}",
        layout="sheet.html",
        edit=f"{origin.path}#L{origin.line}",
        context={"entry": entry},
    )


def _room_page(guide: Guide, entry: Entry) -> Page:
    return Page(
        f"{ROOM_FOLDER}{entry.id}.md",
        "room",
        f"{entry.title}: in the room",
        "One page to carry into the room: names, likely questions with your stories, numbers, and what you'll ask.",
        layout="sheet.html",
        edit=_edit(guide, KINDS["formats"], entry),
        context={"entry": entry},
    )


def _edit(guide: Guide, kind: Kind, entry: Entry) -> str:
    """Return the file of `entry`, with its line when the file contains a list of entries."""
    origin = guide.origins[entry.id]
    return f"{origin.path}#L{origin.line}" if kind.is_list else origin.path


def _redirects(folder: str, entry: Entry, url: str) -> Iterator[Page]:
    """Yield a redirect to `url` for each former id of `entry`."""
    for alias in entry.aliases:
        yield Page(
            f"{folder}{alias}.md",
            "moved",
            entry.title,
            "This page has moved.",
            layout="moved.html",
            meta={"to": url},
            context={"to": url},
        )
