"""What a reader does, in a real browser: search, tick, read on a phone, read without JavaScript."""

import json
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

PAGES = [
    "",
    "formats/",
    "formats/panel/",
    "questions/",
    "questions/going-deeper/",
    "ask/success/",
    "people/hiring-manager/",
    "red-flags/",
    "red-flags/process/",
    "after/",
    "after/no-date-given/",
    "messages/waiting/",
    "prepare/",
    "prepare/night-before/",
    "prepare/answering/",
    "prepare/my-data/",
    "data/storage/",
    "pay/",
    "fields/health-care/",
    "off-limits/",
    "off-limits/germany/",
    "print/",
    "print/panel/",
    "about/",
    "about/claims/",
    "404.html",
]
PHONE = {"viewport": {"width": 360, "height": 740}}
Open = Callable[..., Page]


def search(page: Page, words: str) -> list[str]:
    """Type `words` into the search and return the addresses of the results, best first."""
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially(words)
    page.wait_for_selector(".md-search-result__link")
    page.wait_for_timeout(300)
    links = page.locator(".md-search-result__link").all()
    return [
        (link.get_attribute("href") or "").partition("?")[0]
        + "#"
        + (link.get_attribute("href") or "").partition("#")[2]
        for link in links
    ]


def test_search_leads_to_the_entry_itself(open_page: Open):
    """A phrase of a question finds that question, with a deep link."""
    results = search(open_page(""), "biggest failure")
    assert any(result.endswith("questions/probing/#biggest-failure") for result in results[:3]), (
        results
    )


def test_search_works_with_a_corrupt_setting(open_page: Open):
    """A broken stored palette must not stop the page."""
    page = open_page("")
    page.evaluate("localStorage.setItem('round-two:scheme', '{\"index\": 7}')")
    page.reload()
    assert search(page, "panel")


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
    assert search(page, "panel")


def test_without_javascript_everything_is_there(open_page: Open):
    """Boxes with labels, and every text."""
    page = open_page("formats/panel/", java_script_enabled=False)
    boxes = page.locator("check-list input[type=checkbox]")
    assert boxes.count() > 10
    assert all(box.locator("xpath=ancestor::label").inner_text().strip() for box in boxes.all())
    expect(page.get_by_role("heading", name="When it goes wrong")).to_be_visible()


def test_no_request_leaves_the_site(open_page: Open, address: str):
    """On any page, also while searching."""
    asked: list[str] = []
    page = open_page("")
    page.context.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(address + path)
    page.goto(address)
    search(page, "offer")
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert page.context.cookies() == []


def test_no_page_is_wider_than_a_phone(open_page: Open, address: str):
    """Nothing to push sideways at 360 pixels."""
    page = open_page("", **PHONE)
    wide = []
    for path in PAGES:
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
    assert wide == []


def test_no_page_logs_an_error(open_page: Open, address: str):
    """Scripts run to their end."""
    errors: list[str] = []
    page = open_page("")
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    for path in PAGES:
        page.goto(address + path)
    assert errors == []


@pytest.mark.parametrize(
    "size", [{"width": 1280, "height": 900}, PHONE["viewport"]], ids=["desktop", "phone"]
)
def test_axe_finds_nothing(open_page: Open, address: str, size: dict[str, int]):
    """No finding on any kind of page; in the dark, where only colours differ, none in contrast."""
    page = open_page("", viewport=size)
    findings = []
    for path in PAGES:
        page.emulate_media(color_scheme="light")
        page.goto(address + path)
        findings += violations(page, path)
        page.emulate_media(color_scheme="dark")
        page.reload()
        findings += violations(page, path, {"runOnly": ["color-contrast", "link-in-text-block"]})
    assert findings == []


def violations(page: Page, path: str, options: dict | None = None) -> list[tuple]:
    """Return what axe finds: page, rule, and the first elements."""
    found = (
        Axe()
        .run(page, options={"resultTypes": ["violations"], **(options or {})})
        .response["violations"]
    )
    return [
        (path, violation["id"], [node["html"][:120] for node in violation["nodes"][:3]])
        for violation in found
    ]
