"""Several tabs at once: nothing that was ticked is lost, and what was taken back stays so."""

import json

from playwright.sync_api import Page, expect

from support.state import KEY, LIST, OLD, another_tab, boxes, done, item, items, saved, store


def test_simultaneous_writes_of_three_tabs_are_all_saved(page: Page, address: str):
    page.goto(address + LIST)
    tabs = [page, another_tab(page), another_tab(page)]
    count = boxes(page).count()
    moment = page.evaluate("Date.now() + 500")
    for start, tab in enumerate(tabs):
        tab.evaluate(
            """async ([start, tabs, moment]) => {
                const { store } = await import('/assets/js/storage/store.mjs');
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
    assert len(items(page)) == count + 3
    assert sum(mark["state"] == "done" for mark in items(page).values()) == count


def test_tick_overwritten_by_a_stale_tab_is_restored(page: Page, address: str):
    page.goto(address + LIST)
    second = another_tab(page)
    boxes(page).nth(0).check()
    theirs = saved({item(page, 1): done()})
    second.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(theirs)])
    expect(boxes(page).nth(1)).to_be_checked()
    expect(boxes(second).nth(0)).to_be_checked()
    assert set(items(page)) == {item(page, 0), item(page, 1)}


def test_last_write_of_a_closed_tab_is_restored_by_another(page: Page, address: str):
    page.goto(address + LIST)
    boxes(page).nth(0).check()
    theirs = page.evaluate(
        """([key, id]) => {
            const state = JSON.parse(localStorage.getItem(key));
            const now = { state: 'done', rev: 1, at: '2026-01-01T00:00:00.000Z' };
            const theirs = { ...state, seen: { pother: 1 }, last: [{ part: 'items', id: 'default', key: id, now }] };
            dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(theirs) }));
            return id;
        }""",
        [KEY, item(page, 1)],
    )
    expect(boxes(page).nth(1)).to_be_checked()
    assert set(items(page)) == {item(page, 0), theirs}


def test_undo_in_another_tab_is_not_reverted(page: Page, address: str):
    page.goto(address + LIST)
    store(page, saved({item(page, 0): done(note="mine", noted=OLD)}))
    page.get_by_role("button", name="Reset this list").click()
    page.locator("dialog.ask").get_by_role("button", name="Reset").click()
    second = another_tab(page)
    second.get_by_role("button", name="Undo").click()
    expect(boxes(page).nth(0)).to_be_checked()
    expect(page.locator("undo-bar")).to_be_hidden()
    assert items(second)[item(page, 0)] == done(note="mine", noted=OLD)


def test_back_button_shows_ticks_of_this_and_other_tabs(page: Page, address: str):
    page.goto(address + LIST)
    boxes(page).nth(0).check()
    other = another_tab(page)
    page.goto(address + "api/v1/index.json")
    boxes(other).nth(1).check()
    page.go_back()
    expect(boxes(page).nth(0)).to_be_checked()
    expect(boxes(page).nth(1)).to_be_checked()
