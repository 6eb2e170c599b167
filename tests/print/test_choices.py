"""The choices of the reader before printing."""

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from support.printing import missing_texts, print_pages, without_spaces
from support.waiting import wait_until

Open = Callable[..., Page]

KEY = "round-two:print"
STATE = """([key, value]) => localStorage.setItem(key, JSON.stringify(value))"""
NOTE = ("They asked twice about the night shift. " * 12 + "The end of my note.").ljust(500, "!")


def choose(page: Page, packet: Iterable[str] = (), **choices: str) -> None:
    """Store what to print, as the form does, and open the page again."""
    page.evaluate(STATE, [KEY, {"version": 1, "choices": choices, "packet": [*packet]}])
    page.reload()


def keep(page: Page, items: dict[str, dict], plan: object = None, name: str = "Acme") -> None:
    """Store marks of items and a plan, as other pages do, and open the page again."""
    marks = {id_: {"rev": 1, "at": "2026-11-22T09:00:00Z", **mark} for id_, mark in items.items()}
    kept = {"plan": {"value": plan, "at": "2026-11-22T09:00:00.000Z"}} if plan else {}
    interview = {"name": name, "created": "", "at": "", "archived": False}
    interviews = {"default": {**interview, "items": marks, "kept": kept}}
    state = {"version": 2, "interview": "default", "interviews": interviews, "writes": 1}
    page.evaluate(STATE, ["round-two:state", state])
    page.reload()


def plan_of(page: Page) -> dict:
    """Return the plan that is stored."""
    state = page.evaluate("JSON.parse(localStorage.getItem('round-two:state'))")
    return state["interviews"]["default"]["kept"]["plan"]["value"]


def test_ticks_and_notes_are_printed_on_request(open_page: Open, guide: Guide):
    first, second, *_ = [item for item in guide.get("panel").checklist if item.essential]
    page = open_page("print/panel/")
    done = {"state": "done", "note": "<b>no</b>"}
    keep(page, {first.id: done, second.id: {"state": "todo", "note": NOTE}})
    blank = "".join(print_pages(page, "A4"))
    assert without_spaces("The end of my note.") not in blank
    choose(page, boxes="mine")
    mine = "".join(print_pages(page, "A4"))
    assert missing_texts(mine, [first.text, "✓", NOTE]) == []
    assert without_spaces("<b>no</b>") in mine
    choose(page, boxes="left")
    left = "".join(print_pages(page, "A4"))
    assert without_spaces(first.text) not in left
    assert missing_texts(left, [second.text, NOTE]) == []


def test_long_notes_are_printed_completely(open_page: Open, guide: Guide):
    items = [item for item in guide.get("panel").checklist if item.essential]
    page = open_page("print/panel/")
    keep(page, {item.id: {"state": "todo", "note": f"{NOTE}{n:02}"} for n, item in enumerate(items)})
    choose(page, boxes="mine")
    text = "".join(print_pages(page, "Letter"))
    assert missing_texts(text, [item.text for item in items]) == []
    assert text.count(without_spaces(NOTE)) == len(items)


PLAN = {
    "company": "Ardent & Sons International <i>Warehousing</i> and Logistics",
    "date": "2026-12-03",
    "time": "10:30",
    "place": "https://meet.example/ardent/a-very-long-name-for-a-room?pass=" + "x" * 200,
    "people": [
        {
            "id": f"p{n}",
            "name": f"Wilhelmina Mwangi-Montgomery {n}",
            "role": "Head of warehouse systems",
            "person": "peer",
            "story": "s",
        }
        for n in range(6)
    ],
    "field": "trades",
}


def test_answers_typed_on_a_sheet_update_the_plan(open_page: Open, address: str):
    page = open_page("print/panel/", viewport={"width": 390, "height": 800})
    keep(page, {}, PLAN | {"people": PLAN["people"][:2]})
    page.get_by_label("Employer").fill("Ardent")
    page.get_by_label("People").fill(f"Amara Okafor, chair\n{PLAN['people'][1]['name']}\nBen Li, peer, maybe")
    page.get_by_label("large").check()
    plan = plan_of(page)
    assert [plan[name] for name in ("company", "date", "field")] == ["Ardent", "2026-12-03", "trades"]
    renamed, same, new = plan["people"]
    assert renamed == PLAN["people"][0] | {"name": "Amara Okafor", "role": "chair"}
    assert same == PLAN["people"][1] | {"role": ""}
    assert (new["name"], new["role"]) == ("Ben Li", "peer, maybe")
    page.goto(f"{address}print/role-play/")
    assert page.get_by_label("large").is_checked()
    expect(page.locator("article")).to_contain_text("Ben Li")
    assert missing_texts("".join(print_pages(page, "A4")), ["Ardent", "Ben Li"]) == []


@pytest.mark.parametrize("plan", ["x", 7, [1], {"people": 3, "date": 5}, {"people": [None, {"name": 1}], "date": "x"}])
def test_invalid_plan_fills_in_only_the_interview_name(open_page: Open, plan: object):
    page = open_page("print/panel/")
    keep(page, {}, plan)
    assert page.get_by_label("Employer").input_value() == "Acme"
    assert page.locator("[data-fill=when]").text_content() == ""
    page.get_by_label("Employer").fill("Ardent")
    page.get_by_label("Time").focus()
    assert plan_of(page)["company"] == "Ardent"


def test_default_interview_name_is_not_printed(open_page: Open):
    page = open_page("print/panel/")
    assert page.locator("[data-fill=company]").text_content() == ""


@pytest.mark.parametrize("stored", ["{", "7", "null", '{"version":1,"choices":7,"packet":{}}'])
def test_invalid_print_choices_are_ignored(open_page: Open, stored: str):
    page = open_page("print/panel/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, stored])
    page.reload()
    assert page.get_by_label("empty").is_checked()
    assert len(print_pages(page, "A4")) == 1


PRINTS = """([name, titles]) => {
    const lines = document.querySelectorAll(`article [data-list=${name}] :is(.line-title, li)`);
    return [...lines].map((line) => line.textContent).filter(Boolean).join() === titles.join();
}"""
"""Whether a list of the sheet for the room prints these titles."""


def test_sheet_for_the_room_prints_what_is_chosen_in_its_order(open_page: Open):
    page = open_page("print/room/panel/")
    sheet, choices, fit = (page.locator(one) for one in ("article", "room-choices", "room-choices .fit"))
    lists = {name: choices.locator("details").nth(at) for at, name in enumerate(("questions", "asks", "signs"))}

    def printed(name: str) -> list[str]:
        return [text for text in sheet.locator(f"[data-list={name}] :is(.line-title, li)").all_text_contents() if text]

    expect(fit).to_contain_text("This fits on one page")
    before = {name: printed(name) for name in lists}
    for name, part in lists.items():
        part.locator("summary").click()
        titles = part.locator("li label").all_text_contents()
        assert titles[: len(before[name])] == before[name]
        part.locator("li input[type=checkbox]").first.click()
        part.get_by_label(titles[len(before[name])], exact=True).check()
        part.get_by_role("button", name=f"Move up: {titles[2]}", exact=True).click()
        before[name] = [titles[2], titles[1], *before[name][3:], titles[len(before[name])]]
        wait_until(page, PRINTS, [name, before[name]])
    lists["questions"].get_by_label("A keyword for my story").first.fill("Bricks")
    lists["asks"].get_by_label("Add my own question").fill("Who was here before me?")
    lists["asks"].get_by_role("button", name="Add").click()
    expect(sheet.locator(".word").first).to_have_text("Bricks")
    before["asks"].append("Who was here before me?")
    page.reload()
    expect(fit).to_contain_text("This fits on one page")
    assert {name: printed(name) for name in lists} == before
    (side,) = print_pages(page, "Letter")
    assert missing_texts(side, [*before["asks"], *printed("questions"), "Bricks"]) == []


def test_sheet_for_the_room_says_what_to_drop_when_it_is_too_long(open_page: Open):
    page = open_page("print/room/panel/")
    questions = page.locator("room-choices details").first
    fit, titles = page.locator("room-choices .fit"), page.locator("article [data-list=questions] .line-title")
    expect(fit).to_contain_text("This fits on one page")
    questions.locator("summary").click()
    while "too long" not in (fit.text_content() or ""):
        own = f"What would you do with week {titles.count()}?"
        questions.get_by_label("Add a question").fill(own)
        questions.get_by_role("button", name="Add").click()
        expect(titles.last).to_have_text(own)
    expect(fit).to_contain_text(f"or “{titles.last.text_content()}”.")
    assert len(print_pages(page, "Letter")) == 2
    questions.locator("li input[type=checkbox]:checked").last.click()
    expect(fit).to_contain_text("This fits on one page")
    assert len(print_pages(page, "Letter")) == 1
