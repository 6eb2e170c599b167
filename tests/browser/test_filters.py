"""Filter lists: the question bank and the other indexes."""

import json
import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from support.state import call_module

Open = Callable[..., Page]
COUNT = ".list-tools .count"
FAILURE = "li:has(> a[href$='#biggest-failure'])"


@pytest.fixture
def bank(open_page: Open) -> Page:
    """The question bank on a phone."""
    return open_page("questions/", viewport={"width": 360, "height": 740})


def test_filters_combine_show_live_counts_and_survive_navigation(bank: Page, guide: Guide):
    questions = guide.entries_of("questions")
    fits = [q for q in questions if "panel" in {f.id for f in guide.linked(q, "formats")}]
    expect(bank.locator(COUNT)).to_have_text(f"All {len(questions)}")
    bank.locator("summary", has_text="Format").press("Enter")
    bank.get_by_label(re.compile("^Panel interview")).press("Space")
    expect(bank.locator(COUNT)).to_have_text(f"{len(fits)} of {len(questions)}")
    assert bank.locator("li[data-entry]:visible").count() == len(fits)
    bank.locator("summary", has_text="Family").press("Enter")
    values = [q for q in fits if guide.group_of(q) == "values"]
    probing = [q for q in fits if guide.group_of(q) == "probing"]
    box = bank.locator("label", has=bank.locator("input[value=values]"))
    expect(box.locator("small")).to_have_text(str(len(values)))
    bank.locator("input[value=values]").check()
    bank.locator("input[value=probing]").check()
    both = f"{len(values) + len(probing)} of {len(questions)}"
    expect(bank.locator(COUNT)).to_have_text(both)
    link = bank.url
    bank.go_back()
    expect(bank.locator(COUNT)).to_have_text(f"{len(values)} of {len(questions)}")
    bank.goto(link)
    expect(bank.locator(COUNT)).to_have_text(both)
    expect(bank.locator("[data-facet=family] summary")).to_have_text(re.compile("Family · 2 chosen"))
    bank.get_by_label("Sort").select_option("az")
    titles = bank.locator("li[data-entry]:visible > a").all_inner_texts()
    assert titles == sorted(titles, key=str.lower)
    assert "sort=az" in bank.url


def test_filters_share_one_row_on_a_wide_screen(bank: Page):
    bank.set_viewport_size({"width": 1280, "height": 900})
    form = bank.locator("form.facets")
    assert form.bounding_box()["height"] < 150
    bank.locator("summary", has_text="Who asks").click()
    wide = bank.locator("[data-facet=people]").bounding_box()["width"]
    assert wide > 0.9 * form.bounding_box()["width"]


def test_personal_filters_use_the_practice_records(bank: Page):
    bank.goto(bank.url + "?mine=hard")
    expect(bank.locator(".nothing")).to_contain_text("Your marks come from practice")
    call_module(
        bank,
        "storage/store",
        """({ store }) => store.setRecord("question-biggest-failure", {feel: "hard", rounds: 1})""",
    )
    expect(bank.locator("li[data-entry]:visible")).to_have_count(1)
    bank.locator("summary", has_text="My marks").click()
    bank.get_by_label(re.compile("^Hard for me")).uncheck()
    bank.get_by_label(re.compile("^New to me")).check()
    expect(bank.locator(FAILURE)).to_be_hidden()
    bank.goto(bank.url.split("?")[0] + "?family=values&mine=hard")
    bank.get_by_role("button", name="Without “Values”: 1").click()
    expect(bank.locator(FAILURE)).to_be_visible()
    expect(bank.get_by_role("button", name="Clear", exact=True)).to_be_focused()


def test_filters_that_exclude_each_other_are_offered_one_by_one(bank: Page):
    rows = """[{a: "x", b: "p", c: "m"}, {a: "y", b: "q", c: "n"}, {a: "z", b: "r", c: "o"}]"""
    chosen = """{a: new Set(["x"]), b: new Set(["q"]), c: new Set(["o"])}"""
    code = (
        f"""({{ relaxations }}) => relaxations({rows}.map((row) => ({{values: (facet) => [row[facet]]}})), {chosen})"""
    )
    offered = [(one["value"], one["isAlone"], one["count"]) for one in call_module(bank, "filters/no-match", code)]
    assert offered == [("x", True, 1), ("q", True, 1), ("o", True, 1)]


def test_entry_opens_in_place_without_duplicate_ids(bank: Page):
    bank.locator("details", has=bank.locator(FAILURE)).locator("h2").click()
    bank.evaluate(
        "opener => { const one = document.querySelector(opener); one.click(); one.click(); }", f"{FAILURE} .opener"
    )
    expect(bank.locator(f"{FAILURE} .ladder")).to_have_count(1)
    expect(bank.locator(f"{FAILURE} .ladder")).to_be_visible()
    expect(bank.locator(f"{FAILURE} .opener")).to_have_attribute("aria-expanded", "true")
    href = bank.locator(f"{FAILURE} .tagged a").first.get_attribute("href") or ""
    assert re.match(r"http://[^/]+/+(people|formats)/", href)
    ids = bank.evaluate("[...document.querySelectorAll('[id]')].map(({id}) => id)")
    assert len(ids) == len(set(ids))


def test_going_back_leads_to_the_same_row(bank: Page):
    group = bank.locator("details", has=bank.locator(FAILURE))
    group.locator("h2").click()
    link = bank.locator(f"{FAILURE} > a")
    link.scroll_into_view_if_needed()
    before = link.bounding_box()
    link.click()
    bank.wait_for_url("**#biggest-failure")
    bank.go_back()
    expect(link).to_be_in_viewport()
    assert abs(link.bounding_box()["y"] - before["y"]) < 2
    expect(bank.locator("details.fold[open]")).to_have_count(1)


@pytest.mark.parametrize("path", ["ask/", "red-flags/", "messages/", "questions/"])
def test_filter_lists_are_complete_without_javascript_and_accessible_with_it(open_page: Open, guide: Guide, path: str):
    kind = {"ask/": "asks", "red-flags/": "red_flags", "messages/": "messages"}.get(path, "questions")
    plain = open_page(path, java_script_enabled=False)
    assert plain.locator("li[data-entry]:visible").count() == len(guide.entries_of(kind))
    expect(plain.locator("form.facets")).to_be_hidden()
    page = open_page(path, viewport={"width": 360, "height": 740})
    page.locator(".facet summary").first.click()
    page.locator(".facet input").first.check()
    assert json.loads(json.dumps(Axe().run(page).response["violations"])) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_copy_shows_on_its_button_that_it_worked(bank: Page):
    bank.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bank.locator("[data-do=copy]").click()
    expect(bank.locator("[data-do=copy]")).to_contain_text("with links")
    expect(bank.locator("[data-do=copy]")).to_have_text("Copy these")
