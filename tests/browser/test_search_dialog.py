"""The search dialog: keyboard, loading, and what it shows when it finds nothing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from page_weight import gzip_size
from support.broken_data import ROOT
from support.waiting import HeldRequests

MAX_FIRST_BYTES = 90_000
"""Bytes after gzip that search loads before the first results."""


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """The page of one format."""
    return open_page("formats/panel/", viewport={"width": 360, "height": 740})


def test_search_works_by_keyboard_and_loads_on_first_use(page: Page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("/")
    field = page.get_by_role("searchbox", name="Search the guide")
    expect(field).to_be_focused()
    field.press_sequentially("they ghosted me")
    first = page.locator("#search-results a").first
    expect(first).to_contain_text("The date has passed, and no one has answered")
    expect(page.locator(".search [role=status]")).to_contain_text("First: The date has passed")
    assert sum("records.json" in url for url in asked) == 1
    assert {url.split("/")[2] for url in asked} == {page.url.split("/")[2]}
    field.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    page.keyboard.press("Control+k")
    field.fill("mind goes blank panel")
    expect(first).to_contain_text("My mind goes blank")
    field.press("Enter")
    page.wait_for_url("**/formats/panel/#panel-mind-blank")
    expect(page.locator("dialog.search")).to_be_hidden()


def test_words_typed_while_search_loads_are_kept(page: Page):
    page.route("**/search.css", lambda _: None)
    held = HeldRequests(page, "**/search-dialog.mjs")
    page.keyboard.type("/ghosted")
    held.release()
    field = page.get_by_role("searchbox", name="Search the guide")
    expect(field).to_have_value("ghosted")
    expect(field).to_be_focused()
    page.keyboard.type(" me")
    expect(field).to_have_value("ghosted me")


def test_search_reports_no_results_and_failed_loading(page: Page):
    page.route("**/search/*.json", lambda route: route.abort())
    page.keyboard.press("/")
    expect(page.locator(".search__count")).to_contain_text("didn't load")
    expect(page.locator(".search__count a")).to_have_attribute("href", page.url.split("formats")[0] + "find/")
    page.keyboard.type("xqz")
    expect(page.locator(".search__count")).to_contain_text("didn't load")
    page.unroute("**/search/*.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.type("vvv")
    expect(page.locator(".search__count")).to_contain_text("No results for “xqzvvv”")


def test_a_search_without_results_leads_on(page: Page):
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Search the guide").fill("salaryzzz qqxxq")
    status = page.locator(".search__count")
    expect(status).to_contain_text("The closest entries are below")
    expect(page.locator("#search-results a").first).to_be_visible()
    expect(status.get_by_role("link", name="What if …?")).to_be_visible()
    form = status.get_by_role("link", name="tell us what's missing")
    expect(form).to_have_attribute("href", re.compile(r"template=missing\.yml&title=Missing%3A%20salaryzzz"))
    assert (ROOT / ".github/ISSUE_TEMPLATE/missing.yml").is_file()


def test_first_results_need_few_bytes_and_come_before_all_records(site: Path, page: Page):
    files = page.locator("[data-preload]").get_attribute("data-preload")
    folder = site / "formats/panel"
    assert sum(gzip_size(folder / file) for file in files.split()) <= MAX_FIRST_BYTES
    held = HeldRequests(page, "**/records.json")
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.keyboard.type("/rude interviewer")
    expect(page.locator("#search-results a").first).to_contain_text("rude")
    assert sorted({*asked}) == sorted(asked), "a file is fetched under two addresses"
    expect(page.locator(".search__about").first).to_be_empty()
    held.release()
    expect(page.locator(".search__about").first).not_to_be_empty()


@pytest.mark.parametrize("typed", ["my plan", "practice out loud", "packet", "print presentation", "copy my data"])
def test_tools_and_sheets_are_results(page: Page, typed: str):
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Search the guide").fill(typed)
    expect(page.locator("#search-results a").first).to_have_attribute(
        "href", re.compile(r"/(plan|practice|print/packet|print/presentation|prepare/my-data)/$")
    )


def test_a_missing_page_offers_search_in_place(open_page: Callable[..., Page]):
    page = open_page("404.html")
    page.get_by_role("link", name="Search the guide").click()
    expect(page.get_by_role("searchbox", name="Search the guide")).to_be_focused()


def test_a_to_z_is_linked_from_every_page_and_complete(site: Path, guide: Guide):
    for page in ("index.html", "404.html", "questions/values/index.html"):
        assert 'class="find" href="' in (site / page).read_text("utf-8")
    listed = (site / "find/index.html").read_text("utf-8")
    assert all(f"#{question.id}" in listed for question in guide.entries_of("questions"))


def test_search_field_of_the_home_page_opens_the_results(page: Page, address: str):
    page.goto(address)
    field = page.locator("form[action='find/'] input")
    field.fill("references")
    field.press("Enter")
    page.wait_for_url("**/find/?q=references")
    expect(page.locator("dialog.search")).to_be_visible()
