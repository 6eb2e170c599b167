"""Pages of the site, printed."""

import re
from collections.abc import Callable

from playwright.sync_api import Page

from guidebook.guide import Guide
from support.printing import missing_texts, print_pages, without_spaces

Open = Callable[..., Page]


def test_no_page_prints_a_blank_last_page(open_page: Open, address: str):
    page = open_page("")
    for path in ("formats/panel/", "questions/values/", "after/no-date-given/", ""):
        page.goto(address + path)
        assert len(print_pages(page, "A4")[-1]) > 20, path


def test_closed_details_are_printed_open(open_page: Open, guide: Guide):
    text = "".join(print_pages(open_page("questions/values/"), "A4"))
    for question in guide.entries_of("questions", "values"):
        first = without_spaces(question.example.text)[:40]
        assert re.sub(r"[^A-Za-z]", "", first) in re.sub(r"[^A-Za-z]", "", text), question.id


def test_dark_scheme_prints_black_on_white(open_page: Open):
    page = open_page("formats/panel/", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    assert page.evaluate("getComputedStyle(document.querySelector('article h1')).color") == "rgb(0, 0, 0)"


def test_controls_are_not_printed_and_headings_stay_with_their_text(open_page: Open):
    page = open_page("prepare/my-data/")
    page.emulate_media(media="print")
    assert page.locator("main button:visible").count() == 0
    page.goto(page.url.replace("prepare/my-data/", ""))
    pair = ["What changes in round two", "A recruiter or the manager"]
    assert [] in [missing_texts(side, pair) for side in print_pages(page, "A4")]
