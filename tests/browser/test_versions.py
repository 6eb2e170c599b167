"""Saved ticks across changes of the guide, newer versions, and full or blocked storage."""

import pytest
from playwright.sync_api import Page, expect

from support.state import (
    CHECKLIST_PAGE,
    EARLIER,
    KEY,
    MY_DATA_PAGE,
    call_module,
    checkboxes,
    done_mark,
    item_id,
    open_second_tab,
    saved_items,
    saved_state,
    serve_edited_page,
    state_with_items,
    store_state,
)


def test_ticks_follow_ids_and_aliases_when_the_guide_changes(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    ids = [item_id(page, at) for at in range(5)]
    marks = {
        "first-name": done_mark("2026-01-03T00:00:00.000Z"),
        "second-name": {**done_mark(EARLIER), "state": "todo", "note": "kept", "noted": EARLIER},
        ids[1]: {**done_mark(), "state": "skipped"},
        "moved-here": done_mark(note="n", noted=EARLIER),
        "gone-item": done_mark(what="Bring a fax"),
    }
    store_state(page, state_with_items(marks))
    renamed = [
        (f'data-item="{ids[0]}"', 'data-item="third-name" data-aliases="second-name first-name"'),
        (f'data-item="{ids[2]}"', f'data-item="{ids[3]}-held"'),
        (f'data-item="{ids[3]}"', f'data-item="{ids[2]}"'),
        (f'data-item="{ids[4]}"', f'data-item="{ids[4]}" data-aliases="moved-here"'),
    ]
    serve_edited_page(page, CHECKLIST_PAGE, *renamed)
    expect(checkboxes(page).nth(0)).to_be_checked()
    expect(page.locator(".item-note textarea").nth(0)).to_have_value("kept")
    expect(page.locator("li[data-state=skipped] input")).to_have_attribute("data-item", ids[1])
    expect(checkboxes(page).nth(2)).not_to_be_checked()
    expect(checkboxes(page).nth(4)).to_be_checked()
    assert saved_items(page) == marks
    checkboxes(page).nth(0).uncheck()
    page.reload()
    expect(checkboxes(page).nth(0)).not_to_be_checked()
    after = saved_items(page)
    assert (after["third-name"]["state"], after["third-name"]["note"]) == ("todo", "kept")
    del after["third-name"]
    assert after == {id: mark for id, mark in marks.items() if not id.endswith("-name")}


def test_raised_revision_asks_to_confirm_the_tick(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    first, second = item_id(page, 0), item_id(page, 1)
    store_state(page, state_with_items({first: done_mark(what="The old words"), second: done_mark()}))
    changed = page.locator(".item-changed:visible")
    expect(changed).to_have_count(0)
    raised = [(f'data-item="{one}" data-rev="1"', f'data-item="{one}" data-rev="2"') for one in (first, second)]
    serve_edited_page(page, CHECKLIST_PAGE, *raised)
    expect(changed).to_have_count(2)
    expect(changed.first).to_contain_text("“The old words”")
    changed.first.get_by_role("button", name="Keep it checked").click()
    changed.first.get_by_role("button", name="Uncheck it").click()
    expect(changed).to_have_count(0)
    assert (saved_items(page)[first]["state"], saved_items(page)[first]["rev"]) == ("done", 2)
    assert saved_items(page)[second]["state"] == "todo"


def test_marks_of_removed_items_are_listed(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    store_state(page, state_with_items({"gone-item": done_mark(what="Bring a fax", note="ha")}))
    old = page.locator("removed-items")
    expect(old).to_contain_text("Bring a fax")
    expect(old).to_contain_text("ha")
    old.get_by_role("button", name="Delete these").click()
    page.locator("dialog.ask").get_by_role("button", name="Delete").click()
    expect(old).to_contain_text("still in the guide")
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    expect(old).to_contain_text("Bring a fax")


def test_newer_version_is_shown_and_not_overwritten(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    newer = state_with_items({item_id(page, 0): done_mark()}) | {"version": 3, "new": {"a": 1}}
    store_state(page, newer)
    expect(checkboxes(page).first).to_be_checked()
    expect(page.locator("output.count")).to_contain_text("newer version")
    checkboxes(page).nth(1).check()
    expect(checkboxes(page).nth(1)).to_be_checked()
    page.goto(address + MY_DATA_PAGE)
    expect(page.locator("quarantine-panel")).to_contain_text("newer version")
    page.get_by_role("button", name="Delete (My interview)").or_(
        page.get_by_role("button", name="More (My interview)")
    ).first.click()
    assert saved_state(page) == newer


FILL = """() => {
    for (let size = 4e6; size >= 1; size = Math.floor(size / 2))
        try { for (let n = 0; ; n += 1) localStorage.setItem(`theirs-${size}-${n}`, 'x'.repeat(size)); } catch {}
}"""
EMPTY = "for (const key of Object.keys(localStorage)) if (key.startsWith('theirs')) localStorage.removeItem(key)"


def test_full_storage_keeps_ticks_in_memory_until_there_is_space(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    checkboxes(page).nth(0).check()
    page.evaluate(FILL)
    checkboxes(page).nth(1).check()
    expect(page.locator("output.count")).to_contain_text("storage is full")
    assert set(saved_items(page)) == {item_id(page, 0)}
    checkboxes(page).nth(0).uncheck()
    page.get_by_role("button", name="Reset this list").click()
    page.locator("dialog.ask").get_by_role("button", name="Reset").click()
    page.get_by_role("button", name="Undo").click()
    expect(checkboxes(page).nth(1)).to_be_checked()
    second = open_second_tab(page)
    second.evaluate(EMPTY)
    checkboxes(second).nth(2).check()
    expect(checkboxes(page).nth(2)).to_be_checked()
    checkboxes(page).nth(3).check()
    expect(page.locator("output.count")).not_to_contain_text("storage is full")
    expect(checkboxes(second).nth(1)).to_be_checked()
    states = {id: mark["state"] for id, mark in saved_items(page).items()}
    ids = [item_id(page, at) for at in range(4)]
    assert states == dict(zip(ids, ("todo", "done", "done", "done"), strict=True))


def test_unreadable_state_is_not_overwritten_without_space_for_a_copy(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    page.evaluate("key => localStorage.setItem(key, 'x'.repeat(4e6))", KEY)
    page.reload()
    expect(page.locator("output.count")).to_contain_text("no room to make a copy of it")
    checkboxes(page).nth(0).check()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == "x" * 4_000_000


BLOCKED = {
    "from the start": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    "missing": "Object.defineProperty(window, 'localStorage', { value: null })",
    "for writing": "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }",
}


@pytest.mark.parametrize("script", BLOCKED.values(), ids=BLOCKED)
def test_checklist_works_in_memory_with_blocked_storage(page: Page, address: str, script: str):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(script)
    page.goto(address + CHECKLIST_PAGE)
    checkboxes(page).nth(0).check()
    expect(page.locator("output.count")).to_contain_text("1 of")
    expect(page.locator("output.count")).to_contain_text("gone when you close the page")
    page.get_by_role("button", name="What's left").click()
    expect(checkboxes(page).nth(0)).to_be_hidden()
    assert errors == []


def test_blocked_storage_is_reported_on_every_page_that_saves(page: Page, address: str):
    page.add_init_script(BLOCKED["from the start"])
    for path in ("stories/", "stories/decision/", "stories/scorecard/", "practice/partner/", "print/panel/"):
        page.goto(address + path)
        expect(page.locator(".trouble-note").first).to_contain_text("doesn't let this site save")


def test_only_keys_with_our_prefix_are_written(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    page.evaluate("localStorage.setItem('theirs', 'x')")
    checkboxes(page).first.check()
    page.get_by_role("button", name="Dark mode").click()
    page.reload()
    keys = page.evaluate("Object.keys(localStorage)")
    assert {key for key in keys if not key.startswith("round-two:")} == {"theirs"}


def test_ticks_stay_when_storage_fails_later(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    checkboxes(page).nth(0).check()
    page.evaluate("() => { Storage.prototype.getItem = () => { throw new DOMException('no'); }; }")
    checkboxes(page).nth(1).check()
    expect(page.locator("output.count")).to_contain_text("2 of")
    expect(page.locator("output.count")).to_contain_text("doesn't let this site save")


@pytest.mark.parametrize("year", [1970, 2099, 9999])
def test_latest_answer_wins_after_a_clock_change(page: Page, address: str, year: int):
    page.goto(address + CHECKLIST_PAGE)
    one = item_id(page, 0)
    then = f"{year}-12-31T12:00:00.000Z"
    theirs = state_with_items({one: done_mark(then)})
    store_state(page, theirs)
    page.clock.set_fixed_time("1971-01-01T00:00:00Z")
    checkboxes(page).first.uncheck()
    checkboxes(page).nth(1).check()
    page.reload()
    expect(checkboxes(page).first).not_to_be_checked()
    expect(checkboxes(page).nth(1)).to_be_checked()
    script = (
        "(m, [a, b, id]) => [m.mergeStates(a, b), m.mergeStates(b, a)].map((s) => s.interviews.default.items[id].state)"
    )
    assert call_module(page, "storage/merge", script, [saved_state(page), theirs, one]) == ["todo", "todo"]
