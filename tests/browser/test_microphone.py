"""The microphone is on only while a recorded round is open."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support.microphone_prompt import (
    ASK,
    STORED,
    answer_prompt,
    start_recorded_round,
    wait_for_prompts,
    wait_for_stored,
)

NOTHING = {"takes": 0, "chunks": 0}


@pytest.fixture
def asked(chromium: Browser, address: str) -> Iterator[Page]:
    """A recorded round that has just been started: the permission prompt is open."""
    context = chromium.new_context(service_workers="block")
    context.add_init_script(ASK)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + "practice/?seed=3")
    start_recorded_round(page)
    wait_for_prompts(page, 1)
    yield page
    context.close()
    assert errors == []


def start(page: Page, prompts: int) -> None:
    """Start a round and wait until so many permission prompts were opened."""
    page.get_by_role("button", name="Start a round").click()
    wait_for_prompts(page, prompts)


def states(page: Page) -> list[str]:
    """Whether each track that the page was given is `live` or `ended`."""
    return page.evaluate("tracks.map(track => track.readyState)")


def leave_by_button(page: Page) -> None:
    """Press Leave."""
    page.get_by_role("button", name="Leave").click()


def leave_by_closing_the_dialog(page: Page) -> None:
    """Close the dialog as the browser does when Escape is pressed twice."""
    page.evaluate("document.querySelector('dialog.round').close()")
    expect(page.locator("dialog.round")).to_have_count(0)


def leave_by_pagehide(page: Page) -> None:
    """Hide the page as the browser does before it is closed or goes into the back/forward cache."""
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(page.locator("dialog.round")).to_have_count(0)


WAYS_OUT = [leave_by_button, leave_by_closing_the_dialog, leave_by_pagehide]


@pytest.mark.parametrize("leave", WAYS_OUT)
def test_leaving_while_permission_is_pending_stops_the_track(asked: Page, leave: Callable[[Page], None]):
    leave(asked)
    answer_prompt(asked, "allow")
    assert states(asked) == ["ended"]
    assert asked.evaluate(STORED) == NOTHING
    expect(asked.get_by_role("button", name="Start a round")).to_be_focused()


@pytest.mark.parametrize("leave", WAYS_OUT)
def test_leaving_while_recording_stops_the_track_and_keeps_the_take(asked: Page, leave: Callable[[Page], None]):
    answer_prompt(asked, "allow")
    expect(asked.get_by_text("Recording", exact=True)).to_be_visible()
    wait_for_stored(asked, {"takes": 1, "chunks": 1})
    leave(asked)
    assert states(asked) == ["ended"]
    wait_for_stored(asked, {"takes": 1, "chunks": 0})
    assert (
        asked.evaluate(
            "async () => (await (await import('/assets/js/practice/recordings.mjs')).listRecordings()).length"
        )
        == 1
    )


def test_another_round_does_not_revive_the_microphone_of_the_first(asked: Page):
    leave_by_button(asked)
    start(asked, 2)
    answer_prompt(asked, "allow", 1)
    answer_prompt(asked, "allow", 0)
    assert states(asked) == ["live", "ended"]
    leave_by_button(asked)
    assert states(asked) == ["ended", "ended"]


def test_leaving_while_a_lost_microphone_is_asked_for_again_stops_the_track(asked: Page):
    answer_prompt(asked, "allow")
    wait_for_stored(asked, {"takes": 1, "chunks": 1})
    asked.evaluate("for (const track of tracks) { track.stop(); track.dispatchEvent(new Event('ended')); }")
    asked.get_by_role("button", name="First follow-up").click()
    wait_for_prompts(asked, 2)
    wait_for_stored(asked, {"takes": 1, "chunks": 0})
    leave_by_button(asked)
    answer_prompt(asked, "allow", 1)
    assert states(asked) == ["ended", "ended"]
    assert asked.evaluate(STORED) == {"takes": 1, "chunks": 0}


def test_a_recorder_that_cannot_start_stops_the_track(asked: Page):
    asked.evaluate(
        "() => { MediaRecorder.prototype.start = () => { throw new DOMException('', 'NotSupportedError'); }; }"
    )
    answer_prompt(asked, "allow")
    expect(asked.get_by_role("alert")).to_contain_text("The round continues without recording")
    assert states(asked) == ["ended"]
    assert asked.evaluate(STORED) == NOTHING


def test_the_last_page_of_a_round_has_no_microphone(asked: Page):
    leave_by_button(asked)
    asked.get_by_role("spinbutton", name="Questions").fill("1")
    start(asked, 2)
    answer_prompt(asked, "allow", 1)
    asked.get_by_role("button", name="Skip the follow-ups").click()
    asked.get_by_role("button", name="Skip this").click()
    expect(asked.locator(".round-question")).to_have_text("You finished the round.")
    assert states(asked) == ["ended"]


def test_waiting_for_permission_says_so_and_offers_to_go_on(asked: Page):
    expect(asked.get_by_role("heading", name="Waiting for your browser's permission")).to_be_visible()
    expect(asked.get_by_role("button", name="Pause")).to_be_hidden()
    expect(asked.get_by_role("button", name="Leave")).to_be_visible()
    expect(asked.locator(".round-foot")).to_be_hidden()
    asked.get_by_role("button", name="Continue without recording").click()
    expect(asked.locator(".round-place")).to_contain_text("Answer")
    answer_prompt(asked, "allow")
    assert states(asked) == ["ended"]
    asked.get_by_role("button", name="First follow-up").click()
    expect(asked.get_by_text("Recording", exact=True)).to_be_hidden()
    assert asked.evaluate(STORED) == NOTHING


def test_refusing_after_going_on_without_recording_says_nothing_more(asked: Page):
    asked.get_by_role("button", name="Continue without recording").click()
    answer_prompt(asked, "refuse")
    expect(asked.get_by_role("alert")).to_have_count(0)
    expect(asked.locator(".round-place")).to_contain_text("Answer")
