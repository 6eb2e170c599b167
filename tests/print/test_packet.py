"""The packet page: choosing, loading and printing sheets."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from guidebook.guide import Guide
from support.axe import ALL, violations
from support.printing import missing_texts, print_pages, sheets_of, without_spaces
from support.state import KEY, state_with_items
from support.waiting import HeldRequests

Open = Callable[..., Page]

SHEETS = "**/print/sheets/*.json"
FAILED = "1 of {all} sheets chosen. These didn't load: Panel interview. They load when you're back online; if they don't, open this page again."
SHOWN = "article.sheet:not([hidden])"
TITLES = "sheets => sheets.map(sheet => sheet.querySelector('h2').textContent)"
PRINTS = """() => {
  window.prints = [];
  window.print = () => prints.push(document.querySelectorAll("article:not([hidden]) .foot").length);
}"""
"""Instead of printing, note how many sheets there are to print."""


def packet(visit: Callable[..., Page]) -> Page:
    """Open the packet with nothing chosen."""
    page = visit("print/packet/")
    expect(page.locator("print-packet")).not_to_have_attribute("data-late", "")
    return page


def box(page: Page, id_: str) -> Locator:
    """Return the checkbox of a sheet."""
    return page.locator(f"input[value='{id_}']")


def told(page: Page, words: str) -> None:
    """Expect the page to say `words` of what is chosen; `{all}` is the number of sheets besides the plan."""
    count = page.locator("input[name=sheet]:not([value=my-plan])").count()
    expect(page.locator("output")).to_have_text(words.format(all=count))


def test_sheet_is_loaded_when_chosen_and_inserted_in_order(visit: Callable[..., Page], guide: Guide):
    item = next(item for item in guide.get("panel").checklist if item.essential)
    asked: list[str] = []
    page = visit("print/packet/")
    page.on("request", lambda it: asked.append(it.url.rpartition("/")[2]) if "/sheets/" in it.url else None)  # fmt: skip
    page.evaluate(
        "([key, state]) => localStorage.setItem(key, JSON.stringify(state))",
        [KEY, state_with_items({item.id: {"state": "todo", "rev": 1, "at": "", "note": "My own note."}})],
    )
    page.reload()
    told(page, "0 of {all} sheets chosen.")
    box(page, "panel-map").check()
    told(page, "1 of {all} sheets chosen, ready to print.")
    box(page, "panel").check()
    told(page, "2 of {all} sheets chosen, ready to print.")
    assert asked == ["panel-map.json", "panel.json"]
    assert page.locator(SHOWN).evaluate_all(TITLES) == ["Panel interview", "Panel map"]
    assert page.locator("h1").count() == 1
    page.get_by_label("with my checkmarks and notes").check()
    expect(page.get_by_text("My own note.")).to_be_visible()
    box(page, "panel-map").uncheck()
    assert page.locator(SHOWN).evaluate_all(TITLES) == ["Panel interview"]
    page.reload()
    told(page, "1 of {all} sheets chosen, ready to print.")
    expect(page.get_by_text("My own note.")).to_be_visible()
    assert asked == ["panel-map.json", "panel.json", "panel.json"]


def test_chosen_sheets_are_shown_for_any_order_of_responses(visit: Callable[..., Page], guide: Guide):
    page = packet(visit)
    held = HeldRequests(page, SHEETS)
    for id_ in ("role-play", "panel", "scorecard"):
        box(page, id_).check()
    told(page, "3 of {all} sheets chosen, loading…")
    box(page, "panel").uncheck()
    page.get_by_role("button", name="Choose all").click()
    told(page, "{all} of {all} sheets chosen, loading…")
    page.get_by_role("button", name="Choose none").click()
    told(page, "0 of {all} sheets chosen.")
    box(page, "scorecard").check()
    box(page, "panel").check()
    held.wait_for(len(sheets_of(guide)))
    held.release()
    told(page, "2 of {all} sheets chosen, ready to print.")
    titles = [guide.get(id_).title for id_ in ("panel", "scorecard")]
    assert page.locator(SHOWN).evaluate_all(TITLES) == titles
    assert page.locator(f"{SHOWN} .foot").count() == 2
    assert len(held.routes) == len(sheets_of(guide))


def test_failed_sheets_are_reported_and_retried(visit: Callable[..., Page], guide: Guide):
    page = packet(visit)
    page.route(SHEETS, lambda route: route.abort())
    box(page, "panel").check()
    told(page, FAILED)
    (side,) = print_pages(page, "A4")
    assert missing_texts(side, ["Panel interview", "didn't load"]) == []
    page.unroute(SHEETS)
    for offline in (True, False):
        page.context.set_offline(offline)
    told(page, "1 of {all} sheets chosen, ready to print.")
    expect(page.locator(f"{SHOWN} .foot")).to_be_visible()
    page.route(SHEETS, lambda route: route.fulfill(status=404))
    box(page, "role-play").check()
    box(page, "scorecard").check()
    missing = ", ".join(guide.get(id_).title for id_ in ("role-play", "scorecard"))
    expect(page.locator("output")).to_contain_text(f"These didn't load: {missing}.")
    assert [*violations(page, "a sheet, and two that are missing", ALL)] == []
    page.unroute(SHEETS)
    box(page, "scorecard").uncheck()
    told(page, "2 of {all} sheets chosen, ready to print.")


def test_printing_waits_for_chosen_sheets(visit: Callable[..., Page]):
    page = packet(visit)
    page.evaluate(PRINTS)
    held = HeldRequests(page, SHEETS)
    box(page, "panel").check()
    page.get_by_role("button", name="Print", exact=True).click()
    page.get_by_role("button", name="Loading the sheets…").click()
    assert page.evaluate("prints") == []
    (side,) = print_pages(page, "A4")  # from the menu of the browser
    assert without_spaces("still loading") in side
    held.release()
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_visible()
    assert page.evaluate("prints") == [1]


def test_packet_without_javascript_is_a_list_of_links(open_page: Open, guide: Guide):
    page = open_page("print/packet/", java_script_enabled=False)
    links = page.locator("main a:visible")
    rooms = guide.entries_of("formats")
    titles = [*(f"{entry.title} (in the room)" for entry in rooms), *(entry.title for entry in sheets_of(guide))]
    expect(links).to_have_text(titles)
    assert page.locator("main :is(input, button, output):visible").count() == 0
    links.nth(len(rooms) + 7).click()
    expect(page.locator("article.sheet h1")).to_have_text(sheets_of(guide)[7].title)


def test_address_of_a_packet_holds_its_choices(visit: Callable[..., Page]):
    page = packet(visit)
    box(page, "panel").check()
    box(page, "room/panel").check()
    page.get_by_label("full, up to two pages").check()
    expect(page).to_have_url(
        re.compile(r"\?length=full&sheets=room/panel,panel$|\?boxes=blank&length=full&sheets=room/panel,panel$")
    )
    address = page.url
    box(page, "panel").uncheck()
    page.goto(address)
    told(page, "2 of {all} sheets chosen, ready to print.")
    expect(page.get_by_label("full, up to two pages")).to_be_checked()
    page.get_by_role("button", name="Copy a link").click()
    assert page.evaluate("navigator.clipboard.readText()") == address


def test_empty_packet_says_so(visit: Callable[..., Page]):
    page = packet(visit)
    page.evaluate(PRINTS)
    page.get_by_role("button", name="Print", exact=True).click()
    expect(page.get_by_text("Choose a sheet first.")).to_be_attached()
    assert page.evaluate("prints") == []
    (side,) = print_pages(page, "A4")
    assert without_spaces("No sheets are chosen.") in side
