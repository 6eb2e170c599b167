"""What comes out of the printer."""

import io
import re
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from guidebook.guide import Guide

Open = Callable[..., Page]
WIDE = "body { font-family: 'DejaVu Sans', Verdana, sans-serif !important }"


def printed(page: Page, paper: str) -> list[str]:
    """Print the page and return the text of each sheet, blanks folded."""
    reader = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))
    return [folded(sheet.extract_text()) for sheet in reader.pages]


def folded(text: str) -> str:
    """Return `text` without blanks and ligatures, so that line breaks and fonts do not matter."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("font", ["", WIDE], ids=["system font", "wide font"])
def test_every_one_pager_is_one_page_with_everything_on_it(
    open_page: Open, address: str, guide: Guide, paper: str, font: str
):
    """Also with the widest common font."""
    page = open_page("print/panel/")
    for entry in guide.of("formats"):
        page.goto(f"{address}print/{entry.id}/")
        if font:
            page.add_style_tag(content=font)
        sheets = printed(page, paper)
        assert len(sheets) == 1, entry.id
        wanted = [
            entry.title,
            *(item.text for item in entry.checklist if item.essential),
            *entry.moves.first_five,
        ]
        wanted += [
            guide.get(id_).title
            for id_ in (*entry.likely[:5], *entry.asks[:4], *entry.red_flags[:5])
        ]
        wanted += [guide.get(id_).follow_ups.probe.ask for id_ in entry.likely[:5]]
        missing = [text for text in wanted if folded(text) not in sheets[0]]
        assert missing == [], entry.id


def test_controls_stay_off_the_paper(open_page: Open):
    """Links and buttons of the screen are not printed."""
    sheet = printed(open_page("print/panel/"), "A4")[0]
    assert "Improvethis" not in sheet
    assert "Allsheets" not in sheet


def test_no_page_prints_a_blank_last_sheet(open_page: Open, address: str):
    """Stock Material does."""
    page = open_page("")
    for path in ("formats/panel/", "questions/values/", "after/no-date-given/", ""):
        page.goto(address + path)
        assert len(printed(page, "A4")[-1]) > 20, path


def test_folded_parts_print_open(open_page: Open, guide: Guide):
    """The worked examples are on the paper."""
    text = "".join(printed(open_page("questions/values/"), "A4"))
    for question in guide.of("questions", "values"):
        first = folded(question.example.text)[:40]
        assert re.sub(r"[^A-Za-z]", "", first) in re.sub(r"[^A-Za-z]", "", text), question.id


def test_a_dark_screen_prints_light(open_page: Open):
    """Ink is expensive."""
    page = open_page("formats/panel/", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    assert (
        page.evaluate("getComputedStyle(document.querySelector('article h1')).color")
        == "rgb(0, 0, 0)"
    )
