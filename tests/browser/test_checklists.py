"""Checklists: states, notes, filters, links, progress, keyboard and touch."""

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from support.state import (
    CHECKLIST_PAGE,
    MY_DATA_PAGE,
    call_module,
    checkboxes,
    done_mark,
    item_id,
    open_second_tab,
    saved_items,
    saved_state,
    show_item_tools,
    state_with_items,
    store_state,
)
from support.waiting import HeldRequests, stop_time


def test_skipped_items_are_excluded_from_progress(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    total = checkboxes(page).count()
    button = page.get_by_role("button", name="Not for me")
    expect(button).to_have_count(0)
    show_item_tools(page, 0)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("output.count")).to_contain_text(f"0 of {total - 1} done, 1 not for you")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    checkboxes(page).first.check()
    expect(button).to_have_count(0)
    expect(page.locator(".phase-progress").first).to_contain_text("1 of")
    assert saved_items(page)[item_id(page, 0)]["state"] == "done"


def test_checklist_row_works_by_keyboard_and_keeps_the_focus(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    checkboxes(page).first.focus()
    page.keyboard.press("Space")
    expect(checkboxes(page).first).to_be_checked()
    page.locator(".more-button").first.focus()
    page.keyboard.press("Enter")
    for name in ("Not for me (", "Note ("):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".item-note textarea").first).to_be_focused()
    page.get_by_role("button", name="Not for me").press("Enter")
    show_item_tools(page, 0)
    page.get_by_role("button", name="Not for me").press("Enter")
    expect(page.locator(".more-button").first).to_be_focused()
    assert saved_items(page)[item_id(page, 0)]["state"] == "todo"


def test_tick_before_the_script_loads_is_saved(page: Page, address: str):
    held = HeldRequests(page, "**/check-list.mjs")
    page.goto(address + CHECKLIST_PAGE, wait_until="commit")
    checkboxes(page).nth(1).check()
    checkboxes(page).nth(1).press("Enter")
    held.release()
    expect(page.locator("output.count")).to_contain_text("1 of")
    page.unroute(held.pattern)
    page.reload()
    expect(checkboxes(page).nth(1)).to_be_checked()


def test_checklist_names_its_controls_and_announces_each_count_once(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    show_item_tools(page, 0)
    what = page.locator("check-list .what").first.inner_text()
    expect(page.locator("check-list li").first).to_match_aria_snapshot(f"""
        - checkbox "{what}"
        - paragraph:
          - button "More ({what})" [expanded]
        - paragraph:
          - button "Not for me ({what})"
          - button "Note ({what})"
    """)
    expect(page.locator("check-list")).to_match_aria_snapshot("""
        - status: /0 of \\d+ done./
        - group "Show":
          - button "What's left"
          - button "Essentials"
          - combobox "Phase"
    """)
    page.evaluate("""() => {
        window.said = [];
        for (const live of document.querySelectorAll('output, [role=status], [aria-live]'))
            new MutationObserver(() => said.push(live.textContent)).observe(live, {childList: true, characterData: true, subtree: true});
    }""")
    checkboxes(page).first.check()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert [text.split(" of ")[0] for text in page.evaluate("said")] == ["1"]


def test_note_is_kept_when_the_tick_changes(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    show_item_tools(page, 0)
    page.get_by_role("button", name="Note (").click()
    page.keyboard.type("<b>Ask Priya</b>")
    page.reload()
    expect(page.locator(".item-note textarea").first).to_have_value("<b>Ask Priya</b>")
    assert saved_items(page)[item_id(page, 0)]["at"] == ""
    checkboxes(page).first.check()
    checkboxes(page).first.uncheck()
    assert saved_items(page)[item_id(page, 0)]["note"] == "<b>Ask Priya</b>"


def test_note_is_saved_in_the_interview_where_it_was_started(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    two = state_with_items({}, "Acme")
    two["interviews"]["bolt"] = state_with_items({}, "Bolt")["interviews"]["default"]
    store_state(page, two)
    other = open_second_tab(page)
    show_item_tools(page, 0)
    page.get_by_role("button", name="Note (").click()
    page.keyboard.type("For Acme")
    other.get_by_label("Interview", exact=True).select_option("Bolt")
    expect(page.get_by_label("Interview", exact=True)).to_have_value("bolt")
    expect(page.locator(".item-note textarea").first).to_have_value("")
    stored = saved_state(page)["interviews"]
    assert stored["default"]["items"][item_id(page, 0)]["note"] == "For Acme"
    assert stored["bolt"]["items"] == {}


def test_checklist_filters_are_part_of_the_url(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    total = checkboxes(page).count()
    checkboxes(page).nth(0).check()
    page.get_by_role("button", name="What's left").click()
    expect(checkboxes(page).nth(0)).to_be_hidden()
    expect(page.locator("output.count")).to_contain_text("1 item hidden")
    checkboxes(page).nth(1).check()
    expect(checkboxes(page).nth(1)).to_be_visible()
    assert page.url.endswith("?left")
    page.reload()
    expect(page.locator("check-list li:visible input[data-item]")).to_have_count(total - 2)
    page.get_by_label("Phase").select_option("the-day")
    assert page.url.endswith("?left&phase=the-day")
    page.goto(page.url + "#" + item_id(page, 0))
    page.reload()
    expect(checkboxes(page).nth(0)).to_be_visible()
    page.goto(page.url.partition("?")[0].partition("#")[0] + "?essential")
    expect(page.locator("check-list li:visible:not(.essential)")).to_have_count(0)
    essentials = page.locator("check-list li.essential").count()
    expect(page.locator("output.count")).to_contain_text(f" of {essentials} done")
    assert sum(int(text.split()[2]) for text in page.locator(".phase-progress:visible").all_inner_texts()) == essentials
    page.goto(address + CHECKLIST_PAGE + "#%")
    page.reload()
    expect(page.locator("output.count")).to_contain_text("done")


def test_permalink_is_copied_and_focuses_its_entry(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    show_item_tools(page, 0)
    call_module(page, "lib/permalinks", "() => undefined")  # once it is loaded, it copies the link
    page.locator("check-list .permalink").first.click()
    expect(page.get_by_text("Link copied.")).to_be_attached()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}{CHECKLIST_PAGE}#{item_id(page, 0)}"
    page.goto("about:blank")
    page.goto(link)
    target = page.locator(".arrived")
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()
    page.goto(address + CHECKLIST_PAGE + "#%E0%A4%A")
    checkboxes(page).first.check()
    expect(page.locator("output.count")).to_contain_text("1 of")


def test_link_into_closed_details_waits_for_late_widgets_above(open_page: Callable[..., Page], address: str):
    page = open_page(CHECKLIST_PAGE)
    checkboxes(page).first.check()
    stop_time(page)
    held = HeldRequests(page, "**/items.json")
    page.goto(address, wait_until="domcontentloaded")
    page.clock.run_for(1000)
    held.wait_for()
    folded = page.locator("details.more dl.changes > div").first
    page.evaluate("id => { location.hash = id }", folded.get_attribute("id"))
    expect(folded).to_be_hidden()
    held.release()
    page.clock.resume()
    expect(folded).to_be_visible()
    expect(folded).to_be_focused()


def test_checklist_controls_are_accessible_and_fit_a_phone(open_page: Callable[..., Page], address: str):
    page = open_page(CHECKLIST_PAGE, viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    marks = {
        item_id(page, 0): {**done_mark(), "rev": 0, "note": "n" * 300},
        item_id(page, 1): {**done_mark(), "state": "skipped"},
        "gone-1": done_mark(),
    }
    store_state(page, state_with_items(marks, "A" * 80))
    for path, part in ((CHECKLIST_PAGE, "check-list"), (MY_DATA_PAGE, "article"), ("", "progress-overview")):
        page.goto(address + path)
        page.locator(part).locator("visible=true").first.wait_for()
        for one in page.locator("[aria-expanded=false]:visible", has_text="More").all()[:1]:
            one.click()
        for one in page.locator(".more-button").all()[:3]:
            one.click()
        small = page.evaluate("""() => [...document.querySelectorAll('article button, article select, article input, .item-tools a')]
            .filter((e) => e.checkVisibility()).map((e) => [e.closest('label') ?? e, e])
            .filter(([e]) => e.getBoundingClientRect().height < 24).map(([, e]) => e.outerHTML.slice(0, 90))""")
        assert small == []
        for scheme in ("default", "slate"):
            page.evaluate("name => { document.body.dataset.mdColorScheme = name }", scheme)
            found = Axe().run(page, context=part, options={"resultTypes": ["violations"]})
            violations = found.response["violations"]
            assert [(one["id"], one["nodes"][0]["html"][:100]) for one in violations] == []
        for size in ("100%", "200%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            wide = page.evaluate(
                """part => [...document.querySelectorAll(part + ', ' + part + ' *')]
                .filter((e) => e.checkVisibility() && !e.closest('.sr') && e.getBoundingClientRect().right > innerWidth + 1)
                .map((e) => e.outerHTML.slice(0, 90))""",
                part,
            )
            assert wide == [], (path, size)


def test_checklist_without_javascript_shows_no_scripted_controls(open_page: Callable[..., Page]):
    page = open_page(CHECKLIST_PAGE, java_script_enabled=False)
    assert checkboxes(page).count() > 10
    assert page.locator("check-list .permalink").first.is_visible()
    assert page.locator(":is(button, select, textarea, form.scripted):visible").count() == 0
