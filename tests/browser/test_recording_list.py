"""The list of recordings, and where they are stored."""

import pytest
from playwright.sync_api import Page, expect

SIXTY = """async () => {
    const { saveRecording } = await import('/assets/js/practice/recordings.mjs');
    await Promise.all(Array.from({ length: 60 }, (_, at) => saveRecording({
        id: `take-${at}`, question: at % 2 ? 'conflict-at-work' : 'gone-from-the-guide', part: 'answer', wording: `Wording ${at}`, name: `Take ${at}`,
        at: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString(), type: 'audio/mp4', seconds: 60, target: 90, sound: new Blob([new Uint8Array(1000)]),
    })));
}"""


def test_recording_list_sorts_compares_deletes_and_restores(page: Page, address: str):
    page.evaluate(SIXTY)
    page.goto(address + "practice/takes/")
    expect(page.locator(".take-about")).to_contain_text("60 recordings, 60 kB")
    expect(page.locator("recording-list h2:visible")).to_have_count(2)
    expect(page.locator(".takes li")).to_have_count(60)
    expect(page.locator(".takes li").first).to_contain_text("Take 5")
    page.get_by_role("checkbox", name="Compare (Take 59)").check()
    page.get_by_role("checkbox", name="Compare (Take 57)").check()
    expect(page.locator(".take-compare audio")).to_have_count(2)
    expect(page.locator(".take-compare")).to_contain_text("can't analyze the recording")
    page.get_by_role("button", name="Delete (Take 59)").click()
    expect(page.locator(".takes li")).to_have_count(59)
    expect(page.locator(".take-compare")).to_be_hidden()
    page.reload()
    page.get_by_role("button", name="Restore “Take 59”").click()
    expect(page.locator(".takes li")).to_have_count(60)


def test_recordings_can_be_saved_after_the_browser_cleared_them(page: Page, address: str):
    page.goto(address + "practice/takes/")
    expect(page.locator(".take-about")).not_to_be_empty()
    script = """async () => {
      const gone = indexedDB.deleteDatabase("round-two");
      await new Promise((done) => { gone.onsuccess = done; });
      const { listRecordings, saveRecording } = await import("/assets/js/practice/recordings.mjs");
      await saveRecording({ id: "a", at: "", sound: new Blob(["x"]) });
      return (await listRecordings()).length;
    }"""
    assert page.evaluate(script) == 1
    page.evaluate("indexedDB.deleteDatabase('round-two')")


def test_storage_warning_appears_only_when_space_is_low(page: Page, address: str):
    page.goto(address + "practice/takes/")
    script = "async ([free, size]) => (await import('/assets/js/practice/recorder.mjs')).storageWarning(free === null ? undefined : { free }, size)"
    assert page.evaluate(script, [5e9, 1e6]) == ""
    assert page.evaluate(script, [None, 1e6]) == ""
    assert "only 20.0 MB" in page.evaluate(script, [2e7, 0])
    assert "250.0 MB" in page.evaluate(script, [None, 2.5e8])


@pytest.mark.parametrize("opens", ["throw new DOMException('', 'InvalidStateError')", "return {}"])
def test_missing_indexeddb_is_reported(page: Page, address: str, opens: str):
    page.add_init_script(f"IDBFactory.prototype.open = () => {{ {opens}; }}")
    page.clock.install()
    page.goto(address + "practice/takes/")
    page.wait_for_function("document.querySelector('.take-about')")
    page.clock.run_for(15_000)
    expect(page.locator(".take-about")).to_contain_text("can't save recordings")
