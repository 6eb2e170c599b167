"""Saved ticks: reloads, tabs, corrupt and blocked storage."""

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def test_ticks_survive_a_reload(open_page: Open):
    page = open_page("formats/panel/")
    box = page.locator("check-list input").first
    box.check()
    expect(page.locator("check-list output")).to_contain_text("1 of")
    page.reload()
    expect(box).to_be_checked()
    page.locator("check-list input").nth(1).check()
    box.uncheck()
    page.reload()
    expect(box).not_to_be_checked()
    expect(page.locator("check-list input").nth(1)).to_be_checked()


def test_tabs_show_and_keep_each_others_ticks(open_page: Open):
    first = open_page("formats/panel/")
    second = first.context.new_page()
    second.goto(first.url)
    first.locator("check-list input").nth(0).check()
    second.locator("check-list input").nth(1).check()
    expect(second.locator("check-list input").nth(0)).to_be_checked()
    expect(first.locator("check-list input").nth(1)).to_be_checked()


def test_only_keys_with_our_prefix_are_written(open_page: Open):
    page = open_page("formats/panel/")
    page.evaluate("localStorage.setItem('theirs', 'x')")
    page.locator("check-list input").first.check()
    page.get_by_role("button", name="Dark mode").click()
    page.reload()
    keys = page.evaluate("Object.keys(localStorage)")
    assert {key for key in keys if not key.startswith("round-two:")} == {"theirs"}


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "{",
        "null",
        "[]",
        '"x"',
        '{"version":1}',
        '{"version":1,"interviews":{"default":5}}',
        '{"version":1,"interview":"__proto__","interviews":{"__proto__":{"items":{}}}}',
    ],
)
def test_checklist_works_after_a_corrupt_state(open_page: Open, stored: str):
    page = open_page("formats/panel/")
    page.evaluate("text => localStorage.setItem('round-two:state', text)", stored)
    page.reload()
    page.locator("check-list input").first.check()
    page.reload()
    expect(page.locator("check-list input").first).to_be_checked()


def test_blocked_storage_is_reported_on_every_page_that_saves(open_page: Open):
    page = open_page("about/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page.goto(page.url.replace("about/", "formats/panel/"))
    page.locator("check-list input").first.check()
    expect(page.locator("check-list output")).to_contain_text("1 of")
    expect(page.locator("check-list output")).to_contain_text("doesn't let this site save")
    for path in ("stories/", "stories/decision/", "stories/scorecard/", "practice/partner/", "print/panel/"):
        page.goto(urljoin(page.url, f"/{path}"))
        expect(page.locator(".trouble-note").first).to_contain_text("doesn't let this site save")
