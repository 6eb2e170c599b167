"""Several interviews on one device: each has its own ticks, and none is lost by what is done to another."""

from playwright.sync_api import Page, expect

from support.state import (
    DATA,
    LATER,
    LIST,
    OLD,
    answer,
    boxes,
    done,
    item,
    items,
    module,
    saved,
    state,
    store,
)


def act(page: Page, name: str, interview: str) -> None:
    """Do something with an interview; most of it is out of sight until asked for."""
    more = page.get_by_role("button", name=f"More ({interview})", exact=True)
    if more.get_attribute("aria-expanded") == "false":
        more.click()
    page.get_by_role("button", name=f"{name} ({interview})", exact=True).click()


def test_interviews_are_created_switched_renamed_duplicated_and_archived(page: Page, address: str):
    page.goto(address + LIST)
    boxes(page).nth(0).check()
    page.goto(address + DATA)
    page.get_by_label("Another interview").fill("  Acme,   panel ")
    page.keyboard.press("Enter")
    expect(page.locator("interview-list .current")).to_contain_text("Acme, panel")
    page.goto(address + LIST)
    expect(boxes(page).nth(0)).not_to_be_checked()
    boxes(page).nth(1).check()
    page.get_by_label("Interview", exact=True).select_option("My interview")
    expect(boxes(page).nth(0)).to_be_checked()
    expect(boxes(page).nth(1)).not_to_be_checked()
    page.goto(address + DATA)
    act(page, "Rename", "My interview")
    page.get_by_label("New name of My interview").fill("Bolt")
    page.keyboard.press("Enter")
    act(page, "Duplicate", "Bolt")
    expect(page.locator("interview-list .current")).to_contain_text("Copy of Bolt")
    act(page, "Archive", "Copy of Bolt")
    expect(page.get_by_role("button", name="Bring back (Copy of Bolt)")).to_be_focused()
    names = {one["name"]: len(one["items"]) for one in state(page)["interviews"].values()}
    assert names == {"Bolt": 1, "Acme, panel": 1, "Copy of Bolt": 1}


def test_deleted_interview_can_be_restored_after_a_reload(page: Page, address: str):
    page.goto(address + DATA)
    store(page, saved({"a-1": done(note="n", noted=OLD)}, "Acme"))
    before = state(page)["interviews"]
    act(page, "Delete", "Acme")
    answer(page, "Keep")
    assert state(page)["interviews"] == before
    act(page, "Delete", "Acme")
    answer(page, "Delete")
    expect(page.locator("interview-list")).to_contain_text("My interview")
    page.reload()
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    expect(page.locator("interview-list .current")).to_contain_text("Acme")
    assert state(page)["interviews"]["default"] == before["default"]


def test_list_reset_asks_first_and_undo_keeps_later_ticks(page: Page, address: str):
    page.goto(address + LIST)
    store(page, saved({item(page, 0): done(note="mine"), "other-list-item": done()}))
    page.evaluate("localStorage.setItem('theirs', 'x')")
    page.get_by_role("button", name="Reset this list").click()
    expect(page.locator("dialog.ask")).to_contain_text("1 mark and 1 note")
    answer(page, "Reset")
    expect(boxes(page).nth(0)).not_to_be_checked()
    boxes(page).nth(1).check()
    page.get_by_role("button", name="Undo").click()
    expect(boxes(page).nth(0)).to_be_checked()
    expect(boxes(page).nth(1)).to_be_checked()
    assert items(page)[item(page, 0)] == done(note="mine")
    assert items(page)["other-list-item"] == done()
    assert page.evaluate("localStorage.getItem('theirs')") == "x"


def test_reset_interview_stays_reset_after_a_merge(page: Page, address: str):
    page.goto(address + DATA)
    kept = {"plan": {"value": {"day": 1}, "at": OLD}, "story-a": {"value": "a", "at": LATER}}
    full = saved({"a-1": done(note="n", noted=LATER), "a-2": done(LATER)}, "Acme", kept=kept)
    store(page, full)
    act(page, "Reset", "Acme")
    answer(page, "Reset")
    expect(page.locator("interview-list")).to_contain_text("0 marks")
    script = "(m, [a, b]) => [m.mergeStates(a, b), m.mergeStates(b, a)].map(({ interviews: { default: { items, kept } } }) => [Object.values(items).map(({ state, note }) => [state, note ?? '']), Object.values(kept).map(({ value }) => value)])"
    gone = [[["todo", ""], ["todo", ""]], [None, None]]
    assert module(page, "storage/merge", script, [state(page), full]) == [gone, gone]
    module(page, "storage/store", "({ store }) => store.setRecord('debrief', 'after')")
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    expect(page.locator("interview-list")).to_contain_text("2 marks, 1 note")
    back = state(page)["interviews"]["default"]
    assert back["kept"].pop("debrief")["value"] == "after"
    assert back == full["interviews"]["default"]


def test_undo_keeps_later_changes_of_another_tab(page: Page, address: str):
    page.goto(address + DATA)
    store(page, saved({"a-1": done()}, "Acme", kept={"plan": {"value": 1, "at": OLD}}))
    before = state(page)["interviews"]["default"]
    other = page.context.new_page()
    other.goto(page.url)
    # Once and for all: Chromium now and then drops the promise of an import in a tab behind another.
    module(other, "storage/store", "({ store }) => { globalThis.store = store; }")

    def between(name: str) -> None:
        page.bring_to_front()
        other.evaluate(
            "id => { store.setStatus({ id, rev: 1 }, 'done'); store.setRecord(id, id); }", name
        )
        page.wait_for_function(
            "id => localStorage.getItem('round-two:state').includes(id)", arg=name, polling=100
        )

    act(page, "Duplicate", "Acme")
    between("in-the-copy")
    act(page, "Rename", "Acme")
    page.get_by_label("New name of Acme").fill("Bolt")
    page.keyboard.press("Enter")
    between("after-renaming")
    act(page, "Reset", "Bolt")
    answer(page, "Reset")
    expect(page.locator("undo-bar")).to_contain_text("Reset “Bolt”")
    for _ in range(3):
        label = page.locator("undo-bar").inner_text()
        page.locator("undo-bar").get_by_role("button", name="Undo").click()
        expect(page.locator("undo-bar")).not_to_contain_text(label.partition(".")[0])
    after = state(page)["interviews"]
    assert after.pop("default") == before
    (copy,) = after.values()
    assert {"in-the-copy", "after-renaming"} < set(copy["items"])
    assert {"in-the-copy", "after-renaming"} < set(copy["kept"])
