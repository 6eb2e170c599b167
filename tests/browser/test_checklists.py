"""A list in use: three states, notes, filters, links, progress, and every control by keyboard and touch."""

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from support.state import (
    DATA,
    LIST,
    another_tab,
    boxes,
    done,
    item,
    items,
    saved,
    state,
    store,
)
from support.waiting import HeldRequests, stop_time


def more(page: Page, at: int) -> None:
    """Show what can be done with an item beside ticking it."""
    page.locator("check-list .more-button").nth(at).click()


def test_not_for_me_leaves_the_whole(page: Page, address: str):
    """A skipped item is no part of the count, and says so without colour; a tick takes it back."""
    page.goto(address + LIST)
    total = boxes(page).count()
    button = page.get_by_role("button", name="Not for me")
    expect(button).to_have_count(0)
    more(page, 0)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("output.count")).to_contain_text(f"0 of {total - 1} done, 1 not for you")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    boxes(page).first.check()
    expect(button).to_have_count(0)
    expect(page.locator(".phase-progress").first).to_contain_text("1 of")
    assert items(page)[item(page, 0)]["state"] == "done"


def test_a_row_works_by_keyboard_and_keeps_the_focus(page: Page, address: str):
    """Space ticks; what an item hides is shown by its button, comes next, and gives the focus back."""
    page.goto(address + LIST)
    boxes(page).first.focus()
    page.keyboard.press("Space")
    expect(boxes(page).first).to_be_checked()
    page.locator(".more-button").first.focus()
    page.keyboard.press("Enter")
    for name in ("Not for me (", "Note ("):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".item-note textarea").first).to_be_focused()
    page.get_by_role("button", name="Not for me").press("Enter")
    more(page, 0)
    page.get_by_role("button", name="Not for me").press("Enter")
    expect(page.locator(".more-button").first).to_be_focused()
    assert items(page)[item(page, 0)]["state"] == "todo"


def test_a_tick_made_before_the_script_has_come_is_kept(page: Page, address: str):
    """On a slow line the boxes are there before the script; what is ticked then counts."""
    held = HeldRequests(page, "**/check-list.mjs")
    page.goto(address + LIST, wait_until="commit")
    boxes(page).nth(1).check()
    boxes(page).nth(1).press("Enter")
    held.release()
    expect(page.locator("output.count")).to_contain_text("1 of")
    page.unroute(held.pattern)
    page.reload()
    expect(boxes(page).nth(1)).to_be_checked()


def test_what_assistive_technology_is_told(page: Page, address: str):
    """Names tell items apart; the count is said once a change, as one short sentence."""
    page.goto(address + LIST)
    more(page, 0)
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
          - button "What is left"
          - button "Essentials"
          - combobox "Phase"
    """)
    page.evaluate("""() => {
        window.said = [];
        for (const live of document.querySelectorAll('output, [role=status], [aria-live]'))
            new MutationObserver(() => said.push(live.textContent)).observe(live, {childList: true, characterData: true, subtree: true});
    }""")
    boxes(page).first.check()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert [text.split(" of ")[0] for text in page.evaluate("said")] == ["1"]


def test_a_note_stays_whatever_happens_to_the_tick(page: Page, address: str):
    """Also when the page is left while the note is being written; a note alone is no answer."""
    page.goto(address + LIST)
    more(page, 0)
    page.get_by_role("button", name="Note (").click()
    page.keyboard.type("<b>Ask Priya</b>")
    page.reload()
    expect(page.locator(".item-note textarea").first).to_have_value("<b>Ask Priya</b>")
    assert items(page)[item(page, 0)]["at"] == ""
    boxes(page).first.check()
    boxes(page).first.uncheck()
    assert items(page)[item(page, 0)]["note"] == "<b>Ask Priya</b>"


def test_a_note_goes_to_the_interview_it_was_written_in(page: Page, address: str):
    """Though another tab goes on with another interview while it is being written."""
    page.goto(address + LIST)
    two = saved({}, "Acme")
    two["interviews"]["bolt"] = saved({}, "Bolt")["interviews"]["default"]
    store(page, two)
    other = another_tab(page)
    more(page, 0)
    page.get_by_role("button", name="Note (").click()
    page.keyboard.type("For Acme")
    other.get_by_label("Interview", exact=True).select_option("Bolt")
    expect(page.get_by_label("Interview", exact=True)).to_have_value("bolt")
    expect(page.locator(".item-note textarea").first).to_have_value("")
    stored = state(page)["interviews"]
    assert stored["default"]["items"][item(page, 0)]["note"] == "For Acme"
    assert stored["bolt"]["items"] == {}


def test_filters_live_in_the_address(page: Page, address: str):
    """What was just ticked stays until the filter changes; a link to a hidden item shows it."""
    page.goto(address + LIST)
    total = boxes(page).count()
    boxes(page).nth(0).check()
    page.get_by_role("button", name="What is left").click()
    expect(boxes(page).nth(0)).to_be_hidden()
    expect(page.locator("output.count")).to_contain_text("1 item hidden")
    boxes(page).nth(1).check()
    expect(boxes(page).nth(1)).to_be_visible()
    assert page.url.endswith("?left")
    page.reload()
    expect(page.locator("check-list li:visible input[data-item]")).to_have_count(total - 2)
    page.get_by_label("Phase").select_option("the-day")
    assert page.url.endswith("?left&phase=the-day")
    page.goto(page.url + "#" + item(page, 0))
    page.reload()
    expect(boxes(page).nth(0)).to_be_visible()
    page.goto(page.url.partition("?")[0].partition("#")[0] + "?essential")
    expect(page.locator("check-list li:visible:not(.essential)")).to_have_count(0)
    page.goto(address + LIST + "#%")
    page.reload()
    expect(page.locator("output.count")).to_contain_text("done")


def test_a_link_to_an_entry_is_copied_and_opens_what_is_folded(page: Page, address: str):
    """The entry is in sight, marked, and has the focus; a broken address does no harm."""
    page.goto(address + LIST)
    more(page, 0)
    page.locator("check-list .permalink").first.click()
    expect(page.locator("check-list .permalink").first).to_have_attribute("data-said", "Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}{LIST}#{item(page, 0)}"
    page.goto("about:blank")
    page.goto(link)
    target = page.locator(".arrived")
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()
    page.goto(address + LIST + "#%E0%A4%A")
    boxes(page).first.check()
    expect(page.locator("output.count")).to_contain_text("1 of")


def test_a_link_into_a_folded_part_waits_for_what_is_above_it(
    open_page: Callable[..., Page], address: str
):
    """What is held back cannot take the focus."""
    page = open_page(LIST)
    boxes(page).first.check()
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


def test_progress_over_all_stands_on_the_home_page(page: Page, address: str):
    """Only lists that were begun count; a first visit sees nothing and loads nothing for it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(page.locator("progress-overview")).to_be_hidden()
    assert not [url for url in asked if url.endswith("items.json")]
    page.goto(address + LIST)
    total = boxes(page).count()
    boxes(page).nth(0).check()
    more(page, 1)
    page.get_by_role("button", name="Not for me").click()
    page.goto(address)
    words = f"1 of {total - 1} done, 1 not for you"
    expect(page.locator("progress-overview .overall")).to_contain_text(words)
    lists = page.locator("progress-overview .progress-list")
    expect(lists.first).to_contain_text("Panel interview")
    expect(lists.last).to_contain_text("A week before")


def test_the_reminder_is_rare(page: Page, address: str):
    """Only with something to lose, and not again for two weeks."""
    page.goto(address + LIST)
    reminder = page.locator("backup-reminder")
    store(page, saved({f"a-{n}": done() for n in range(14)}))
    expect(reminder).to_be_hidden()
    store(page, saved({f"a-{n}": done() for n in range(15)}))
    reminder.get_by_role("button", name="Not now").click()
    expect(reminder).to_be_hidden()
    page.reload()
    expect(reminder).to_be_hidden()


def test_controls_are_named_and_large_enough(open_page: Callable[..., Page], address: str):
    """At 360 pixels and with text twice as large: targets of 24 pixels, nothing to push sideways, nothing for axe."""
    page = open_page(LIST, viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    marks = {
        item(page, 0): {**done(), "rev": 0, "note": "n" * 300},
        item(page, 1): {**done(), "state": "skipped"},
        "gone-1": done(),
    }
    store(page, saved(marks, "A" * 80))
    for path, part in ((LIST, "check-list"), (DATA, "article"), ("", "progress-overview")):
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


def test_without_javascript_no_control_is_dead(open_page: Callable[..., Page]):
    """The list, its phases and its links are there; what needs a script is not."""
    page = open_page(LIST, java_script_enabled=False)
    assert boxes(page).count() > 10
    assert page.locator("check-list .permalink").first.is_visible()
    assert page.locator(":is(button, select, textarea, form.scripted):visible").count() == 0


def test_the_list_of_all_items_is_whole(page: Page, address: str):
    """Each item of a page is in it, with its list, phase and revision."""
    page.goto(address + LIST)
    guide = page.request.get(address + "api/v1/items.json").json()
    on_page = page.locator("check-list input[data-item]").evaluate_all(
        "all => all.map((e) => [e.dataset.item, Number(e.dataset.rev), e.closest('fieldset').dataset.phase])"
    )
    listed = [
        [one["id"], one["rev"], one["phase"]] for one in guide["items"] if one["list"] == "panel"
    ]
    assert sorted(on_page) == sorted(listed)
    assert guide["count"] == len(guide["items"]) == len({one["id"] for one in guide["items"]})
