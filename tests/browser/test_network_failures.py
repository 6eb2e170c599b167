"""Pages whose data cannot be loaded report it and can retry."""

from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from support.state import PLAN, STORIES
from support.waiting import wait_until

PORTAL = "<!doctype html><title>Train</title><h1>Log in</h1>"
TIMEOUTS = """
const timeouts = [];
AbortSignal.timeout = () => {
    const controller = new AbortController();
    timeouts.push(controller);
    return controller.signal;
};
window.timeOut = () => timeouts.splice(0).forEach(one => one.abort(new DOMException('', 'TimeoutError')));
"""
"""A request times out when the test says so and never by itself."""
PLACES = {
    "plan/": ".plan-when",
    "plan/day/": "li span:text('Hiring manager')",
    "print/follow-up-dates/": "[data-due]:text-matches('Dec')",
    "stories/": "table.map",
    "stories/decision/": "table.weigh select",
    "stories/scorecard/": "scorecard-summary .map-words",
}
"""Pages that load data for what they know of the reader, and what of it stands there then."""


def hang(_: Route) -> None:
    """Answer never."""


def log_in(route: Route) -> None:
    """Answer everything with the page of someone else."""
    route.fulfill(body=PORTAL, content_type="text/html")


def test_search_that_cannot_be_loaded_leads_to_the_list_of_all_entries(page: Page, address: str):
    page.route("**/search-dialog.mjs", log_in)
    page.goto(address + "about/")
    page.get_by_role("link", name="Search").first.click()
    page.wait_for_url(address + "find/")


def test_failed_requests_are_reported_and_can_be_retried(page: Page, visit: Callable[..., Page]):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(TIMEOUTS)
    kept = {"plan": PLAN | {"time": "10:00", "country": "PT"}, **STORIES}
    for number, (path, there) in enumerate(PLACES.items()):
        page.route("**/*.json", hang if number % 2 else log_in)
        visit(path, kept)
        trouble = page.locator(".trouble-note", has=page.get_by_role("button", name="Try again"))
        wait_until(page, "() => timeOut() ?? document.querySelector('.trouble-note')")
        expect(trouble).to_be_visible()
        page.unroute("**/*.json")
        trouble.get_by_role("button", name="Try again").click()
        expect(page.locator(there).first).to_be_attached()
        expect(trouble).to_have_count(0)
    assert errors == []
