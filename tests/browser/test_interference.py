"""What comes between a reader and the page: other tabs, translation, keyboard layouts, input methods and autofill."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from support.plan import PLAN, saved_plan_value
from support.state import MY_DATA_PAGE, call_module, open_second_tab, saved_value
from support.waiting import wait_until

Visit = Callable[..., Page]


def test_message_keeps_focus_and_keystrokes_while_another_tab_changes_the_plan(planned: Visit):
    page = planned({**PLAN, "date": "2026-11-26"})
    other = open_second_tab(page)
    page.locator("#write-after-thank-each > summary").click()
    body = page.locator("#after-thank-each-body")
    body.fill("One")
    for company, text in (("Acme", " two"), ("Bolt", " three")):
        call_module(other, "plan/plan-data", CHANGE_PLAN, {"company": company})
        wait_until(page, "company => document.querySelector('[name=company]').value === company", company)
        settle(page)
        page.keyboard.type(text)
        expect(body).to_be_focused()
    expect(body).to_have_value("One two three")
    page.locator("#news > summary").click()
    page.locator("#event-what").select_option("offer")
    call_module(other, "plan/plan-data", CHANGE_PLAN, {"company": "Corner Bakery"})
    settle(page)
    page.locator("#news > summary").focus()
    expect(page.locator(".plan-kicker")).to_contain_text("Corner Bakery")
    expect(page.locator("#event-what")).to_have_value("offer")
    expect(body).to_have_value("One two three")
    other.close()


CHANGE_PLAN = """async (m, part) => {
    const { store } = await import("/assets/js/storage/store.mjs");
    m.updatePlan(store, (plan) => Object.assign(plan, part));
}"""


def settle(page: Page) -> None:
    """Let a change that has arrived be drawn: the guide is in memory, so a few tasks are enough."""
    page.evaluate("async () => { for (let at = 0; at < 5; at += 1) await new Promise(requestAnimationFrame); }")


def test_story_of_a_person_keeps_what_is_being_typed(planned: Visit):
    page = planned(PLAN)
    other = open_second_tab(page)
    field = page.locator("#story-for-a")
    field.press_sequentially("Night")
    call_module(other, "plan/plan-data", CHANGE_PLAN, {"company": "Acme"})
    wait_until(page, "() => document.querySelector('[name=company]').value === 'Acme'")
    settle(page)
    page.keyboard.type(" bus")
    field.press("Tab")
    assert saved_plan_value(page)["people"][0]["story"] == "Night bus"
    expect(page.locator(".plan-kicker")).to_contain_text("Acme")
    other.close()


def test_field_shows_the_interview_that_another_tab_has_switched_to(visit: Visit):
    plan = {"company": "Acme", "people": []}
    for path, rest in (("plan/", ""), ("print/panel/", " & Sons")):
        page = visit(path, {"plan": plan}, other=("Second", {"plan": {**plan, "company": "Bolt"}}))
        company = page.locator("[name=company]")
        if not company.is_visible():
            page.locator("#ask-work > summary").click()
        company.press("End")
        page.keyboard.type(rest)
        call_module(open_second_tab(page), "storage/store", "m => m.store.switchTo('other')")
        expect(company).to_have_value("Bolt")
        page.keyboard.press("Tab")
        assert saved_value(page, "plan")["company"] == "Bolt"
        call_module(page, "storage/store", "m => m.store.switchTo('default')")
        assert saved_value(page, "plan")["company"] == f"Acme{rest}"


def test_new_name_of_an_interview_keeps_what_is_being_typed(visit: Visit):
    page = visit(MY_DATA_PAGE, {}, other=("Bolt", {}))
    page.get_by_role("button", name="More (Bolt)").click()
    page.get_by_role("button", name="Rename (Bolt)").click()
    page.keyboard.type("Night")
    call_module(open_second_tab(page), "storage/store", "m => m.store.setRecord('story-a', { name: 'x' })")
    expect(page.locator(".interviews")).to_contain_text("1 story")
    page.keyboard.type(" bus")
    compose = "field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }))"
    page.get_by_label("New name for Bolt").evaluate(compose)
    page.keyboard.press("Enter")
    expect(page.locator(".interviews")).to_contain_text("Night bus")


def test_own_question_waits_until_the_input_method_is_done(visit: Visit):
    page = visit("print/room/panel/", {})
    field = page.get_by_label("Add my own question")
    page.locator("room-choices details", has=field).locator("summary").click()
    field.fill("なぜ")
    field.evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))"
    )
    expect(field).to_have_value("なぜ")
    field.press("Enter")
    expect(field).to_have_value("")


TRANSLATE = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("script, option, textarea, font")) texts.push(walker.currentNode);
    for (const text of texts) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = `ü${text.data}`;
        outer.append(inner);
        text.replaceWith(outer);
    }
}"""
"""Change the page as the translation of Chrome does: each text is replaced by two nested elements."""


def test_translated_stories_print_with_their_labels(visit: Visit):
    page = visit("stories/")
    page.evaluate(TRANSLATE)
    page.locator(".kept-tools button").first.click()
    page.keyboard.type("Night bus")
    page.get_by_role("button", name="Add the follow-ups").click()
    page.locator("[name=questions]").select_option(index=1)
    page.evaluate(TRANSLATE)
    page.locator("[name=action]").fill("I rang three yards")
    page.get_by_role("button", name="Done").click()
    terms = page.locator(".kept-paper dt").all_text_contents()
    assert len(terms) == 3
    assert all("ü" in term for term in terms[1:])
    assert not any("Say “I”" in term for term in terms)
    expect(page.locator(".kept-paper dd").last).not_to_contain_text(":")


PRESS = "init => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))"
OPENS = [
    {"key": "K", "code": "KeyK", "ctrlKey": True},
    {"key": "л", "code": "KeyK", "ctrlKey": True},
    {"key": "S", "code": "KeyS"},
    {"key": "ы", "code": "KeyS"},
    {"key": "/", "code": "Digit7", "shiftKey": True},
]
"""Search with Caps Lock, on a Cyrillic layout, and on a German one."""
STAYS = [
    {"key": "t", "code": "KeyK", "ctrlKey": True},
    {"key": "K", "code": "KeyK", "ctrlKey": True, "shiftKey": True},
    {"key": "S", "code": "KeyS", "shiftKey": True},
    {"key": "s", "code": "KeyS", "isComposing": True},
    {"key": "Process", "code": "KeyS", "keyCode": 229},
]
"""On Dvorak, the shortcut of the browser's console, a capital letter, and composing."""


def test_search_opens_on_every_keyboard_layout(page: Page, address: str):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + "about/")
    dialog = page.locator("dialog.search")
    page.keyboard.press("/")
    expect(dialog).to_be_visible()
    for keys, is_open in [*((keys, True) for keys in OPENS), *((keys, False) for keys in STAYS)]:
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        settle(page)  # the hidden field loses the focus with the next frame
        page.evaluate(PRESS, keys)
        page.evaluate("new Event('keydown', { bubbles: true })")
        settle(page)
        expect(dialog).to_be_visible(visible=is_open)
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Search the guide").fill("panel")
    page.evaluate(PRESS, {"key": "Escape", "isComposing": True})
    page.evaluate("document.activeElement.dispatchEvent(new Event('keydown', { bubbles: true }))")
    expect(dialog).to_be_visible()
    assert errors == []


FAMILY = "👩‍👩‍👧"


@pytest.mark.parametrize("character", [FAMILY, "नि", "é", "🇵🇹"])
def test_long_names_are_cut_between_characters(page: Page, character: str):
    name = "x" * 61 + character * 300
    cut = [
        call_module(page, "storage/interviews", "(m, name) => m.cleanName(name)", name),
        call_module(page, "plan/plan-data", "(m, name) => m.parsePlan({ company: name }).company", name),
    ]
    for text in cut:
        rest = text.removeprefix("x" * 61)
        assert rest == character * (len(rest) // len(character))
    link = call_module(page, "plan/messages", "(m, name) => m.mailtoLink(name, name).href", name)
    assert len(link) <= 1900
    page.evaluate("link => decodeURIComponent(link)", link)


def test_pasted_name_that_is_too_long_is_cut_between_characters(visit: Visit):
    page = visit(MY_DATA_PAGE)
    field = page.get_by_label("Start another interview")
    field.fill("x" * 73)
    page.evaluate("text => navigator.clipboard.writeText(text)", f"{FAMILY}{FAMILY}")
    field.press("End")
    field.press("Control+v")
    expect(field).to_have_value("x" * 73)
    field.press("Backspace")
    field.press("Control+v")
    expect(field).to_have_value("x" * 72 + FAMILY)


COPY = """async (button) => {
    const shown = new Promise((done) => new MutationObserver(() => done(button.textContent)).observe(button, { childList: true }));
    button.click();
    return [await shown, button.checkVisibility()];
}"""


def test_copy_buttons_show_what_happened(visit: Visit):
    for path, name, text in (
        ("questions/", "Copy", "Copied "),
        ("practice/partner/", "Copy the link", "Link copied"),
        (MY_DATA_PAGE, "Copy the link", "Link copied"),
    ):
        page = visit(path)
        if path == MY_DATA_PAGE:
            page.get_by_role("button", name="Make a link").click()
        shown, is_visible = page.get_by_role("button", name=name).first.evaluate(COPY)
        assert shown.startswith(text)
        assert is_visible
