"""Keyboard access, focus, target sizes and axe checks of menus, search and filters."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from support.axe import DESKTOP, LOOKS, PHONE, violations
from support.waiting import wait_until

Open = Callable[..., Page]


def test_menu_and_search_results_have_no_axe_violations(open_page: Open):
    page = open_page("prepare/", viewport=PHONE, reduced_motion="reduce")
    page.get_by_role("button", name="Menu", exact=True).click()
    findings = [*violations(page, "menu")]
    page.emulate_media(color_scheme="dark")
    findings += violations(page, "menu dark", LOOKS)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Search the guide").fill("panel")
    expect(page.locator("#search-results a").first).to_be_visible()
    findings += violations(page, "search dark")
    page.emulate_media(color_scheme="light")
    findings += violations(page, "search", LOOKS)
    assert findings == []


FOCUS = """() => {
  const element = document.activeElement;
  const { width, height, right, bottom, left, top } = element.getBoundingClientRect();
  return {
    name: element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40),
    seen: width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && element.checkVisibility({ visibilityProperty: true }),
    outline: getComputedStyle(element).outlineStyle !== "none",
    inMenu: Boolean(element.closest("#_nav")),
  };
}"""


def stops(page: Page, count: int) -> list[dict]:
    """Press Tab `count` times and tell where each led."""
    found = []
    for _ in range(count):
        page.keyboard.press("Tab")
        found.append(page.evaluate(FOCUS))
    return found


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 256}], ids=["phone", "zoom 400 %"])
def test_menu_opens_moves_focus_and_closes_by_keyboard(open_page: Open, size: dict[str, int]):
    page = open_page("formats/panel/", viewport=size, reduced_motion="reduce")
    menu = page.get_by_role("button", name="Menu", exact=True)
    closed = stops(page, 12)
    assert all(stop["seen"] and stop["outline"] and not stop["inMenu"] for stop in closed), closed
    assert "Menu" in [stop["name"] for stop in closed]
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    opened = stops(page, 5)
    assert all(stop["seen"] and stop["outline"] and stop["inMenu"] for stop in opened), opened
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.press("Enter")
    page.locator("#_nav a").last.focus()
    assert stops(page, 1)[0]["inMenu"]
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    menu.press("Enter")
    page.locator("#_nav").get_by_role("link", name="Their questions").press("Enter")
    page.wait_for_url("**/questions/")


def test_skip_link_is_the_first_stop_and_leads_into_the_article(open_page: Open):
    page = open_page("formats/panel/", viewport=DESKTOP)
    first = stops(page, 1)[0]
    assert first["name"] == "Skip to content"
    assert first["seen"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('article'))")


COVERED = """() => {
  const element = document.activeElement;
  const { left, top, width, height } = element.getBoundingClientRect();
  const covered = document.elementFromPoint(left + width / 2, top + height / 2)?.closest(".masthead, .new-version");
  return covered && !covered.contains(element) ? element.textContent : "";
}"""


def test_focus_is_not_covered_by_the_masthead_when_tabbing_backward(open_page: Open):
    page = open_page("", viewport={"width": 320, "height": 256}, reduced_motion="reduce")
    page.locator("footer a").last.focus()
    covered = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        covered.append(page.evaluate(COVERED))
    assert not any(covered), covered


NEW_VERSION = """() => {
  const bar = document.createElement("div");
  bar.className = "new-version";
  bar.append("A newer version of the guide is ready. Your checkmarks and notes are safe.", document.createElement("button"), document.createElement("button"));
  document.body.append(bar);
}"""


def test_focus_is_not_covered_by_the_new_version_bar(open_page: Open):
    page = open_page("stories/scorecard/", viewport=PHONE, reduced_motion="reduce")
    page.evaluate(NEW_VERSION)
    covered = []
    page.locator("main input").first.focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))
    page.locator("footer a").last.focus()
    covered.append(page.evaluate(COVERED))
    assert not any(covered), covered


UNREACHABLE = """() => [...document.querySelectorAll("main *")].filter((element) => element.scrollWidth > element.clientWidth + 1
    && ["auto", "scroll"].includes(getComputedStyle(element).overflowX) && element.tabIndex < 0 && !element.querySelector("a, button, input, select"))
    .map((element) => element.outerHTML.slice(0, 80))"""
"""Parts that scroll sideways and that the Tab key does not reach."""


def test_wide_tables_can_be_scrolled_by_keyboard(open_page: Open, address: str):
    page = open_page("data/bench/", viewport=PHONE)
    table = page.locator("table").last
    table.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "() => [...document.querySelectorAll('table')].at(-1).scrollLeft > 0")
    for path in ("data/bench/", "data/", "data/storage/", "off-limits/", "print/follow-up-dates/", "stories/decision/"):
        page.goto(address + path)
        assert page.evaluate(UNREACHABLE) == [], path


def test_filter_checkboxes_are_at_least_24_pixels_wide(open_page: Open):
    page = open_page("questions/", viewport=PHONE)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    sides = page.locator(".facet input").evaluate_all("all => all.map(box => box.offsetWidth)")
    assert min(sides) >= 24
    lines = page.locator(".facet label small").evaluate_all(
        "all => all.map(count => count.getClientRects().length * count.offsetHeight)"
    )
    assert len(set(lines)) == 1


def test_practice_round_fits_a_phone_with_text_at_200_percent(open_page: Open):
    page = open_page("practice/", viewport=PHONE, reduced_motion="reduce")
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    page.get_by_role("button", name="Start a round").click()
    expect(page.locator(".round-question")).to_be_visible()
    widths = page.locator(".round, .round > *").evaluate_all("all => all.map(part => part.scrollWidth)")
    assert max(widths) <= PHONE["width"]


def test_color_scheme_follows_the_device_until_the_reader_chooses(open_page: Open):
    page = open_page("pay/", viewport=PHONE, color_scheme="dark")
    switch = page.get_by_role("button", name="Dark mode")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.press("Space")
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
