"""Progress on the home page, the backup reminder and the published list of items."""

from playwright.sync_api import Page, expect

from support.state import CHECKLIST_PAGE, checkboxes, done_mark, show_item_tools, state_with_items, store_state


def test_home_page_shows_the_progress_of_begun_lists(page: Page, address: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(page.locator("progress-overview")).to_be_hidden()
    assert not [url for url in asked if url.endswith("items.json")]
    page.goto(address + CHECKLIST_PAGE)
    total = checkboxes(page).count()
    checkboxes(page).nth(0).check()
    show_item_tools(page, 1)
    page.get_by_role("button", name="Not for me").click()
    page.goto(address)
    words = f"1 of {total - 1} done, 1 not for you"
    expect(page.locator("progress-overview .overall")).to_contain_text(words)
    lists = page.locator("progress-overview .progress-list")
    expect(lists.first).to_contain_text("Panel interview")
    expect(lists.last).to_contain_text("A week before")


def test_backup_reminder_appears_with_enough_marks_and_can_be_postponed(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    reminder = page.locator("backup-reminder")
    store_state(page, state_with_items({f"a-{n}": done_mark() for n in range(14)}))
    expect(reminder).to_be_hidden()
    store_state(page, state_with_items({f"a-{n}": done_mark() for n in range(15)}))
    reminder.get_by_role("button", name="Not now").click()
    expect(reminder).to_be_hidden()
    page.reload()
    expect(reminder).to_be_hidden()


def test_published_item_list_matches_the_page(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    guide = page.request.get(address + "api/v1/items.json").json()
    on_page = page.locator("check-list input[data-item]").evaluate_all(
        "all => all.map((e) => [e.dataset.item, Number(e.dataset.rev), e.closest('fieldset').dataset.phase])"
    )
    listed = [[one["id"], one["rev"], one["phase"]] for one in guide["items"] if one["list"] == "panel"]
    assert sorted(on_page) == sorted(listed)
    assert guide["count"] == len(guide["items"]) == len({one["id"] for one in guide["items"]})
