"""Several interviews in one browser, with their own items and undo."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from support.state import (
    CHECKLIST_PAGE,
    EARLIER,
    LATER,
    MY_DATA_PAGE,
    answer_dialog,
    call_module,
    checkboxes,
    done_mark,
    item_id,
    saved_items,
    saved_state,
    state_with_items,
    store_state,
)


def act(page: Page, name: str, interview: str) -> None:
    """Do something with an interview; most of it is out of sight until asked for."""
    more = page.get_by_role("button", name=f"More ({interview})", exact=True)
    if more.get_attribute("aria-expanded") == "false":
        more.click()
    page.get_by_role("button", name=f"{name} ({interview})", exact=True).click()


def test_interviews_are_created_switched_renamed_duplicated_and_archived(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    checkboxes(page).nth(0).check()
    page.goto(address + MY_DATA_PAGE)
    page.get_by_label("Start another interview").fill("  Acme,   panel ")
    page.keyboard.press("Enter")
    expect(page.locator("interview-list .current")).to_contain_text("Acme, panel")
    page.goto(address + CHECKLIST_PAGE)
    expect(checkboxes(page).nth(0)).not_to_be_checked()
    checkboxes(page).nth(1).check()
    page.get_by_label("Interview", exact=True).select_option("My interview")
    expect(checkboxes(page).nth(0)).to_be_checked()
    expect(checkboxes(page).nth(1)).not_to_be_checked()
    page.goto(address + MY_DATA_PAGE)
    act(page, "Rename", "My interview")
    page.get_by_label("New name for My interview").fill("Bolt")
    page.keyboard.press("Enter")
    act(page, "Duplicate", "Bolt")
    expect(page.locator("interview-list .current")).to_contain_text("Copy of Bolt")
    act(page, "Archive", "Copy of Bolt")
    expect(page.get_by_role("button", name="Unarchive (Copy of Bolt)")).to_be_focused()
    names = {one["name"]: len(one["items"]) for one in saved_state(page)["interviews"].values()}
    assert names == {"Bolt": 1, "Acme, panel": 1, "Copy of Bolt": 1}


def test_deleted_interview_can_be_restored_after_a_reload(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    store_state(page, state_with_items({"a-1": done_mark(note="n", noted=EARLIER)}, "Acme"))
    before = saved_state(page)["interviews"]
    act(page, "Delete", "Acme")
    answer_dialog(page, "Keep")
    assert saved_state(page)["interviews"] == before
    act(page, "Delete", "Acme")
    answer_dialog(page, "Delete")
    expect(page.locator("interview-list")).to_contain_text("My interview")
    page.reload()
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    expect(page.locator("interview-list .current")).to_contain_text("Acme")
    assert saved_state(page)["interviews"]["default"] == before["default"]


def test_list_reset_asks_first_and_undo_keeps_later_ticks(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    store_state(page, state_with_items({item_id(page, 0): done_mark(note="mine"), "other-list-item": done_mark()}))
    page.evaluate("localStorage.setItem('theirs', 'x')")
    page.get_by_role("button", name="Reset this list").click()
    expect(page.locator("dialog.ask")).to_contain_text("1 marked item and 1 note")
    answer_dialog(page, "Reset")
    expect(checkboxes(page).nth(0)).not_to_be_checked()
    checkboxes(page).nth(1).check()
    page.get_by_role("button", name="Undo").click()
    expect(checkboxes(page).nth(0)).to_be_checked()
    expect(checkboxes(page).nth(1)).to_be_checked()
    assert saved_items(page)[item_id(page, 0)] == done_mark(note="mine")
    assert saved_items(page)["other-list-item"] == done_mark()
    assert page.evaluate("localStorage.getItem('theirs')") == "x"


def test_reset_interview_stays_reset_after_a_merge(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    kept = {"plan": {"value": {"day": 1}, "at": EARLIER}, "story-a": {"value": "a", "at": LATER}}
    full = state_with_items({"a-1": done_mark(note="n", noted=LATER), "a-2": done_mark(LATER)}, "Acme", kept=kept)
    store_state(page, full)
    act(page, "Reset", "Acme")
    answer_dialog(page, "Reset")
    expect(page.locator("interview-list")).to_contain_text("nothing saved yet")
    script = "(m, [a, b]) => [m.mergeStates(a, b), m.mergeStates(b, a)].map(({ interviews: { default: { items, kept } } }) => [Object.values(items).map(({ state, note }) => [state, note ?? '']), Object.values(kept).map(({ value }) => value)])"
    gone = [[["todo", ""], ["todo", ""]], [None, None]]
    assert call_module(page, "storage/merge", script, [saved_state(page), full]) == [gone, gone]
    call_module(page, "storage/store", "({ store }) => store.setRecord('debrief', 'after')")
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    expect(page.locator("interview-list")).to_contain_text("2 marked items, 1 note, 1 plan, 1 story and 1 other entry")
    back = saved_state(page)["interviews"]["default"]
    assert back["kept"].pop("debrief")["value"] == "after"
    assert back == full["interviews"]["default"]


def test_undo_keeps_later_changes_of_another_tab(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    store_state(page, state_with_items({"a-1": done_mark()}, "Acme", kept={"plan": {"value": 1, "at": EARLIER}}))
    before = saved_state(page)["interviews"]["default"]
    other = page.context.new_page()
    other.goto(page.url)
    # Once and for all: Chromium now and then drops the promise of an import in a tab behind another.
    call_module(other, "storage/store", "({ store }) => { globalThis.store = store; }")

    def between(name: str) -> None:
        page.bring_to_front()
        other.evaluate("id => { store.setStatus({ id, rev: 1 }, 'done'); store.setRecord(id, id); }", name)
        page.wait_for_function("id => localStorage.getItem('round-two:state').includes(id)", arg=name, polling=100)

    act(page, "Duplicate", "Acme")
    between("in-the-copy")
    act(page, "Rename", "Acme")
    page.get_by_label("New name for Acme").fill("Bolt")
    page.keyboard.press("Enter")
    between("after-renaming")
    act(page, "Reset", "Bolt")
    answer_dialog(page, "Reset")
    expect(page.locator("undo-bar")).to_contain_text("Reset “Bolt”")
    for _ in range(3):
        label = page.locator("undo-bar").inner_text()
        page.locator("undo-bar").get_by_role("button", name="Undo").click()
        expect(page.locator("undo-bar")).not_to_contain_text(label.partition(".")[0])
    after = saved_state(page)["interviews"]
    assert after.pop("default") == before
    (copy,) = after.values()
    assert {"in-the-copy", "after-renaming"} < set(copy["items"])
    assert {"in-the-copy", "after-renaming"} < set(copy["kept"])


CHANGE_A_SCORE = """() => {
    const search = Element.prototype.querySelector;
    let searches = 0;
    Element.prototype.querySelector = function (...given) { searches += 1; return search.apply(this, given); };
    const select = [...document.querySelectorAll("select")].find(({ name }) => name.startsWith("score-i-5-"));
    select.value = "5";
    select.dispatchEvent(new Event("change"));
    return searches;
}"""


def test_decision_sheet_takes_a_thousand_interviews(visit: Callable[..., Page], guide: Guide):
    scores = {f"score-{factor.id}": {"score": 3, "sure": 1} for factor in guide.terms("factors")}
    page = visit("stories/decision/", scores, **{f"i-{at}": (f"Firm {at}", scores) for at in range(999)})
    expect(page.locator(".range")).to_have_count(1000)
    # To search the page for each of the fields would take quadratic time.
    assert page.evaluate(CHANGE_A_SCORE) < 100
    expect(page.locator(".range", has_text="Firm 5 between")).not_to_contain_text("3.0 by your scores")
    saved = saved_state(page)["interviews"]["i-5"]["kept"]
    assert [one["value"]["score"] for one in saved.values()].count(5) == 1
