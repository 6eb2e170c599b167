"""Pages whose scripts arrive late, hang or fail."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from support.waiting import HeldRequests, stop_time, wait_until

LOADED = """() => document.readyState === "complete" && !document.querySelector("iframe")
    && performance.getEntriesByType("resource").some(({ name }) => name.endsWith("store.mjs"))"""
"""Whether the page has asked for its scripts, and nothing more delays its `load` event."""

WRITTEN = {
    "stories/": ("record-list", "[name=name]", "Night bus"),
    "print/panel/": ("print-plan", "[name=company]", "Corner Bakery"),
}


@pytest.mark.parametrize("path", WRITTEN)
def test_text_typed_before_the_script_loads_is_saved(page: Page, address: str, path: str):
    script, field, words = WRITTEN[path]
    held = HeldRequests(page, f"**/{script}.mjs")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="commit")
    held.wait_for()
    page.locator(field).fill(words)
    page.keyboard.press("Enter")
    held.release()
    # Locators would wait for the page that the form may not open.
    page.evaluate("name => customElements.whenDefined(name).then(() => true)", script)
    assert page.evaluate("field => document.activeElement.matches(field)", field)
    page.keyboard.type("!")
    page.keyboard.press("Tab")
    assert page.url == address + path
    assert not any("?" in url for url in asked)
    page.unroute(held.pattern)
    page.reload()
    expect(page.locator(field)).to_have_value(f"{words}!")


def test_order_chosen_before_the_script_loads_is_applied(page: Page, address: str):
    held = HeldRequests(page, "**/filter-list.mjs")
    page.goto(address + "ask/", wait_until="commit")
    held.wait_for()
    page.get_by_label("Sort").select_option("az")
    held.release()
    page.wait_for_url("**/ask/?sort=az")
    expect(page.get_by_label("Sort")).to_have_value("az")


def test_hanging_script_does_not_block_others(page: Page, address: str):
    page.route("**/site.mjs", lambda _: None)
    page.goto(address + "formats/panel/", wait_until="commit")
    page.get_by_role("checkbox").first.check()
    expect(page.locator("output.count").first).to_contain_text("1 of")


def lose_an_export(route: Route) -> None:
    """Answer with a version of the store that exports something else, as a cache may."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("export const store", "export const stores"))


@pytest.mark.parametrize("path", ["stories/", "print/panel/"])
@pytest.mark.parametrize("fail", [Route.abort, lose_an_export])
def test_failed_script_shows_a_reload_link(page: Page, address: str, path: str, fail: Callable[[Route], None]):
    page.route("**/store.mjs", lambda route: fail(route))
    page.goto(address + path)
    wait_until(page, LOADED)
    notice = page.get_by_role("alert").filter(has_text="didn't load")
    expect(notice).to_be_visible()
    page.unroute("**/store.mjs")
    notice.get_by_role("link", name="Reload the page").click()
    page.wait_for_load_state()
    expect(page.locator(".incomplete")).to_be_hidden()


def test_slow_script_is_reported_after_ten_seconds(open_page: Callable[..., Page], address: str):
    page = open_page("api/v1/index.json")
    stop_time(page)
    held = HeldRequests(page, "**/site.mjs")
    page.goto(address, wait_until="domcontentloaded")
    page.clock.run_for(5_000)
    held.wait_for()
    expect(page.locator(".incomplete")).to_be_hidden()
    page.clock.run_for(5_000)
    expect(page.locator(".incomplete")).to_be_visible()
    held.release()
    page.clock.resume()
    expect(page.locator(".incomplete")).to_be_hidden()
