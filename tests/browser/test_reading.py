"""Reading and searching in a browser, with and without JavaScript."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def search(page: Page, words: str) -> list[str]:
    """Type `words` into the search and return the addresses of the results, best first."""
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Search the guide").press_sequentially(words)
    expect(page.locator(".search [role=status]")).to_contain_text(f"for {words}. First:")
    return [link.get_attribute("href") or "" for link in page.locator("#search-results a").all()]


def test_search_result_links_to_the_entry(open_page: Open, address: str):
    page, asked = open_page(""), []
    page.on("request", lambda request: asked.append(request.url))
    results = search(page, "biggest failure")
    assert asked
    assert all(url.startswith(address) for url in asked), asked
    assert any(result.endswith("questions/probing/#biggest-failure") for result in results[:3]), results


def test_search_works_with_a_corrupt_color_setting(open_page: Open):
    page = open_page("")
    page.evaluate("localStorage.setItem('round-two:scheme', '{\"index\": 7}')")
    page.reload()
    assert search(page, "panel")


def test_format_page_is_complete_without_javascript(open_page: Open):
    page = open_page("formats/panel/", java_script_enabled=False)
    boxes = page.locator("check-list input[type=checkbox]")
    assert boxes.count() > 10
    assert all(box.locator("xpath=ancestor::label").inner_text().strip() for box in boxes.all())
    expect(page.get_by_role("heading", name="If it goes wrong")).to_be_visible()
