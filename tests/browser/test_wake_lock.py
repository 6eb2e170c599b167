"""The screen stays on while a round runs, and may turn off once it is left."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from support.microphone_prompt import wait_until

OBSERVED = """
window.locks = [];
window.grants = [];
navigator.wakeLock.request = async () => {
    if (window.slow) await new Promise(done => grants.push(done));
    const lock = new EventTarget();
    lock.released = false;
    lock.release = async () => { lock.released = true; };
    locks.push(lock);
    return lock;
};
window.turn = state => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    if (state === 'hidden') for (const lock of locks) lock.release();
    document.dispatchEvent(new Event('visibilitychange'));
};
"""
"""Wake locks that a test can count, and `turn`, which hides and shows the page as switching tabs does."""

HELD = "locks.filter(lock => !lock.released).length"


@pytest.fixture
def practice(chromium: Browser, address: str) -> Iterator[Page]:
    """The page where a round is started."""
    context = chromium.new_context(service_workers="block")
    context.add_init_script(OBSERVED)
    page = context.new_page()
    page.goto(address + "practice/?seed=3")
    yield page
    context.close()


def start(page: Page) -> None:
    """Start a round."""
    page.get_by_role("button", name="Start a round").click()
    page.locator("dialog.round").wait_for()


def test_wake_lock_is_requested_again_after_a_tab_switch(practice: Page):
    """The browser ends the lock when the page is hidden; the round asks for a new one when it is shown."""
    start(practice)
    wait_until(practice, f"() => {HELD} === 1")
    practice.evaluate("turn('hidden')")
    assert practice.evaluate(HELD) == 0
    practice.evaluate("turn('visible')")
    wait_until(practice, f"() => {HELD} === 1")
    practice.get_by_role("button", name="Leave").click()
    assert practice.evaluate(HELD) == 0
    practice.evaluate("turn('hidden')")
    practice.evaluate("turn('visible')")
    assert practice.evaluate("locks.length") == 2


def test_wake_lock_granted_after_leaving_is_released(practice: Page):
    """Leaving before the browser has answered does not keep the screen on."""
    practice.evaluate("() => { window.slow = true; }")
    start(practice)
    wait_until(practice, "() => grants.length === 1")
    practice.get_by_role("button", name="Leave").click()
    practice.evaluate("grants[0]()")
    wait_until(practice, "() => locks.length === 1 && locks[0].released")
