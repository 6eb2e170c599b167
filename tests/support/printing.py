"""Read what comes out of the printer."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from guidebook import sheets
from guidebook.guide import Guide
from guidebook.models import Entry
from guidebook.site.environment import plain

PAPER_SIZES = ("A4", "Letter")
WIDE_FONT = "body, h1, h2 { font-family: 'DejaVu Sans', Verdana, sans-serif !important }"
"""A style sheet for the widest font browsers commonly fall back to."""


def print_pages(page: Page, size: str, **options: object) -> list[str]:
    """Print the page and return the text of each side, blanks folded."""
    return [page_text(side) for side in PdfDocument(page.pdf(format=size, **options))]


def page_text(side: PdfPage) -> str:
    """Return the text of a printed side in the order in which it was drawn, blanks folded; upside down or not."""
    objects = side.get_objects([FPDF_PAGEOBJ_TEXT], textpage=side.get_textpage())
    # A hyphen at the end of a line comes as a sign of its own.
    return without_spaces("".join(one.extract() for one in objects).translate({0x02: "-", 0xFFFE: "-"}))


def wait_for_packet(page: Page) -> Page:
    """Wait until the packet holds every sheet that is chosen."""
    expect(page.locator("print-packet output")).to_contain_text("ready to print")
    return page


def count_pages(page: Page, size: str) -> int:
    """Print the page and return how many sides of paper it takes."""
    return len(PdfDocument(page.pdf(format=size)))


def without_spaces(text: str) -> str:
    """Return `text` without blanks and ligatures, so that line breaks and fonts do not matter."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def missing_texts(text: str, texts: Iterable[str]) -> list[str]:
    """Return those of `texts` that `text` does not hold."""
    return [one for one in texts if without_spaces(plain(one)) not in text]


def sheets_of(guide: Guide) -> list[Entry]:
    """Return every entry that has a sheet, in the order of the packet."""
    return [*guide.entries_of("formats"), *guide.entries_of("sheets")]


def packet_ids(guide: Guide) -> list[str]:
    """Return the value of every sheet of the packet, in order: for the room, to prepare, for any format."""
    return [*(f"room/{one.id}" for one in guide.entries_of("formats")), *(one.id for one in sheets_of(guide))]


def expected_texts(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield each text that must stand on the sheet of an entry."""
    yield entry.title
    if guide.kind_of(entry) == "formats":
        for texts in sheets.one_pager(guide, entry).values():
            yield from (text.text for text in texts)
        yield from ("Employer", "Place, link", "Notes", f"formats/{entry.id}/")
        return
    yield from (*entry.blanks, f"print/{entry.id}/")
    for part in (*entry.parts, *entry.right):
        yield from (part.title, part.hint or "", *part.boxes, *part.tips, *part.blanks)
        yield from (guide.get(id_).title for id_ in (*part.asks, *part.red_flags, *part.people))
        yield from (guide.get(id_).fears[0] for id_ in part.people)
        if part.checklist:
            yield from (item.text for item in guide.get(part.checklist).checklist)
        if part.timeline:
            yield from (step.title for step in guide.get(part.timeline).steps)
        if part.grid:
            yield from (*part.grid.columns, *part.grid.rows)
