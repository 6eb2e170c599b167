"""Recordings through a real MediaRecorder, and its failures."""

import array
import math
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import browser as browsers
from support.microphone_prompt import STORED, start_recorded_round
from support.state import FOLDER, call_module
from support.waiting import wait_until

SPOKEN = [
    ("quiet", 0.4),
    ("speech", 1.2),
    ("quiet", 0.8),
    ("speech", 1.2),
    ("quiet", 1.2),
    ("speech", 1.0),
    ("quiet", 1.0),
]
RATE = 16000


def write_wav(path: Path) -> None:
    """Write `SPOKEN` as sound: four syllables a second; after its end the microphone gives silence."""
    samples = array.array("h")
    for kind, seconds in SPOKEN:
        for at in range(round(seconds * RATE)):
            beat = 4 * at / RATE
            loud = 9000 * math.sin(math.pi * (beat % 1)) if kind == "speech" else 0
            samples.append(round(loud * math.sin(2 * math.pi * (120 + 37 * int(beat) % 60) * at / RATE)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


@pytest.fixture(scope="module")
def studio(chromium: Browser, browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A browser whose microphone plays our own sound, from its beginning for each page."""
    sound = tmp_path_factory.mktemp("sound") / "spoken.wav"
    write_wav(sound)
    flags = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={sound}%noloop",
    ]
    options = [*browsers.LAUNCH_OPTIONS, *flags]
    browser = chromium.browser_type.launch(executable_path=browser_path, args=options)
    yield browser.new_context(service_workers="block")
    browser.close()


FORGET = """async () => {
    localStorage.clear();
    await new Promise(done => { indexedDB.deleteDatabase('round-two').onsuccess = done; });
}"""


@pytest.fixture
def record(studio: BrowserContext, address: str) -> Iterator[Callable[..., Page]]:
    """`record(script)` opens a round that is being recorded; `script` runs before it begins. Nothing was kept before."""

    def begun(script: str = "", before: Callable[[Page], None] | None = None, context: BrowserContext = studio) -> Page:
        page = context.new_page()
        if context is studio:
            page.goto(address + "api/v1/index.json")
            page.evaluate(FORGET)
        page.goto(address + "practice/?seed=3")
        page.evaluate(f"() => {{ {script} }}")
        if before:
            before(page)
        start_recorded_round(page)
        expect(page.locator(".round-place")).to_contain_text("Answer")
        return page

    yield begun
    studio.set_offline(False)
    for page in studio.pages:
        page.close()


def wait_for_seconds(page: Page, count: int) -> None:
    """Wait until so many seconds of the take that is being recorded are on the disk."""
    wait_until(page, f"async count => (await ({STORED})()).chunks >= count", count)


def takes(page: Page) -> list[dict[str, Any]]:
    """Every take that is kept, its sound as a number of bytes."""
    script = "async (m) => (await m.listRecordings()).map(take => ({ ...take, sound: take.sound.size }))"
    return call_module(page, "practice/recordings", script)


def test_recording_works_offline_and_is_measured(record: Callable[..., Page]):
    page = record()
    page.context.set_offline(True)
    expect(page.get_by_text("Recording", exact=True)).to_be_visible()
    wait_for_seconds(page, 6)
    page.get_by_role("button", name="Skip the follow-ups").click()
    table = page.locator(".figures")
    expect(table).to_contain_text("rough", ignore_case=True)
    expect(table).to_contain_text("about 2")
    (take,) = takes(page)
    assert take["part"] == "answer"
    assert take["sound"] > 10000
    script = f"async (m) => m.analyze((await (await import({FOLDER} + 'practice/recordings.mjs')).listRecordings())[0].sound)"
    found = call_module(page, "practice/recording-player", script)
    assert found["pauses"] == 2
    assert found["longest"] == pytest.approx(1.2, rel=0.1)
    assert found["share"] == pytest.approx(3.4 / 5.4, rel=0.1)
    assert found["seconds"] == pytest.approx(take["seconds"], rel=0.1)
    duration = page.locator("audio").first.evaluate("one => one.readyState ? one.duration : 0")
    assert duration == pytest.approx(take["seconds"], rel=0.2)
    page.get_by_label("Name").fill("Calm one")
    page.get_by_label("Name").press("Tab")
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("button", name="Restore it")).to_be_focused()
    assert takes(page) == []
    page.get_by_role("button", name="Restore it").click()
    expect(page.get_by_role("button", name="Delete")).to_be_focused()
    assert takes(page)[0]["name"] == "Calm one"


def test_recording_of_a_closed_tab_is_kept(record: Callable[..., Page], address: str):
    page = record()
    wait_for_seconds(page, 2)
    page.close()
    page = page.context.new_page()
    page.goto(address + "practice/takes/")
    row = page.locator(".takes li")
    expect(row).to_be_visible()
    (take,) = takes(page)
    assert take["seconds"] >= 2
    expect(row.locator("audio")).to_have_js_property("error", None)
    found = row.locator("audio").evaluate(
        "one => new Promise(done => { one.onloadedmetadata = () => done(one.duration); one.load(); })"
    )
    assert found > 1.5


UNPLUG = """
const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async wanted => {
    if (window.unplugged) throw new DOMException('', 'NotFoundError');
    return (window.stream = await real(wanted));
};
window.unplug = () => {
    window.unplugged = true;
    for (const track of window.stream.getTracks()) { track.stop(); track.dispatchEvent(new Event('ended')); }
};
"""


def test_unplugged_microphone_keeps_the_recording_so_far(record: Callable[..., Page]):
    page = record(UNPLUG)
    wait_for_seconds(page, 1)
    page.evaluate("unplug()")
    expect(page.get_by_role("alert")).to_contain_text("What you said so far is saved")
    page.get_by_role("button", name="First follow-up").click()
    expect(page.get_by_role("alert")).to_contain_text("none was found")
    expect(page.locator(".round-place")).to_contain_text("First follow-up")
    expect(page.get_by_text("Recording", exact=True)).to_be_hidden()
    (take,) = takes(page)
    assert take["seconds"] >= 1


COUNT_CHUNKS = """
window.chunks = 0;
const start = MediaRecorder.prototype.start;
MediaRecorder.prototype.start = function (...given) {
    this.addEventListener('dataavailable', () => { window.chunks += 1; });
    return start.apply(this, given);
};
"""


def test_recording_on_a_full_disk_can_be_played_but_is_not_saved(
    record: Callable[..., Page], studio: BrowserContext, address: str
):
    # A browser believes for a while what room it measured at a first write, so this one wrote nothing yet.
    context = studio.browser.new_context(service_workers="block")

    def fill(page: Page) -> None:
        page.evaluate("async () => (await import('/assets/js/practice/recordings.mjs')).listRecordings()")
        page.context.new_cdp_session(page).send(
            "Storage.overrideQuotaForOrigin", {"origin": address.rstrip("/"), "quotaSize": 10}
        )

    page = record(COUNT_CHUNKS, before=fill, context=context)
    asked = page.locator("dialog.ask")
    if asked.count():
        asked.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("no space left")
    wait_until(page, "() => window.chunks > 0")  # the alert comes before the first sound does
    page.get_by_role("button", name="Skip the follow-ups").click()
    expect(page.locator(".round-takes")).to_contain_text("Not saved.")
    expect(page.locator(".round-takes audio")).to_be_visible()
    page.get_by_role("button", name="Fine").click()
    expect(page.locator(".round-place")).to_contain_text("Question 2")
    context.close()


THROW = "navigator.mediaDevices.getUserMedia = async () => {{ throw new DOMException('', '{}'); }}"
REFUSALS = [
    ("", "microphone"),
    (THROW.format("NotAllowedError"), "Your browser is blocking the microphone"),
    (THROW.format("NotReadableError"), "Close the other program"),
    ("window.MediaRecorder = undefined", "can't record"),
    ("Object.defineProperty(window, 'isSecureContext', { value: false })", "begins with https"),
]
"""What takes the microphone away, each on top of those before it, and what is said."""


def test_round_continues_without_a_microphone(page: Page, address: str):
    page.goto(address + "practice/")
    page.get_by_label("Record my answers").check()
    for script, told in REFUSALS:
        page.evaluate(f"() => {{ {script} }}")
        page.get_by_role("button", name="Start a round").click()
        expect(page.get_by_role("alert")).to_contain_text(told)
        expect(page.get_by_role("alert")).to_contain_text("The round continues without recording.")
        page.keyboard.press("Space")
        expect(page.locator(".round-place")).to_contain_text("Answer")
        page.get_by_role("button", name="Leave").click()
