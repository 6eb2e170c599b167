"""Recordings after the round: their length, and which tab may finish them."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from support.microphone_prompt import ASK, answer_prompt, start_recorded_round, wait_for_prompts, wait_for_stored
from support.waiting import wait_until

ONLY_WEBM = """
const supported = MediaRecorder.isTypeSupported;
MediaRecorder.isTypeSupported = type => type.includes('webm') && supported(type);
"""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser profile of its own, where the microphone plays a tone."""
    context = chromium.new_context(service_workers="block")
    context.add_init_script(ASK)
    yield context
    context.close()


@pytest.fixture
def record(context: BrowserContext, address: str) -> Callable[[], Page]:
    """`record()` opens a round whose first answer is being recorded."""

    def recording() -> Page:
        page = context.new_page()
        page.goto(address + "practice/?seed=3")
        start_recorded_round(page)
        wait_for_prompts(page, 1)
        answer_prompt(page, "allow")
        return page

    return recording


def check_length_and_seek(page: Page, seconds: float) -> None:
    """The player knows how long the recording is, starts at its beginning, and can go to any second of it."""
    audio = page.locator("audio").first
    wait_until(
        page, "audio => audio.duration < Infinity && audio.currentTime === 0 && !audio.seeking", audio.element_handle()
    )
    assert audio.evaluate("audio => audio.duration") == pytest.approx(seconds, abs=1)
    reached = audio.evaluate(
        """audio => new Promise(done => {
            audio.onseeked = () => done(audio.currentTime);
            audio.currentTime = 1;
        })"""
    )
    assert reached == pytest.approx(1)


def test_webm_recording_has_a_length_and_a_seek_bar(context: BrowserContext, record: Callable[[], Page], address: str):
    context.add_init_script(ONLY_WEBM)
    page = record()
    wait_for_stored(page, {"takes": 1, "chunks": 2})
    page.get_by_role("button", name="Skip the follow-ups").click()
    expect(page.locator(".round-takes audio")).to_be_visible()
    take = page.evaluate("async () => (await (await import('/assets/js/practice/recordings.mjs')).listRecordings())[0]")
    assert "webm" in take["type"]
    check_length_and_seek(page, take["seconds"])
    page.goto(address + "practice/takes/")
    check_length_and_seek(page, take["seconds"])


LATER = "const now = Date.now; Date.now = () => now() + 3600000"
"""An hour later, for the clock of a page."""

TAKES = "async () => (await (await import('/assets/js/practice/recordings.mjs')).listRecordings())"


def list_takes(page: Page, address: str, script: str = "") -> Page:
    """Open the list of takes in another tab, an hour later."""
    other = page.context.new_page()
    other.add_init_script(LATER + script)
    other.goto(address + "practice/takes/")
    expect(other.locator(".take-about")).to_contain_text("No recordings yet")
    return other


def crash(page: Page) -> None:
    """End a tab at once; a tab that is only closed may still finish its recording."""
    with pytest.raises(Error):
        page.goto("chrome://crash")


def test_paused_take_is_not_recovered_by_another_tab(record: Callable[[], Page], address: str):
    page = record()
    wait_for_stored(page, {"takes": 1, "chunks": 1})
    page.get_by_role("button", name="Pause").click()
    list_takes(page, address).close()
    page.get_by_role("button", name="Continue").last.click()
    wait_for_stored(page, {"takes": 1, "chunks": 3})
    page.get_by_role("button", name="Skip the follow-ups").click()
    wait_for_stored(page, {"takes": 1, "chunks": 0})
    (take,) = page.evaluate(TAKES)
    assert "recovered" not in take
    assert take["seconds"] > 2


def test_take_is_recovered_once_its_tab_has_crashed(record: Callable[[], Page], address: str):
    page = record()
    wait_for_stored(page, {"takes": 1, "chunks": 1})
    other = page.context.new_page()
    other.goto(address + "about/")
    crash(page)
    wait_until(other, "async () => !(await navigator.locks.query()).held.length")
    other.goto(address + "practice/takes/")
    expect(other.locator(".takes li")).to_contain_text("recovered")


def test_without_web_locks_the_reader_decides_what_is_recovered(record: Callable[[], Page], address: str):
    page = record()
    wait_for_stored(page, {"takes": 1, "chunks": 1})
    page.get_by_role("button", name="Pause").click()
    other = list_takes(page, address, "; Object.defineProperty(navigator, 'locks', { value: undefined })")
    expect(other.get_by_text("1 unfinished recording")).to_contain_text("other tabs")
    crash(page)
    other.get_by_role("button", name="Recover").click()
    expect(other.locator(".takes li")).to_contain_text("recovered")
    expect(other.get_by_role("button", name="Recover")).to_have_count(0)
