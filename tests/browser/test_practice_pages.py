"""The practice and story pages: accessibility, privacy and use without JavaScript."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from guidebook.site.standalone_pages import TOOLS
from support.axe import ALL, FEWER, LOOKS, violations
from support.state import PLAN, STORIES, call_module

Visit = Callable[..., Page]
TAKE = {
    "id": "a",
    "question": "conflict-at-work",
    "part": "answer",
    "wording": "How did it end?",
    "name": "",
    "at": "2026-01-01T00:00:00.000Z",
    "type": "audio/mp4",
    "seconds": 60,
    "target": 90,
}

TOOL_URLS = [tool.url for tool in TOOLS if tool.url.startswith(("practice/", "stories/"))]


def test_practice_export_has_every_question_as_plain_text(guide: Guide, site: Path):
    cards = json.loads((site / "api/v1/cards.json").read_text("utf-8"))["items"]
    assert [card["id"] for card in cards] == [one.id for one in guide.entries_of("questions")]
    for card in cards:
        question = json.loads((site / f"practice/questions/{card['id']}.json").read_text("utf-8"))
        assert sum(beat["seconds"] for beat in question["beats"]) == card["seconds"]
        assert all(card[of] == sorted(card[of]) for of in ("formats", "people", "fields"))  # packs smaller
        assert len(question["follow_ups"]) == 3
        assert "](" not in json.dumps(question)
        assert "*" not in json.dumps(question)


def test_practice_tools_have_no_axe_violations(page: Page, visit: Visit):
    page.emulate_media(reduced_motion="reduce")
    call_module(page, "practice/recordings", "(m, take) => m.saveRecording({ ...take, sound: new Blob(['x']) })", TAKE)
    mine = {"plan": PLAN} | STORIES
    found = []

    def look(where: str, within: str = "html") -> None:
        page.set_viewport_size({"width": 360, "height": 800})
        page.emulate_media(color_scheme="light")
        found.extend(violations(page, where, ALL, within))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(color_scheme="dark")
        found.extend(violations(page, f"{where} dark", LOOKS, within))

    for url in TOOL_URLS:
        visit(url, mine)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.evaluate(FEWER)
        look(url)
    visit("practice/?seed=7", mine)
    page.get_by_role("button", name="Start a round").click()
    page.locator("dialog.round").wait_for()
    for stage in ("think", "answer", "follow", "deeper", "stress", "review"):
        if stage in ("answer", "follow", "review"):
            look(stage, "dialog.round")
        page.keyboard.press("ArrowRight")
    assert found == []


def test_practice_tools_send_nothing_about_the_reader(page: Page, visit: Visit, address: str):
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for path in ("practice/", "stories/", "practice/partner/"):
        visit(path, {"plan": PLAN} | STORIES)
        page.wait_for_load_state("networkidle")
    assert len(requests) > 3
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert [url for url in requests if "Dana" in url] == []


def test_practice_pages_without_javascript_offer_alternatives(open_page: Visit, address: str):
    page = open_page("practice/", java_script_enabled=False)
    for url in TOOL_URLS:
        page.goto(address + url)
        expect(page.locator("article noscript p").first).to_contain_text("JavaScript")
        expect(page.locator("dialog, .round-setup:visible")).to_have_count(0)
    page.goto(address + "practice/")
    expect(page.locator(".links a[href*='questions/']")).to_have_count(13)
