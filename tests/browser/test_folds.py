"""Folded parts of long pages: short at first, and opened by a tap or by an address."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from guidebook.kind import PageMode
from guidebook.kinds import KINDS
from guidebook.urls import entry_url

Open = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
MOST_SCREENS = 12


def test_pages_of_entries_are_at_most_twelve_phone_screens(open_page: Open, address: str, guide: Guide):
    page = open_page("404.html", viewport=PHONE)
    pages = {
        entry_url(guide, entry).split("#")[0]
        for kind in KINDS.values()
        if kind.is_advice and kind.pages in (PageMode.OWN, PageMode.GROUP)
        for entry in guide.entries_of(kind.name)
    }
    long = {}
    for path in pages:
        page.goto(address + path)
        screens = page.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
        long |= {path: screens} if screens > MOST_SCREENS else {}
    assert long == {}


@pytest.mark.parametrize("script", [True, False])
def test_address_opens_the_folded_part_it_leads_into(open_page: Open, address: str, guide: Guide, script: bool):
    page = open_page("404.html", viewport=PHONE, java_script_enabled=script)
    form = guide.entries_of("formats")[0]
    question = guide.entries_of("questions")[-1]
    for path, text in (
        (entry_url(guide, question), question.follow_ups.stress.ask),
        (f"{entry_url(guide, form)}#{form.goes_wrong[-1].id}", form.goes_wrong[-1].say[:30]),
    ):
        page.goto(address + path)
        expect(page.locator(".fold").get_by_text(text).last).to_be_visible()
        expect(page.locator(f"[id='{path.split('#')[1]}']")).to_be_in_viewport()


def test_a_tap_on_the_heading_opens_one_question(open_page: Open, guide: Guide):
    question = guide.entries_of("questions")[-1]
    page = open_page(entry_url(guide, question).split("#")[0], viewport=PHONE)
    expect(page.locator(".ladder:visible")).to_have_count(0)
    page.get_by_role("heading", name=question.title).click()
    expect(page.locator(".ladder:visible")).to_have_count(1)


def test_parts_stay_in_view_and_show_where_the_reader_is(open_page: Open):
    page = open_page("formats/panel/", viewport=PHONE, reduced_motion="reduce")
    parts = page.get_by_role("navigation", name="Parts of this page").get_by_role("link")
    parts.last.click()
    expect(parts.last).to_be_in_viewport()
    expect(parts.last).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("heading", name=parts.last.inner_text())).to_be_in_viewport()
