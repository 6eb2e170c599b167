"""Every kind of page, opened once: it asks for nothing elsewhere, logs no error, fits, and axe finds nothing."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from axe import CONTRAST, DESKTOP, FEWER, LOOKS, PHONE, STRUCTURE, violations
from kinds import PAGES

WIDEST = """(size) => {
  document.documentElement.style.fontSize = size;
  return document.documentElement.scrollWidth;
}"""
UNSEEN = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => {
    element.focus({ preventScroll: true });
    return element.matches(":focus-visible") && getComputedStyle(element).outlineStyle === "none";
  }).map((element) => element.outerHTML.slice(0, 80))"""


def too_wide(page: Page, path: str) -> Iterator[tuple]:
    """Yield where there is something to push sideways: at 320 pixels, which is also 400 % zoom, and on a phone with text at 200 %."""
    for width, size in ((320, ""), (360, "250%")):
        page.set_viewport_size({"width": width, "height": 740})
        if (found := page.evaluate(WIDEST, size)) > width:
            yield (path, f"{found} wide at {width} {size}")
    page.evaluate(WIDEST, "")


def barriers(page: Page, path: str) -> Iterator[tuple]:
    """Yield what axe finds on the whole page, then in what size, colours and paper change."""
    yield from violations(page, path, STRUCTURE)
    page.evaluate(FEWER)
    yield from violations(page, f"{path} dark phone", LOOKS)
    page.keyboard.press("Tab")  # from now on the browser shows what has the focus
    yield from ((path, "takes the focus unseen", html) for html in page.evaluate(UNSEEN))
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="light")
    yield from violations(page, f"{path} light", CONTRAST)
    page.emulate_media(media="print")
    yield from violations(page, f"{path} on paper", CONTRAST)


@pytest.mark.parametrize("paths", [PAGES[::2], PAGES[1::2]], ids=["even", "odd"])
def test_every_kind_of_page(open_page: Callable[..., Page], address: str, paths: list[str]):
    """One visit of each page shows all of it, and costs a quarter of four."""
    found: list[tuple] = []
    page = open_page("404.html", reduced_motion="reduce")
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.on("pageerror", lambda error: found.append((page.url, str(error))))
    page.on("console", lambda it: found.append((page.url, it.text)) if it.type == "error" else None)
    page.on("request", lambda it: None if it.url.startswith((address, "data:", "blob:")) else found.append((page.url, it.url)))  # fmt: skip
    for path in paths:
        page.emulate_media(color_scheme="dark", media="screen")
        page.set_viewport_size(PHONE)
        page.goto(address + path)
        found += too_wide(page, path)
        page.set_viewport_size(PHONE)
        found += barriers(page, path)
    assert found == []
    assert page.context.cookies() == []
