"""Messages: blanks that are filled in on the page, copied, and opened as an email."""

from collections.abc import Callable
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from guidebook.urls import entry_url


def test_filled_in_blanks_are_saved_copied_and_sent(open_page: Callable[..., Page], guide: Guide):
    message = guide.named_entry("thank-anyone")
    page = open_page(entry_url(guide, message), viewport={"width": 390, "height": 844})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fields = page.locator(".fold[open]").get_by_role("textbox", name="your name")
    expect(fields).not_to_have_count(0)
    fields.first.press_sequentially("Robin & Jo")
    expect(fields.last).to_have_value("Robin & Jo")
    page.reload()
    expect(fields.last).to_have_value("Robin & Jo")
    mail = page.locator(".fold[open]").get_by_role("link", name="Open in email").first
    href = unquote(mail.get_attribute("href") or "")
    assert "\r\n\r\n" in href
    assert href.endswith("Robin & Jo")
    page.locator(".fold[open]").get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Message copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("\nRobin & Jo")
    assert "[" in copied
