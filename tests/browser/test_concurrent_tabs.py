"""Several tabs that write to the same saved state."""

import json

from playwright.sync_api import Page, expect

from support.state import (
    CHECKLIST_PAGE,
    EARLIER,
    KEY,
    call_module,
    checkboxes,
    done_mark,
    item_id,
    open_second_tab,
    saved_items,
    state_with_items,
    store_state,
)


def test_simultaneous_writes_of_three_tabs_are_all_saved(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    tabs = [page, open_second_tab(page), open_second_tab(page)]
    count = checkboxes(page).count()
    moment = page.evaluate("Date.now() + 500")
    for start, tab in enumerate(tabs):
        call_module(
            tab,
            "storage/store",
            """({ store }, [start, tabs, moment]) => {
                setTimeout(() => {
                    const all = [...document.querySelectorAll('check-list input[data-item]')];
                    for (let at = start; at < all.length; at += tabs) all[at].click();
                    for (let at = 0; at < 5; at += 1) store.setRecord(`story-${start}-${at}`, { at });
                    store.setNote({ id: `noted-${start}`, rev: 1 }, 'mine');
                }, moment - Date.now());
            }""",
            [start, len(tabs), moment],
        )
    for tab in tabs:
        words = f"{count} of {count} done"
        expect(tab.locator("output.count")).to_contain_text(words)
    page.wait_for_function(
        "key => Object.keys(JSON.parse(localStorage.getItem(key)).interviews.default.kept).length === 15",
        arg=KEY,
        polling=100,
    )
    assert len(saved_items(page)) == count + 3
    assert sum(mark["state"] == "done" for mark in saved_items(page).values()) == count


def test_tick_overwritten_by_a_stale_tab_is_restored(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    second = open_second_tab(page)
    checkboxes(page).nth(0).check()
    theirs = state_with_items({item_id(page, 1): done_mark()})
    second.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(theirs)])
    expect(checkboxes(page).nth(1)).to_be_checked()
    expect(checkboxes(second).nth(0)).to_be_checked()
    assert set(saved_items(page)) == {item_id(page, 0), item_id(page, 1)}


def test_last_write_of_a_closed_tab_is_restored_by_another(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    checkboxes(page).nth(0).check()
    theirs = page.evaluate(
        """([key, id]) => {
            const state = JSON.parse(localStorage.getItem(key));
            const now = { state: 'done', rev: 1, at: '2026-01-01T00:00:00.000Z' };
            const theirs = { ...state, seen: { pother: 1 }, last: [{ part: 'items', id: 'default', key: id, now }] };
            dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(theirs) }));
            return id;
        }""",
        [KEY, item_id(page, 1)],
    )
    expect(checkboxes(page).nth(1)).to_be_checked()
    assert set(saved_items(page)) == {item_id(page, 0), theirs}


def test_undo_in_another_tab_is_not_reverted(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    store_state(page, state_with_items({item_id(page, 0): done_mark(note="mine", noted=EARLIER)}))
    page.get_by_role("button", name="Reset this list").click()
    page.locator("dialog.ask").get_by_role("button", name="Reset").click()
    second = open_second_tab(page)
    second.get_by_role("button", name="Undo").click()
    expect(checkboxes(page).nth(0)).to_be_checked()
    expect(page.locator("undo-bar")).to_be_hidden()
    assert saved_items(second)[item_id(page, 0)] == done_mark(note="mine", noted=EARLIER)


def test_back_button_shows_ticks_of_this_and_other_tabs(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    checkboxes(page).nth(0).check()
    other = open_second_tab(page)
    page.goto(address + "api/v1/index.json")
    checkboxes(other).nth(1).check()
    page.go_back()
    expect(checkboxes(page).nth(0)).to_be_checked()
    expect(checkboxes(page).nth(1)).to_be_checked()
