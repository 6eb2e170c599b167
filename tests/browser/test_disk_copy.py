"""The copy of the site that opens from disk, without a server."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from disk_copy import write_disk_copy
from guidebook.assets.disk_copy import bundle, convert_page

ONLINE = "https://guide.example/"


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, unpacked in a folder with a space in its name."""
    target = tmp_path_factory.mktemp("a folder")
    about = (site / "about/index.html").read_text("utf-8")
    worker = (site / "sw.js").read_text("utf-8")
    archive = write_disk_copy(site, ONLINE)
    with zipfile.ZipFile(archive) as files:
        files.extractall(target)
    archive.unlink()
    assert "round-two.zip" in (site / "about/index.html").read_text("utf-8")
    (site / "about/index.html").write_text(about, "utf-8")
    (site / "sw.js").write_text(worker, "utf-8")
    return target / "round-two"


@pytest.fixture
def opened(chromium: Browser, copy: Path) -> Iterator[Page]:
    """The home page of the copy, from its file; any error on it fails the test."""
    context = chromium.new_context()
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    tab.goto((copy / "index.html").as_uri())
    yield tab
    assert errors == []
    context.close()


def test_disk_copy_supports_checklists_plan_packet_practice_and_search(opened: Page, copy: Path):
    opened.get_by_role("link", name="Formats", exact=True).first.click()
    expect(opened.locator("h1")).to_have_text("Interview formats")
    opened.locator("article").get_by_role("link", name="Panel interview").first.click()
    opened.locator("check-list .list-head").wait_for()
    opened.locator("check-list input").first.check()
    expect(opened.locator("check-list output").first).to_contain_text("1 of")
    expect(opened.locator(".copy-note")).to_be_visible()
    opened.get_by_role("link", name="My plan").first.click()
    opened.locator("[name=date]").fill("2099-12-01")
    expect(opened.locator(".plan-title")).to_contain_text("days to go")
    opened.goto((copy / "print/packet/index.html").as_uri())
    opened.get_by_role("button", name="Choose all").click()
    expect(opened.locator("print-packet output")).to_contain_text(re.compile(r"(\d+) of \1 sheets chosen, ready"))
    opened.goto((copy / "practice/index.html").as_uri())
    opened.get_by_role("button", name="Start a round").click()
    expect(opened.locator(".round-question")).not_to_be_empty()
    opened.get_by_role("button", name="Leave").click()
    opened.keyboard.press("/")
    opened.get_by_role("searchbox", name="Search the guide").fill("they ghosted me")
    opened.locator("#search-results a").first.click()
    opened.wait_for_url("**/after/**/index.html*")
    assert opened.locator("h1").inner_text()


def test_disk_copy_pages_have_no_script_errors(opened: Page, copy: Path):
    for folder in ("plan", "practice", "stories", "prepare/my-data", "print/packet", "print/panel"):
        opened.goto((copy / folder / "index.html").as_uri(), wait_until="networkidle")
        assert opened.locator("h1").count() == 1, folder


def test_a_message_from_the_disk_copy_leads_to_the_site(opened: Page, copy: Path):
    opened.goto((copy / "practice/assistant/index.html").as_uri())
    opened.get_by_role("button", name="Put the text together").click()
    opened.locator("[value=partner]").check()
    expect(opened.locator("#prompt-text")).to_have_value(re.compile(r"https://\S+/practice/partner/\?ids=\w"))


def test_copy_notice_is_not_printed(opened: Page, copy: Path):
    opened.goto((copy / "print/panel/index.html").as_uri())
    expect(opened.locator(".copy-note")).to_be_visible()
    opened.emulate_media(media="print")
    expect(opened.locator(".copy-note")).to_be_hidden()


def test_every_link_of_the_disk_copy_points_to_a_file(copy: Path):
    dead = []
    for file in copy.rglob("*.html"):
        for link in re.findall(r'\b(?:href|src)="([^"]+)"', file.read_text("utf-8")):
            target = urlsplit(urljoin(file.as_uri(), link))
            if target.scheme == "file" and not Path(unquote(target.path)).is_file():
                dead.append(f"{file.relative_to(copy)}: {link}")
    assert dead == []


def test_links_are_rewritten_to_index_files():
    links = ["../", "..", "../..", "./", "a/b/", "a/#x", "a/?q=1", "#x", "https://x.org/", "a.pdf", "../a.md", "."]
    html = "".join(f'<a href="{link}">' for link in links)
    found = re.findall('href="(.*?)"', convert_page(html, ONLINE, "c/index.html"))
    assert found == [
        "../index.html", "../index.html", "../../index.html", "./index.html", "a/b/index.html", "a/index.html#x",
        "a/index.html?q=1", "#x", "https://x.org/", f"{ONLINE}c/a.pdf", f"{ONLINE}a.md", "./index.html",
    ]  # fmt: skip


def test_modules_are_bundled_into_one_script():
    script = bundle(
        {
            "assets/js/a.mjs": 'import { one as two } from "./b/c.mjs";\nexport const far = () => import("./b/c.mjs");',
            "assets/js/b/c.mjs": 'import "../a.mjs";\nexport function one() {}\nconst at = import.meta.url;',
            "assets/js/d.mjs": 'export { one, one as same } from "./b/c.mjs";',
        }
    )
    assert 'const { one: two } = use("assets/js/b/c.mjs");' in script
    assert 'then(() => use("assets/js/b/c.mjs"))' in script
    assert 'use("assets/js/a.mjs");' in script
    assert "return { one };" in script
    assert 'const { one, one: same } = use("assets/js/b/c.mjs");\nreturn { one, same };' in script
    assert '(ROOT + "assets/js/b/c.mjs")' in script
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    with pytest.raises(ValueError, match=r"export default"):
        bundle({"a.mjs": "export default 1;"})
