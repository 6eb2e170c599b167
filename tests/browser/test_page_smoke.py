"""One page of every kind: no errors, no foreign requests, size, layout and accessibility."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from page_weight import FIRST, LATER, gzip_size, page_files
from support.axe import CONTRAST, DESKTOP, FEWER, LOOKS, PHONE, STRUCTURE, contrast_violations_by_state, violations
from support.sample_pages import sample_pages
from support.waiting import HeldRequests

WIDEST = """(size) => {
  document.documentElement.style.fontSize = size;
  return document.documentElement.scrollWidth;
}"""
CUT = """() => {
  const spacing = new CSSStyleSheet();
  spacing.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
  document.adoptedStyleSheets = [spacing];
  const scrolls = (element) => element && (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || getComputedStyle(element).clipPath !== "none" || scrolls(element.parentElement));
  const cut = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    const { parentElement: element, data } = walker.currentNode;
    range.selectNodeContents(walker.currentNode);
    const { left, right, width } = range.getBoundingClientRect();
    if (width > 1 && (left < -1 || right > innerWidth + 1) && !element.matches("option, .md-skip") && !scrolls(element)) cut.push(data.trim());
  }
  const hidden = [...document.querySelectorAll("main *, footer *")].filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).textOverflow === "ellipsis");
  document.adoptedStyleSheets = [];
  return [...cut, ...hidden.map(({ textContent }) => textContent.trim())];
}"""
"""Words that are cut off, or stand outside of the page, when a reader spaces text out as WCAG 1.4.12 allows."""
FAINT = """() => {
  const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const contrast = (one, other) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
  return [...document.querySelectorAll(".md-typeset :is(kbd, [placeholder])")].filter((element) => element.checkVisibility())
    .filter((element) => contrast(getComputedStyle(element, element.matches("kbd") ? null : "::placeholder").color, getComputedStyle(element).backgroundColor) < 4.5)
    .map((element) => element.outerHTML.slice(0, 80));
}"""
"""What axe leaves undecided: keys, which have a shadow, and placeholders."""
UNSEEN = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => {
    element.focus({ preventScroll: true });
    return element.matches(":focus-visible") && getComputedStyle(element).outlineStyle === "none";
  }).map((element) => element.outerHTML.slice(0, 80))"""


SHIFTS = """const shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
window.__shifted = async () => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const counted = shifts.filter(({ hadRecentInput }) => !hadRecentInput);
  if (counted.reduce((sum, { value }) => sum + value, 0) <= 0.01) return [];
  return counted.flatMap(({ sources }) => sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80)));
};"""
"""`__shifted()` returns the elements that moved, when the layout shift is above 0.01; above 0.1 Core Web Vitals ask for work."""
EARLY = """() => {
  const start = Math.min(1000, ...performance.getEntriesByType("paint").map(({ startTime }) => startTime));
  return performance.getEntriesByType("resource").filter(({ name, startTime }) => name.endsWith(".mjs") && startTime < start).map(({ name }) => name);
}"""
"""The scripts that were loaded before the first paint. A page that is not painted within a second loads them anyway."""
PAINTED = """async () => {
  while (!performance.getEntriesByName("first-contentful-paint").length) await new Promise(requestAnimationFrame);
}"""


def too_heavy(site: Path, path: str, asked: set[str]) -> Iterator[tuple]:
    """Yield what the files a page `asked` for weigh, if too much."""
    for seen, most in zip((set(), page_files(site, "")), (FIRST, LATER), strict=True):
        if (weight := sum(gzip_size(site / name) for name in asked - seen)) > most:
            yield (path, f"{weight} bytes, {most} allowed")


def _file(address: str) -> str:
    return f"{address}index.html" if address.endswith("/") or not address else address


def too_wide(page: Page, path: str) -> Iterator[tuple]:
    """Yield where there is something to push sideways: at 320 pixels, which is also 400 % zoom, and on a phone with text at 200 %."""
    for width, size in ((320, ""), (360, "250%")):
        page.set_viewport_size({"width": width, "height": 740})
        if (found := page.evaluate(WIDEST, size)) > width:
            yield (path, f"{found} wide at {width} {size}")
    page.evaluate(WIDEST, "")
    page.set_viewport_size({"width": 320, "height": 740})
    yield from ((path, "cut off when spaced out", words) for words in page.evaluate(CUT))
    page.evaluate("document.body.dir = 'rtl'")
    if (found := page.evaluate(WIDEST, "")) > 320:
        yield (path, f"{found} wide from right to left")
    page.evaluate("document.body.removeAttribute('dir')")


def faint(page: Page, path: str) -> Iterator[tuple]:
    """Yield keys and placeholders that are hard to read; the page is dark."""
    yield from ((path, "is faint", html) for html in page.evaluate(FAINT))


def barriers(page: Page, path: str) -> Iterator[tuple]:
    """Yield what axe finds on the whole page, then in what size, colors and paper change."""
    yield from violations(page, path, STRUCTURE)
    page.evaluate(FEWER)
    yield from violations(page, f"{path} dark phone", LOOKS)
    yield from contrast_violations_by_state(page, f"{path} dark")
    page.keyboard.press("Tab")  # from now on the browser shows what has the focus
    yield from ((path, "takes the focus unseen", html) for html in page.evaluate(UNSEEN))
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="light")
    yield from violations(page, f"{path} light", CONTRAST)
    yield from contrast_violations_by_state(page, f"{path} light")
    page.emulate_media(media="print")
    yield from violations(page, f"{path} on paper", CONTRAST)


@pytest.mark.parametrize("start", range(4))
def test_pages_load_cleanly_fit_and_are_accessible(
    open_page: Callable[..., Page], address: str, site: Path, guide: Guide, start: int
):
    found: list[tuple] = []
    asked: set[str] = set()
    page = open_page("404.html", reduced_motion="reduce")
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.add_init_script(SHIFTS)
    page.on("pageerror", lambda error: found.append((page.url, str(error))))
    page.on("console", lambda it: found.append((page.url, it.text)) if it.type == "error" else None)
    page.on("request", lambda it: None if it.url.startswith((address, "data:", "blob:")) else found.append((page.url, it.url)))  # fmt: skip
    page.on("requestfinished", lambda it: asked.add(it.url))
    for path in sample_pages(guide)[start::4]:
        asked.clear()
        page.emulate_media(color_scheme="dark", media="screen")
        page.set_viewport_size(PHONE)
        held = HeldRequests(page, "**/base-element.mjs")
        page.goto(address + path, wait_until="commit")
        page.evaluate(PAINTED)
        held.let_pass()
        page.wait_for_load_state()
        expect(page.locator("[data-late]")).to_have_count(0)
        found += [(path, "moves while it loads", html) for html in page.evaluate("__shifted()")]
        found += [(path, "comes before the text", name) for name in page.evaluate(EARLY)]
        found += [*too_wide(page, path), *faint(page, path)]
        page.set_viewport_size(PHONE)
        found += barriers(page, path)
        found += too_heavy(site, path, {_file(url.removeprefix(address)) for url in asked})
    assert found == []
    assert page.context.cookies() == []
