"""Hosts of several kinds: below a folder, with redirects between `x/` and `x`, and with caches."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from support.hosting import READY, Host
from support.waiting import wait_until

PAGES = ("formats/panel/", "plan/", "print/panel/", "stories/", "about/")


@pytest.fixture(params=[True, False], ids=["adds-slash", "removes-slash"])
def host(site: Path, request: pytest.FixtureRequest) -> Iterator[Host]:
    """The site on a host that redirects to the one or the other form of an address."""
    host = Host(site, request.param)
    yield host
    host.close()


def test_pages_work_on_hosts_that_redirect_before_and_after_the_worker_is_active(chromium: Browser, host: Host):
    first = chromium.new_page(service_workers="block")
    for path in PAGES:
        first.goto(host.address + path)
        assert first.url == host.address + path
        wait_until(first, "() => [...document.styleSheets].some(({ cssRules }) => cssRules.length)")
        expect(first.locator(".incomplete")).to_be_hidden()
    first.goto(host.address + "formats/panel/")
    first.locator(".trail").get_by_role("link", name="Formats").click()
    first.wait_for_url(host.address + "formats/")
    first.close()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(host.address)
    wait_until(page, READY)
    host.left = 0
    for path in PAGES:
        for form in (path, path.removesuffix("/")):
            page.goto(host.address + form)
            assert page.url == host.address + path
            assert page.locator("h1").first.inner_text()
    context.close()


def test_new_version_of_the_site_is_not_mixed_with_cached_files(chromium: Browser, site: Path, tmp_path: Path):
    target = Path(shutil.copytree(site, tmp_path / "site"))
    (modules,) = target.glob("assets/js-*")
    assert re.fullmatch(r"js-[0-9a-f]{8}", modules.name)
    host = Host(target, has_slash=True)
    page = chromium.new_page(service_workers="block")
    page.goto(host.address + "formats/panel/")
    page.locator("check-list input").first.check()
    page.goto(host.address + "stories/decision/")
    factor = page.locator("decision-sheet tbody th").first
    title = factor.inner_text()
    data = target / "api/v1/practice.json"
    data.write_text(data.read_text("utf-8").replace(title, "A new factor"), "utf-8")
    page.reload()
    expect(factor).to_have_text("A new factor")
    renamed = modules.rename(modules.with_name("js-00000000"))
    for file in renamed.rglob("*.mjs"):
        file.write_text(re.sub(r"\bsiteUrl\b", "urlOfSite", file.read_text("utf-8")), "utf-8")
    for path in ("formats/panel", "stories"):
        file = target / path / "index.html"
        file.write_text(file.read_text("utf-8").replace(modules.name, renamed.name), "utf-8")
    page.goto(host.address + "stories/")
    page.get_by_role("button", name="Add a story").click()
    expect(page.get_by_label("Name it in two or three words")).to_be_focused()
    page.reload()  # until then the browser may show the page that it knows
    page.goto(host.address + "formats/panel/")
    page.reload()
    expect(page.locator("check-list input").first).to_be_checked()
    expect(page.locator(".incomplete")).to_be_hidden()
    page.close()
    host.close()
