"""The plan page on a phone: form, stages, hostile input and blocked storage."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.plan import HOSTILE, NOW, PLAN, download_calendar, plan_title, saved_plan_value
from support.waiting import HeldRequests

Visit = Callable[..., Page]


def test_date_alone_produces_a_plan(planned: Visit):
    page = planned()
    expect(page.locator(".plan-result")).to_be_hidden()
    page.get_by_label("Day", exact=True).fill("2026-12-01")
    expect(plan_title(page)).to_have_text("4 days to go")
    expect(page.locator(".plan-jump")).to_be_in_viewport()
    assert page.locator(".tasks input").count() > 10
    first = page.locator(".likely a").first.inner_text()
    page.locator("#ask-formats > summary").click()
    page.get_by_label("Take-home task review").or_(page.locator("[value=take-home-review]")).first.check()
    expect(page.locator(".likely a").first).not_to_have_text(first)
    page.locator(".plan-jump").click()
    expect(plan_title(page)).to_be_in_viewport()
    assert saved_plan_value(page)["formats"] == ["take-home-review"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.reload()
    expect(plan_title(page)).to_have_text("4 days to go")


def test_two_taps_on_the_home_page_give_a_plan(planned: Visit, address: str):
    page = planned(path="")
    expect(page.locator("plan-next")).to_be_hidden()
    page.get_by_text("Tonight or tomorrow").click()
    page.locator(".triage .chips a").first.click()
    expect(plan_title(page)).to_have_text("Tomorrow")
    assert page.url == f"{address}plan/"
    page.goto(address)
    expect(page.locator("plan-next")).to_contain_text("Tomorrow")


def test_form_questions_kindly_what_cannot_be(planned: Visit):
    page = planned({"date": "2026-12-01", "time": "10:00", "ends": "09:00", "promised": "2026-11-30"})
    expect(page.locator("#when-note")).to_contain_text("It would end before it starts")
    expect(page.locator("#after-note")).to_contain_text("before the interview")
    page.locator("#ask-way > summary").click()
    page.locator("[name=travel]").select_option("car")
    page.locator("[name=journey]").fill("40")
    page.locator("[name=journey]").press("Tab")
    expect(page.locator(".tasks__mark").first).to_contain_text("8:55 a.m.")


def test_date_typed_before_the_script_loads_is_used(page: Page, address: str):
    held = HeldRequests(page, "**/base-element.mjs")
    page.goto(f"{address}plan/", wait_until="commit")
    page.locator("[name=date]").fill("2099-12-01")
    held.release()
    expect(page.locator(".plan-title")).to_contain_text("days to go")
    expect(page.locator("[name=date]")).to_have_value("2099-12-01")


def test_ticks_in_the_plan_and_in_the_list_are_the_same(planned: Visit, address: str):
    page = planned(PLAN)
    box = page.locator(".tasks li:visible", has=page.locator("a[href*='formats/panel/']")).locator("input").first
    name = (box.get_attribute("id") or "").removeprefix("task-")
    box.check()
    expect(page.locator(f"#task-{name}")).to_be_checked()
    page.goto(address + "formats/panel/")
    ticked = page.locator(f"[data-item='{name}']")
    expect(ticked).to_be_checked()
    ticked.uncheck()
    page.goto(address + "plan/")
    expect(page.locator(f"#task-{name}")).not_to_be_checked()


def test_people_are_recognized_by_job_title_and_get_different_questions(planned: Visit):
    page = planned({"date": "2026-12-01"})
    page.locator("#ask-people > summary").click()
    for name, role in (("Dana", "VP"), ("Kim", "CFO")):
        page.get_by_role("button", name="Add a person").click()
        row = page.locator(".met").last
        row.get_by_label("Name").fill(name)
        row.get_by_label("Job title").fill(role)
        expect(row.get_by_label("Their role for you")).to_have_value("executive")
    cards = page.locator(".met-card")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("What they may worry about")
    asks = [card.locator("dl a").inner_text() for card in cards.all()]
    assert len(set(asks)) == 2
    page.locator(".met").first.get_by_role("button", name="Remove this person").click()
    expect(cards).to_have_count(1)
    expect(cards).to_contain_text("Kim")


def test_other_time_zone_is_converted_and_impossible_times_are_named(planned: Visit):
    page = planned({"date": "2027-03-28", "time": "02:30", "zone": "Europe/Berlin"})
    note = page.locator("#when-note")
    expect(note).to_contain_text("2:30 a.m. doesn't exist")
    page.get_by_label("Time zone (nearest city)", exact=True).fill("New York")
    page.get_by_label("Time zone (nearest city)", exact=True).press("Tab")
    expect(note).to_contain_text("In Lisbon, that's 7:30 a.m. for you")
    assert saved_plan_value(page)["zone"] == "America/New_York"
    page.get_by_label("Time zone (nearest city)", exact=True).fill("Nowhere at all")
    page.get_by_label("Time zone (nearest city)", exact=True).press("Tab")
    expect(note).to_contain_text("isn't in the list")
    assert saved_plan_value(page)["zone"] == "America/New_York"


STAGES = [
    ("2026-11-27T08:30:00Z", {**PLAN, "date": "2026-11-27"}, "Today, in 30 min"),
    ("2026-11-27T07:30:00Z", {**PLAN, "date": "2026-11-27", "hours": 0}, "Today, in 1 h 30 min"),
    ("2026-11-27T09:10:00Z", {**PLAN, "date": "2026-11-27"}, "It's happening now"),
    (NOW, {**PLAN, "date": "2026-11-28"}, "Tomorrow"),
    (NOW, {**PLAN, "date": "2027-01-01"}, "35 days to go"),
    (NOW, {**PLAN, "date": "2026-11-20"}, "The interview is done"),
    (NOW, {"formats": ["panel"]}, "No date yet"),
    (NOW, {"promised": "2026-11-20"}, "The interview is done"),
    (NOW, {**PLAN, "events": [{"id": "e", "what": "withdrew", "date": "2026-11-27"}]}, "You're withdrawing"),
]


UNKNOWN_ZONE = """
const { resolvedOptions } = Intl.DateTimeFormat.prototype;
Intl.DateTimeFormat.prototype.resolvedOptions = function () { return { ...resolvedOptions.call(this), timeZone: "Etc/Unknown" }; };
"""
"""What Chromium reports when TZ is empty or wrong; it refuses to format a date in that zone."""


def test_unknown_system_time_zone_counts_as_utc(planned: Visit, address: str):
    page = planned(PLAN)
    page.add_init_script(UNKNOWN_ZONE)
    page.reload()
    expect(page.locator(".plan-when")).to_contain_text("9 a.m. for you in UTC (10 a.m. in Berlin)")
    page.goto(address + "plan/day/")
    expect(page.locator(".day-clock")).to_have_text("9 a.m.")
    page.goto(address + "after/after-interview/")
    expect(page.locator(".dated").first).to_contain_text("December 1")


@pytest.mark.parametrize(("now", "plan", "words"), STAGES)
def test_each_stage_has_its_headline(planned: Visit, now: str, plan: dict[str, Any], words: str):
    page = planned(plan, now=now)
    expect(plan_title(page)).to_have_text(words)
    ahead = words not in ("The interview is done", "You're withdrawing", "It's happening now")
    expect(page.locator(".tasks").first).to_be_visible() if ahead else expect(page.locator(".tasks")).to_have_count(0)
    if words.startswith("Today"):
        spent = page.locator(".day__sum").all_inner_texts()
        assert len(spent) == 1
        expect(page.locator(".tasks__mark")).to_contain_text(["Be at the door", "The interview", "On the way back"])


READS = [
    ("2026-11-27T08:49:00Z", {}, "Breathe in for four and out for six"),
    ("2026-11-27T08:49:00Z", {}, "let the rest go"),
    ("2026-11-27T23:20:00Z", {"time": ""}, "The interview is done"),
    (NOW, {"date": "2027-11-29"}, "You can rest until Monday, October 25, 2027"),
    (
        NOW,
        {"date": "2026-12-01", "zone": "Pacific/Auckland"},
        "Monday, November 30, 9 p.m. for you in Lisbon (Tue, Dec 1, 10 a.m. in Auckland)",
    ),
]


def test_plan_texts_are_right_in_edge_cases(planned: Visit):
    for now, part, words in READS:
        page = planned({**PLAN, "date": "2026-11-27", **part}, now=now)
        expect(page.locator(".plan-result")).to_contain_text(words)
    # No file for a calendar when there is nothing to put into it.
    page = planned({"formats": ["panel"]})
    expect(page.locator("#print-plan")).to_be_visible()
    expect(page.locator("#save-calendar")).to_have_count(0)
    # Only what to begin with: the night before and the day itself need a date.
    expect(page.locator(".plan-days")).to_contain_text("Add the date")
    expect(page.locator(".plan-days ul a[href*='night-before']")).to_have_count(0)


def test_hostile_names_are_shown_as_text(planned: Visit, address: str):
    people = [{"id": "a", "name": HOSTILE, "role": HOSTILE, "person": "executive", "story": HOSTILE}]
    page = planned({**PLAN, "company": HOSTILE, "role": HOSTILE, "me": HOSTILE, "place": HOSTILE, "people": people})
    expect(page.locator(".met-card h4")).to_have_text(HOSTILE.strip())
    assert page.locator("my-plan img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    events = download_calendar(page, "#save-calendar").walk("VEVENT")
    assert any(str(e.get("LOCATION")) == HOSTILE for e in events)
    page.locator("#after-ahead > summary").click()
    page.locator("#write-after-thank-each > summary").click()
    assert HOSTILE.strip() in page.locator("#after-thank-each-body").input_value()
    page.goto(address + "plan/day/")
    expect(page.locator(".day-place")).to_have_text(HOSTILE.strip())
    assert page.evaluate("window.hit") is None
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_answers_of_two_tabs_are_combined(planned: Visit, phone: BrowserContext, address: str):
    page = planned({"date": "2026-12-01"})
    other = phone.new_page()
    other.clock.set_fixed_time(NOW)
    other.goto(address + "plan/")
    page.locator("#ask-time > summary").click()
    page.get_by_label("Time you can really spare each day").select_option("2")
    other.locator("#ask-after > summary").click()
    other.get_by_label("They decide by").fill("2026-12-11")
    expect(page.locator("#ask-after .ask-known")).to_have_text("Fri, Dec 11")
    assert {"date": "2026-12-01", "hours": 2, "promised": "2026-12-11"}.items() <= saved_plan_value(page).items()
    other.close()


def test_plan_works_with_blocked_storage(chromium: Browser, address: str):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })")
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(address + "plan/")
    page.get_by_label("Day", exact=True).fill("2026-12-01")
    expect(plan_title(page)).to_have_text("4 days to go")
    expect(page.locator(".plan-form__foot")).to_contain_text("not")
    context.close()


@pytest.mark.parametrize(
    ("date", "scheme", "width"),
    [("2026-12-01", "light", 360), ("2026-12-01", "dark", 1280), ("2026-11-24", "dark", 360)],
)
def test_plan_has_no_axe_violations(planned: Visit, date: str, scheme: Any, width: int):
    page = planned()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 740})
    page = planned({**PLAN, "date": date})
    expect(plan_title(page)).to_be_visible()
    page.evaluate("document.querySelectorAll('my-plan details').forEach((one) => { one.open = true; })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_plan_page_without_javascript_links_to_the_sheet(chromium: Browser, address: str):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "plan/")
    expect(page.locator("form.plan-form")).to_be_hidden()
    page.get_by_role("link", name="planning sheet").click()
    expect(page).to_have_url(address + "print/plan-on-paper/")
    context.close()
