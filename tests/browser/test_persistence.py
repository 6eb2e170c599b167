"""What a reader ticks is kept: over reloads, between tabs, and when the storage is broken or blocked."""

import json
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def test_a_tick_survives_a_reload(open_page: Open):
    """And the count follows."""
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


def test_two_tabs_lose_nothing(open_page: Open):
    """Each tab reads before it writes, and shows what the other did."""
    first = open_page("formats/panel/")
    second = first.context.new_page()
    second.goto(first.url)
    first.locator("check-list input").nth(0).check()
    second.locator("check-list input").nth(1).check()
    expect(second.locator("check-list input").nth(0)).to_be_checked()
    expect(first.locator("check-list input").nth(1)).to_be_checked()


def test_state_keeps_to_its_own_keys(open_page: Open):
    """Other keys of the origin are not ours."""
    page = open_page("formats/panel/")
    page.evaluate("localStorage.setItem('theirs', 'x')")
    page.locator("check-list input").first.check()
    page.get_by_role("button", name="Dark colours").click()
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
def test_a_corrupt_state_is_set_aside(open_page: Open, stored: str):
    """The list works again, and what was stored is kept."""
    page = open_page("formats/panel/")
    page.evaluate("text => localStorage.setItem('round-two:state', text)", stored)
    page.reload()
    page.locator("check-list input").first.check()
    page.reload()
    expect(page.locator("check-list input").first).to_be_checked()


def test_a_newer_state_is_shown_and_left_alone(open_page: Open):
    """An old tab never overwrites what a newer version wrote."""
    page = open_page("formats/panel/")
    item = page.locator("check-list input").first.get_attribute("data-item")
    newer = {
        "version": 99,
        "interview": "a",
        "interviews": {"a": {"items": {item: {"state": "done", "rev": 1, "at": ""}}}},
    }
    page.evaluate("text => localStorage.setItem('round-two:state', text)", json.dumps(newer))
    page.reload()
    expect(page.locator("check-list input").first).to_be_checked()
    page.locator("check-list input").nth(1).check()
    expect(page.locator("check-list output")).to_contain_text("newer version")
    assert json.loads(page.evaluate("localStorage.getItem('round-two:state')")) == newer


def test_blocked_storage_is_said(open_page: Open):
    """Ticks last until the page closes, and the page says so."""
    page = open_page("about/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page.goto(page.url.replace("about/", "formats/panel/"))
    page.locator("check-list input").first.check()
    expect(page.locator("check-list output")).to_contain_text("1 of")
    expect(page.locator("check-list output")).to_contain_text("keeps nothing")
    for path in (
        "stories/",
        "stories/decision/",
        "stories/scorecard/",
        "practice/partner/",
        "print/panel/",
    ):
        page.goto(urljoin(page.url, f"/{path}"))
        expect(page.locator(".trouble-note").first).to_contain_text("keeps nothing")
