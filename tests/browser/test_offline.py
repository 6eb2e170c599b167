"""The service worker: reading offline, updates and repairs."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from guidebook.assets.service_worker import precache_manifest, update_manifest, with_manifest
from support.hosting import FOLDER, READY, Host
from support.waiting import wait_until

SETTLED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => {});
  while (registration.installing) await new Promise((go) => setTimeout(go, 50));
  return Boolean(registration.waiting);
}"""

PLACES = ("formats/panel/", "print/panel/", "prepare/my-data/", "plan/", "questions/values/#", "about/index.html")
LEFT_OUT = ("about", "after", "ask", "data", "fields", "messages", "off-limits", "people", "print", "questions")


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """A copy of the site, served."""
    yield from hosted(Path(shutil.copytree(site, tmp_path / "site")))


@pytest.fixture
def small(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The same with few of its pages, for what does not hang on how many there are."""
    target = Path(shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns(*LEFT_OUT)))
    update_manifest(target)
    yield from hosted(target)


def hosted(site: Path) -> Iterator[Host]:
    """Serve `site` until the test is over."""
    host = Host(site)
    yield host
    host.close()


@pytest.fixture
def visited(chromium: Browser, host: Host) -> Iterator[Page]:
    """A page of a reader who has opened the home page once."""
    yield from reader(chromium, host)


@pytest.fixture
def returning(chromium: Browser, small: Host) -> Iterator[Page]:
    """The same on the small site."""
    yield from reader(chromium, small)


def reader(chromium: Browser, host: Host) -> Iterator[Page]:
    """Open the home page and wait until the whole site is kept."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(host.address)
    page.wait_for_function(READY)
    yield page
    context.close()


def test_whole_guide_works_offline_after_one_visit(visited: Page, host: Host):
    browser = visited.context.new_cdp_session(visited)
    assert browser.send("Page.getAppManifest")["errors"] == []
    hindrances = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {one["errorId"] for one in hindrances} <= {"in-incognito"}  # as every test is
    errors: list[str] = []
    visited.on("pageerror", lambda error: errors.append(str(error)))
    host.left = 0
    for folder in PLACES:
        visited.goto(host.address + folder)
        assert visited.locator("h1").inner_text(), folder
    visited.goto(host.address + "formats/panel?q=pay")
    assert visited.url == host.address + "formats/panel/?q=pay"
    visited.goto(host.address + "formats/panel")
    visited.locator("check-list input").first.check()
    visited.reload()
    expect(visited.locator("check-list input").first).to_be_checked()
    visited.goto(host.address + "print/packet/")
    visited.get_by_label("Panel map").check()
    expect(visited.locator("output")).to_contain_text("ready to print")
    visited.goto(host.address + "plan/")
    visited.locator("[name=date]").fill("2099-12-01")
    expect(visited.locator(".plan-title")).to_contain_text("days to go")
    visited.goto(host.address + "practice/")
    visited.get_by_role("button", name="Start a round").click()
    expect(visited.locator(".round-question")).not_to_be_empty()
    visited.get_by_role("button", name="Leave").click()
    visited.keyboard.press("/")
    visited.get_by_role("searchbox", name="Search the guide").fill("they ghosted me")
    expect(visited.locator("#search-results a").first).to_be_visible()
    for nowhere in ("formats/never-was/", "%E0%A4%A"):
        answer = visited.goto(host.address + nowhere)
        assert answer
        assert answer.status == 404
        assert "not found" in visited.locator("h1").inner_text()
    assert errors == []


def test_update_fetches_only_changed_files_and_waits_for_the_reader(returning: Page, small: Host):
    returning.goto(small.address + "formats/panel/")
    returning.locator("check-list input").first.check()
    small.publish("formats/panel/index.html", "Panel interview</h1>", "Panel, new</h1>")
    small.asked.clear()
    assert returning.evaluate(SETTLED)
    assert set(small.asked) == {f"{FOLDER}sw.js", f"{FOLDER}formats/panel/"}
    returning.reload()
    assert "new" not in returning.locator("h1").inner_text()
    other = returning.context.new_page()
    other.goto(small.address + "plan/")
    expect(other.locator(".new-version")).to_be_visible()
    returning.get_by_role("button", name="Update now").click()
    expect(returning.locator("h1")).to_contain_text("Panel, new")
    expect(returning.locator("check-list input").first).to_be_checked()
    assert len(returning.evaluate("caches.keys()")) == 1
    with other.expect_navigation():
        other.get_by_role("button", name="Update now").click()
    expect(other.locator(".new-version")).to_be_hidden()


def test_interrupted_update_keeps_the_old_version_and_resumes(returning: Page, small: Host):
    small.publish("formats/panel/index.html", "Panel interview</h1>", "Panel, new</h1>")
    small.publish("formats/presentation/index.html", "Presentation</h1>", "Presentation, new</h1>")
    small.left = 1
    assert not returning.evaluate(SETTLED)
    for folder, title in (("formats/panel/", "Panel interview"), ("formats/presentation/", "Presentation")):
        returning.goto(small.address + folder)
        assert returning.locator("h1").inner_text() == title
    small.left = None
    small.asked.clear()
    assert returning.evaluate(SETTLED)
    assert len([path for path in small.asked if "/formats/" in path]) == 1


def test_files_with_a_wrong_hash_are_not_cached(returning: Page, small: Host):
    small.publish("formats/panel/index.html", "Panel interview</h1>", "Panel, new</h1>")
    file = small.site / "formats/panel/index.html"
    file.write_text(file.read_text("utf-8").replace("Panel, new", "Panel, newest"), "utf-8")
    assert not returning.evaluate(SETTLED)
    returning.goto(small.address + "formats/panel/")
    assert returning.locator("h1").inner_text() == "Panel interview"


def test_cleared_cache_is_filled_again(returning: Page, small: Host):
    returning.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    returning.reload()
    whole = len(json.loads((small.site / "sw.js").read_text("utf-8")[13:].split(";\n")[0])["files"])
    cached_again = """async (whole) => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length));
      return all.length === 1 && all[0] === whole;
    }"""
    wait_until(returning, cached_again, whole)
    small.left = 0
    returning.goto(small.address + "formats/presentation/")
    assert returning.locator("h1").inner_text() == "Presentation"


def test_precache_manifest_lists_pages_and_requested_data_only():
    paths = [
        "index.html",
        "a/index.html",
        "404.html",
        "sw.js",
        "sitemap.xml",
        "print/a-a4.pdf",
        "api/v1/a.json",
        "api/v1/b.json",
        "api/v1/c.json",
    ]
    files = dict.fromkeys(paths, b"") | {"x.mjs": b'fetch(siteUrl("api/v1/a.json")); fetchApi("c")'}
    assert [*precache_manifest(files)] == ["404.html", "a/", "api/v1/a.json", "api/v1/c.json", "", "x.mjs"]


def test_cache_version_changes_with_any_file_or_the_script():
    one = with_manifest("x", {"": "sha256-a"}).splitlines()[0]
    assert one != with_manifest("x", {"": "sha256-b"}).splitlines()[0]
    assert one != with_manifest("y", {"": "sha256-a"}).splitlines()[0]
    assert one == with_manifest("x", {"": "sha256-a"}).splitlines()[0]
