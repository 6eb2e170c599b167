"""Backup files: saving, restoring, merging and refusing."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from support.state import (
    EARLIER,
    KEY,
    LATER,
    MY_DATA_PAGE,
    answer_dialog,
    backup_file,
    choose_backup_file,
    done_mark,
    saved_items,
    saved_state,
    state_with_items,
    store_state,
)


def test_backup_restores_the_exact_state_and_can_be_undone(page: Page, open_page: Callable[..., Page], address: str):
    page.goto(address + MY_DATA_PAGE)
    value = state_with_items(
        {"a-1": done_mark(what="Wörter", note="✓ <i>\ud83d\ude00\u2028", noted=LATER, more=[{"b": 1, "a": 0.1}])},
        "Acme",
        kept={
            "plan": {"value": [1, None, {"z": "", "a": -0.5e-7}], "at": EARLIER},
            "room-panel": {"value": {"questions": ["b", "My own?"], "words": {"b": "Bricks"}}, "at": EARLIER},
        },
        more="kept",
    )
    store_state(page, value)
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save a backup file").click()
    text = loading.value.path().read_text("utf-8")
    assert json.dumps(json.loads(text)["state"]) == json.dumps(value)
    empty = open_page(MY_DATA_PAGE)
    store_state(empty, state_with_items({"b-1": done_mark()}, "Bolt"))
    before = saved_state(empty)["interviews"]
    choose_backup_file(empty, "\ufeff" + text)
    expect(empty.locator("backup-panel .preview")).to_contain_text(
        "1 interview (“Acme”) with 1 marked item, 1 note, 1 plan and 1 other entry"
    )
    assert saved_state(empty)["interviews"] == before
    empty.get_by_role("button", name="Replace everything").click()
    answer_dialog(empty, "Replace")
    expect(empty.locator("interview-list")).to_contain_text("Acme")
    assert json.dumps(saved_state(empty)["interviews"]) == json.dumps(value["interviews"])
    empty.get_by_role("button", name="Undo").click()
    expect(empty.locator("interview-list")).to_contain_text("Bolt")
    assert saved_state(empty)["interviews"] == before


def test_name_of_a_backup_has_the_day_of_the_reader(open_page: Callable[..., Page]):
    page = open_page(MY_DATA_PAGE, timezone_id="Pacific/Kiritimati", locale="ar-SA")
    page.clock.set_fixed_time("2026-11-30T12:00:00Z")
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save a backup file").click()
    assert loading.value.suggested_filename == "round-two-2026-12-01.json"


def test_merging_a_backup_keeps_the_newest_values(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    store_state(
        page,
        state_with_items(
            {"a-1": done_mark(LATER), "a-2": done_mark(EARLIER)}, kept={"plan": {"value": 1, "at": LATER}}
        ),
    )
    theirs = state_with_items(
        {
            "a-1": {**done_mark(EARLIER), "state": "todo"},
            "a-2": {**done_mark(LATER), "state": "skipped"},
            "a-3": done_mark(),
        },
        kept={"plan": {"value": 0, "at": EARLIER}, "story-a": {"value": 1, "at": EARLIER}},
    )
    choose_backup_file(page, backup_file(theirs))
    preview = page.locator("backup-panel .preview")
    expect(preview).to_contain_text("Adds 2 entries, changes 1.")
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("undo-bar")).to_contain_text("Merged")
    states = {one: mark["state"] for one, mark in saved_items(page).items()}
    assert states == {"a-1": "done", "a-2": "skipped", "a-3": "done"}
    kept = saved_state(page)["interviews"]["default"]["kept"]
    assert {name: one["value"] for name, one in kept.items()} == {"plan": 1, "story-a": 1}
    choose_backup_file(page, backup_file(theirs))
    expect(preview).to_contain_text("You already have everything in it.")
    expect(page.get_by_role("button", name="Merge")).to_have_count(0)


GOOD = state_with_items({"a-1": done_mark()})
BAD_FILES = {
    "cut off": ('{"format": "round-two-backup", "state', "another kind of file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "another kind of file"),
    "empty": ("", "another kind of file"),
    "another file": ({"hello": 1}, "isn't a Round Two backup"),
    "a list": ([backup_file(GOOD)], "isn't a Round Two backup"),
    "null": ("null", "isn't a Round Two backup"),
    "only the state": (GOOD, "isn't a Round Two backup"),
    "no state": ({"format": "round-two-backup"}, "can't be read"),
    "a state that is a list": (backup_file([GOOD]), "can't be read"),
    "interviews as a list": (backup_file(GOOD | {"interviews": [1]}), "has no interviews"),
    "no version": (backup_file({"interviews": {}}), "has no version"),
    "newer": (backup_file({"version": 99, "interviews": {}}), "newer version"),
    "endless version": ('{"format":"round-two-backup","state":{"version":1e999}}', "no version"),
    "one bad mark": (
        backup_file(state_with_items({"a-1": done_mark(), "a-2": {"state": "x"}})),
        '"a-2" cannot be read',
    ),
    "items as a list": (backup_file(state_with_items([])), "not a list by id"),
    "hostile": ('{"format":"round-two-backup","state":{"version":2,"interviews":{"__proto__":{}}}}', "damaged"),
    "deep": ('{"format":"round-two-backup","state":' + '{"state":' * 9000 + "1" + "}" * 9001, "can't be read"),
}


def test_invalid_backup_is_refused_with_a_reason(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    store_state(page, GOOD)
    for name, (content, why) in BAD_FILES.items():
        choose_backup_file(page, content)
        expect(page.locator("backup-panel .trouble-note"), name).to_contain_text(why)
        assert saved_state(page) == GOOD, name
    page.evaluate("""() => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(50_000_000)], 'film.json'));
        const field = document.querySelector('#backup-file');
        field.files = files.files;
        field.dispatchEvent(new Event('change'));
    }""")
    expect(page.locator("backup-panel .trouble-note")).to_contain_text("too large")


def test_markup_in_a_backup_is_shown_as_text(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    markup = "<img src=x onerror=window.hit=1><script>hit=1</script>"
    hostile = state_with_items({"a-1": done_mark(what=markup, note=markup)}, markup + "x" * 100_000)
    for n in range(100):
        hostile["interviews"][f"i-{n}"] = state_with_items({}, markup)["interviews"]["default"]
    choose_backup_file(page, backup_file(hostile))
    expect(page.locator(".preview")).to_contain_text("96 more")
    assert len(page.locator(".preview").inner_text()) < 2000
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("removed-items")).to_contain_text(markup)
    page.reload()
    expect(page.locator("interview-list li")).to_have_count(101)
    assert page.evaluate("window.hit ?? null") is None
    assert page.locator("article img[src=x]").count() == 0


@pytest.mark.parametrize("trouble", ["newer", "full"])
def test_import_reports_newer_data_and_full_storage(page: Page, address: str, trouble: str):
    page.goto(address + MY_DATA_PAGE)
    here = GOOD | ({"version": 3} if trouble == "newer" else {})
    store_state(page, here)
    if trouble == "full":
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full'); }; }")
    choose_backup_file(page, backup_file(state_with_items({"b-1": done_mark()})))
    if trouble == "newer":
        expect(page.locator(".preview")).to_contain_text("Nothing can be imported here")
        expect(page.get_by_role("button", name="Merge")).to_have_count(0)
    else:
        page.get_by_role("button", name="Merge").click()
        expect(page.locator("quarantine-panel")).to_contain_text("storage is full")
        expect(page.locator("interview-list")).to_contain_text("2 marked items")
        page.locator("undo-bar").get_by_role("button", name="Undo").click()
        expect(page.locator("interview-list")).to_contain_text("1 marked item")
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", KEY)) == here
