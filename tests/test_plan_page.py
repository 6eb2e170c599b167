"""My plan as a reader uses it: on a phone, from one answer to the last follow-up, with hostile names and blocked storage."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from pypdf import PdfReader

KEY = "round-two:state"
NOW = "2026-11-27T17:10:00Z"
SOON = 15_000
HOSTILE = '<img src=x onerror="window.hit=1">, ; \\ \u202eאב 👩‍👩‍👧 ' + "n" * 240
PLAN: dict[str, Any] = {
    "key": "abc",
    "date": "2026-12-01",
    "time": "10:00",
    "zone": "Europe/Berlin",
    "formats": ["panel", "presentation"],
    "field": "operations-logistics",
    "hours": 1.5,
    "promised": "2026-12-11",
    "country": "DE",
    "company": "Harbour Foods",
    "role": "Operations lead",
    "me": "Robin Okafor",
    "people": [
        {"id": "a", "name": "Dana", "role": "VP", "person": "executive"},
        {"id": "b", "name": "Sam", "role": "Planner", "person": "peer"},
    ],
}

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """One context of a phone in Lisbon for the whole module."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740},
        timezone_id="Europe/Lisbon",
        service_workers="block",
        accept_downloads=True,
    )
    context.set_default_timeout(SOON)
    yield context
    context.close()


@pytest.fixture
def visit(phone: BrowserContext, address: str) -> Iterator[Visit]:
    """`visit(plan, path, now)` opens a page with this plan kept and the clock standing still."""
    page = phone.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{error}\n{error.stack}"))

    def visited(plan: object = None, path: str = "plan/", now: str = NOW, **kept: object) -> Page:
        page.clock.set_fixed_time(now)
        page.goto(address + "about/claims/")
        page.evaluate("localStorage.clear()")
        if plan is not None:
            page.evaluate("([k, t]) => localStorage.setItem(k, t)", [KEY, state(plan, kept)])
        page.goto(address + path)
        return page

    yield visited
    page.close()
    assert errors == []


def state(plan: object, kept: dict[str, object]) -> str:
    """Return a stored state with one interview that keeps this plan."""
    values = {"plan": plan, **{name.replace("_", "-"): value for name, value in kept.items()}}
    one = {
        "name": "My interview",
        "created": "",
        "at": "",
        "archived": False,
        "items": {},
        "kept": {name: {"value": value, "at": NOW} for name, value in values.items()},
    }
    return json.dumps({"version": 2, "interview": "default", "interviews": {"default": one}})


def kept(page: Page, name: str = "plan") -> Any:
    """What the interview in use keeps under `name`."""
    stored = json.loads(page.evaluate("k => localStorage.getItem(k)", KEY))
    return stored["interviews"][stored["interview"]]["kept"][name]["value"]


def calendar(page: Page, button: str) -> Calendar:
    """Press a button that saves a calendar file, and read the file strictly."""
    with page.expect_download() as download:
        page.locator(button).click()
    return Calendar.from_ical(Path(download.value.path()).read_bytes())


def title(page: Page) -> Any:
    """The headline of the result."""
    return page.locator(".plan-title")


def test_one_answer_is_enough(visit: Visit):
    """With the day alone there is a headline in sight, tasks to tick, and questions; more answers change them at once."""
    page = visit()
    expect(page.locator(".plan-result")).to_be_hidden()
    page.get_by_label("Day", exact=True).fill("2026-12-01")
    expect(title(page)).to_have_text("4 days to go")
    expect(page.locator(".plan-jump")).to_be_in_viewport()
    assert page.locator(".tasks input").count() > 10
    first = page.locator(".likely a").first.inner_text()
    page.locator("#ask-formats > summary").click()
    page.get_by_label("Take-home task review").or_(
        page.locator("[value=take-home-review]")
    ).first.check()
    expect(page.locator(".likely a").first).not_to_have_text(first)
    page.locator(".plan-jump").click()
    expect(title(page)).to_be_in_viewport()
    assert kept(page)["formats"] == ["take-home-review"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.reload()
    expect(title(page)).to_have_text("4 days to go")


def test_what_is_typed_before_the_script_has_come_counts(page: Page, address: str):
    """On a slow line the questions stand there first."""
    held: list[Route] = []
    page.route("**/connected.mjs", lambda route: held.append(route))
    page.goto(f"{address}plan/", wait_until="commit")
    page.locator("[name=date]").fill("2099-12-01")
    page.wait_for_timeout(300)
    held[0].continue_()
    expect(page.locator(".plan-title")).to_contain_text("days to go")
    expect(page.locator("[name=date]")).to_have_value("2099-12-01")


def test_a_tick_in_the_plan_ticks_the_list(visit: Visit, address: str):
    """And a tick in the list is one in the plan."""
    page = visit(PLAN)
    box = page.locator(".tasks input").first
    name = (box.get_attribute("id") or "").removeprefix("task-")
    box.check()
    expect(page.locator(f"#task-{name}")).to_be_checked()
    page.goto(address + "formats/panel/")
    ticked = page.locator(f"[data-item='{name}']")
    expect(ticked).to_be_checked()
    ticked.uncheck()
    page.goto(address + "plan/")
    expect(page.locator(f"#task-{name}")).not_to_be_checked()


def test_people_fill_the_panel_map(visit: Visit):
    """A job title says who it is; the card says what they judge; two people are not asked the same."""
    page = visit({"date": "2026-12-01"})
    page.locator("#ask-people > summary").click()
    for name, role in (("Dana", "VP"), ("Kim", "CFO")):
        page.get_by_role("button", name="Add a person").click()
        row = page.locator(".met").last
        row.get_by_label("Name").fill(name)
        row.get_by_label("Job, as they gave it").fill(role)
        expect(row.get_by_label("For you that is")).to_have_value("executive")
    cards = page.locator(".met-card")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("May fear")
    asks = [card.locator("dl a").inner_text() for card in cards.all()]
    assert len(set(asks)) == 2
    page.locator(".met").first.get_by_role("button", name="Take away").click()
    expect(cards).to_have_count(1)
    expect(cards).to_contain_text("Kim")


def test_the_clock_of_the_other_place_is_said(visit: Visit):
    """Also when that time does not exist there, and when no such place is known."""
    page = visit({"date": "2027-03-28", "time": "02:30", "zone": "Europe/Berlin"})
    note = page.locator("#when-note")
    expect(note).to_contain_text("never show 02:30")
    page.get_by_label("On the clocks of").fill("New York")
    page.get_by_label("On the clocks of").press("Tab")
    expect(note).to_contain_text("On your clock, in Lisbon: 07:30")
    assert kept(page)["zone"] == "America/New_York"
    page.get_by_label("On the clocks of").fill("Nowhere at all")
    page.get_by_label("On the clocks of").press("Tab")
    expect(note).to_contain_text("No clocks known")
    assert kept(page)["zone"] == "America/New_York"


STAGES = [
    ("2026-11-27T08:30:00Z", {**PLAN, "date": "2026-11-27"}, "Today, in 30 min"),
    ("2026-11-27T07:30:00Z", {**PLAN, "date": "2026-11-27", "hours": 0}, "Today, in 1 h 30 min"),
    ("2026-11-27T09:10:00Z", {**PLAN, "date": "2026-11-27"}, "Now"),
    (NOW, {**PLAN, "date": "2026-11-28"}, "Tomorrow"),
    (NOW, {**PLAN, "date": "2027-01-01"}, "35 days to go"),
    (NOW, {**PLAN, "date": "2026-11-20"}, "It is done"),
    (NOW, {"formats": ["panel"]}, "No day yet"),
    (NOW, {"promised": "2026-11-20"}, "It is done"),
    (
        NOW,
        {**PLAN, "events": [{"id": "e", "what": "withdrew", "date": "2026-11-27"}]},
        "It is decided",
    ),
]


@pytest.mark.parametrize(("now", "plan", "words"), STAGES)
def test_from_five_weeks_to_after(visit: Visit, now: str, plan: dict[str, Any], words: str):
    """Each stage has its own headline, and only what helps in it."""
    page = visit(plan, now=now)
    expect(title(page)).to_have_text(words)
    ahead = words not in ("It is done", "It is decided", "Now")
    expect(page.locator(".tasks").first).to_be_visible() if ahead else expect(
        page.locator(".tasks")
    ).to_have_count(0)
    if words.startswith("Today"):
        spent = page.locator(".day__sum").all_inner_texts()
        assert len(spent) == 1
        assert page.locator(".tasks li").last.inner_text().endswith("Fifteen minutes before")


READS = [
    ("2026-11-27T08:49:00Z", {}, "Breathe in for four and out for six"),
    ("2026-11-27T08:49:00Z", {}, "let them go"),
    ("2026-11-27T23:20:00Z", {"time": ""}, "No time is left"),
    (NOW, {"date": "2027-11-29"}, "Rest until Monday 25 October 2027"),
    (
        NOW,
        {"date": "2026-12-01", "zone": "Pacific/Auckland"},
        "Monday 30 November, 21:00 for you in Lisbon (Tue 1 Dec, 10:00 in Auckland)",
    ),
]


def test_it_reads_right_at_the_edges(visit: Visit):
    """Eleven minutes before, a year before, and on the other side of the date line."""
    for now, part, words in READS:
        page = visit({**PLAN, "date": "2026-11-27", **part}, now=now)
        expect(page.locator(".plan-result")).to_contain_text(words)
    # No file for a calendar when there is nothing to put into it.
    page = visit({"formats": ["panel"]})
    expect(page.locator("#print-plan")).to_be_visible()
    expect(page.locator("#save-calendar")).to_have_count(0)


def test_follow_up_moves_when_the_facts_change(visit: Visit):
    """The promised day, a holiday, a new day, references, the end: every date follows."""
    page = visit({**PLAN, "date": "2026-11-24"})
    step = page.locator("#step-date-first-note .when strong")
    expect(step).to_have_text("Tue 15 Dec")
    page.locator("#ask-after > summary").click()
    page.get_by_label("They decide by").fill("2026-12-23")
    # Christmas Eve is a working day there; the two days of Christmas and the weekend are not.
    expect(step).to_have_text("Mon 28 Dec")
    page.get_by_label("Public holidays of").select_option("")
    expect(step).to_have_text("Fri 25 Dec")
    happens(page, "They wrote, nothing decided yet", "2027-01-15")
    expect(page.locator("#step-date-first-note .when strong")).to_have_text("Tue 19 Jan")
    happens(page, "They asked for references")
    expect(page.locator("#step-refs-ask-first")).to_be_visible()
    expect(page.locator("#step-date-first-note")).to_have_count(0)
    happens(page, "They turned me down")
    expect(title(page)).to_have_text("It is decided")
    expect(page.locator(".course")).to_have_count(1)
    page.get_by_role("button", name="Take back: They turned me down").click()
    expect(page.locator("#step-refs-ask-first")).to_be_visible()


def happens(page: Page, what: str, promised: str = "") -> None:
    """Tell the plan what happened today."""
    if not page.locator("#news").evaluate("one => one.open"):
        page.locator("#news > summary").click()
    page.locator("#event-what").select_option(what)
    if promised:
        page.locator("#event-promised").fill(promised)
    page.locator("#event-add").click()


def test_a_message_is_filled_in(visit: Visit):
    """Name, job and own name stand in it; the reader's changes stay, and the mail link carries them."""
    page = visit({**PLAN, "date": "2026-11-26"})
    expect(title(page)).to_have_text("It is done")
    page.locator("#ask-people > summary").click()
    page.get_by_label("What you talked about").fill("the late lorries")
    assert kept(page)["topic"] == "the late lorries"
    page.locator("#write-after-thank-each > summary").click()
    body = page.locator("#after-thank-each-body")
    expect(body).to_have_value(re.compile("^Dear Dana,"))
    assert "the late lorries" in body.input_value()
    assert "Robin Okafor" in body.input_value()
    expect(page.locator("#after-thank-each-message")).to_have_value("thank-executive")
    page.locator("#after-thank-each-to").select_option("Sam")
    expect(page.locator("#after-thank-each-message")).to_have_value("thank-peer")
    body.fill("Hello & goodbye\nRobin")
    href = page.locator("#after-thank-each-mail").get_attribute("href") or ""
    assert href.endswith("body=Hello%20%26%20goodbye%0D%0ARobin")
    page.reload()
    page.locator("#write-after-thank-each > summary").click()
    expect(page.locator("#after-thank-each-to")).to_have_value("b")
    expect(page.locator("#after-thank-each-body")).to_have_value("Hello & goodbye\nRobin")


def test_the_calendar_updates(visit: Visit):
    """Interview, preparation and steps in UTC; a moved interview raises the numbers under the same names."""
    page = visit(PLAN)
    expect(title(page)).to_be_visible()
    first = {str(e["UID"]): e for e in calendar(page, "#save-calendar").walk("VEVENT")}
    interview = next(e for uid, e in first.items() if uid.startswith("interview."))
    assert interview.decoded("DTSTART") == dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)
    days = [e for uid, e in first.items() if uid.startswith("day-")]
    assert len(days) == 5
    assert sum((e.decoded("DTEND") - e.decoded("DTSTART")).seconds for e in days) <= 7.5 * 3600
    note = next(e for uid, e in first.items() if uid.startswith("date-first-note."))
    assert note.decoded("DTSTART") == dt.date(2026, 12, 15)
    page.get_by_label("Day", exact=True).fill("2026-11-30")
    expect(title(page)).to_have_text("3 days to go")
    second = {str(e["UID"]): e for e in calendar(page, "#save-calendar").walk("VEVENT")}
    moved = second[str(interview["UID"])]
    assert moved.decoded("DTSTART") == dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)
    assert int(moved["SEQUENCE"]) == 1
    assert int(second[str(note["UID"])]["SEQUENCE"]) == 0
    gone = {uid for uid, e in second.items() if e["STATUS"] == "CANCELLED"}
    assert [uid.split(".")[0] for uid in gone] == ["day-2026-12-01"]
    assert first.keys() <= second.keys()


def test_hostile_names_are_only_text(visit: Visit, address: str):
    """In every view, in the calendar and in a message."""
    people = [
        {"id": "a", "name": HOSTILE, "role": HOSTILE, "person": "executive", "story": HOSTILE}
    ]
    page = visit(
        {
            **PLAN,
            "company": HOSTILE,
            "role": HOSTILE,
            "me": HOSTILE,
            "place": HOSTILE,
            "people": people,
        }
    )
    expect(page.locator(".met-card h4")).to_have_text(HOSTILE.strip())
    assert page.locator("my-plan img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    events = calendar(page, "#save-calendar").walk("VEVENT")
    assert any(str(e.get("LOCATION")) == HOSTILE for e in events)
    page.locator("#after-ahead > summary").click()
    page.locator("#write-after-thank-each > summary").click()
    assert HOSTILE.strip() in page.locator("#after-thank-each-body").input_value()
    page.goto(address + "plan/day/")
    expect(page.locator(".day-place")).to_have_text(HOSTILE.strip())
    assert page.evaluate("window.hit") is None
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_two_tabs_add_to_each_other(visit: Visit, phone: BrowserContext, address: str):
    """What one tab answers is not lost when the other answers something else."""
    page = visit({"date": "2026-12-01"})
    other = phone.new_page()
    other.clock.set_fixed_time(NOW)
    other.goto(address + "plan/")
    page.locator("#ask-time > summary").click()
    page.get_by_label("Hours a day").select_option("2")
    other.locator("#ask-after > summary").click()
    other.get_by_label("They decide by").fill("2026-12-11")
    expect(page.locator("#ask-after .ask-known")).to_have_text("Fri 11 Dec")
    assert {"date": "2026-12-01", "hours": 2, "promised": "2026-12-11"}.items() <= kept(
        page
    ).items()
    other.close()


def test_it_works_without_storage(chromium: Browser, address: str):
    """Blocked storage: the plan lasts while the page is open, and the page says so."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(address + "plan/")
    page.get_by_label("Day", exact=True).fill("2026-12-01")
    expect(title(page)).to_have_text("4 days to go")
    expect(page.locator(".plan-form__foot")).to_contain_text("not")
    context.close()


def test_the_day_on_one_screen(visit: Visit):
    """Time on the reader's clock, people, the format's first five minutes, the stories kept, three questions."""
    story = {"title": "Coach broke down"}
    page = visit(PLAN, "plan/day/", story_coach=story)
    expect(page.locator(".day-clock")).to_have_text("09:00")
    text = page.locator("plan-day")
    for words in ("10:00 in Berlin", "Dana", "Coach broke down", "Repeat each name", "Breathe"):
        expect(text).to_contain_text(words)
    expect(text.locator(".blank-line")).to_have_count(2)
    expect(text.locator("ol").last.locator("li")).to_have_count(3)


def test_a_timeline_shows_its_dates(visit: Visit):
    """One day in: dates beside each step and on the drawing, and a calendar file."""
    page = visit(path="after/date-given/")
    expect(page.locator(".dated")).to_have_count(0)
    page.locator("[name=promised-date]").fill("2026-12-11")
    expect(page.locator("#date-first-note .dated")).to_contain_text("Tuesday 15 December")
    expect(page.locator("figure .dates")).to_have_count(4)
    expect(page.locator("figure")).to_contain_text("15 Dec")
    page.locator("[name=interview]").fill("2026-12-01")
    expect(page.locator("figure .dates")).to_have_count(5)
    events = calendar(page, "timeline-dates button").walk("VEVENT")
    assert len(events) == 5
    # The plan knows when the interview ends: sixteen hours later it is night, so in the morning.
    page = visit({**PLAN, "date": "2026-11-26", "ends": "11:30"}, "after/after-interview/")
    expect(page.locator("#after-thank-each .dated")).to_contain_text("27 November, 08:00")


def test_the_packet_knows_the_formats(visit: Visit):
    """The sheets of the plan are chosen already."""
    page = visit(PLAN)
    page.locator("#packet").click()
    expect(page.locator("input[value=panel]")).to_be_checked()
    expect(page.locator("input[value=panel-map]")).to_be_checked()
    expect(page.locator("input[value=role-play]")).not_to_be_checked()


def test_the_packet_prints_the_plan_with_its_sheets(visit: Visit, address: str):
    """In one print: the plan first, then each sheet on one page, the steps that run with their dates."""
    page = visit(PLAN)
    page.locator("#packet").click()
    expect(page.get_by_label("My plan")).to_be_checked()
    expect(page.locator("print-packet output")).to_contain_text("ready to print")
    expect(page.locator("[data-due=date-first-note]").first).to_have_text("Tue 15 Dec")
    for size in ("A4", "Letter"):
        pages = [one.extract_text() for one in PdfReader(BytesIO(page.pdf(format=size))).pages]
        own = len(pages) - len(PLAN["formats"]) - 4
        assert own in (1, 2)
        assert ["CC BY" in text for text in pages] == [n >= own for n in range(len(pages))]
        first = " ".join(" ".join(pages[:own]).split())
        for words in ("My plan", "Sunday 29 November", "10:00 in Berlin", "Tue 15 Dec"):
            assert words in first
        dated = " ".join(next(text for text in pages if "by date" in text).split())
        assert "Tue 15 Dec" in dated
    page.get_by_label("My plan").uncheck()
    expect(page.locator("[data-sheet=my-plan]")).to_be_hidden()
    # Without a plan it is not offered, and no day is known.
    page = visit(path="print/packet/")
    expect(page.get_by_label("My plan")).to_be_hidden()
    page.get_by_label("After the interview, by date").check()
    expect(page.locator("print-packet output")).to_contain_text("1 of 26 sheets chosen, ready")
    expect(page.locator("[data-due=date-first-note]").first).to_be_empty()


@pytest.mark.parametrize(
    ("date", "scheme", "width"),
    [("2026-12-01", "light", 360), ("2026-12-01", "dark", 1280), ("2026-11-24", "dark", 360)],
)
def test_the_plan_is_accessible(visit: Visit, date: str, scheme: Any, width: int):
    """Before and after, everything open: nothing to mend for axe."""
    page = visit()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 740})
    page = visit({**PLAN, "date": date})
    expect(title(page)).to_be_visible()
    page.evaluate(
        "document.querySelectorAll('my-plan details').forEach((one) => { one.open = true; })"
    )
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_without_javascript_there_is_a_sheet(chromium: Browser, address: str):
    """The page explains, and leads to the sheet on paper."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "plan/")
    expect(page.locator("form.plan-form")).to_be_hidden()
    page.get_by_role("link", name="planning sheet").click()
    expect(page).to_have_url(address + "print/plan-on-paper/")
    context.close()


def test_a_plan_prints_whole(visit: Visit):
    """Every day and step is on paper, and no button or field."""
    page = visit(PLAN)
    expect(title(page)).to_be_visible()
    text = "\n".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    for words in (
        "4 days to go",
        "Sunday 29 November",
        "Whom you meet",
        "Afterwards",
        "Send one polite note",
    ):
        assert words in text
    for words in ("Add to calendar", "Take away", "Save the calendar"):
        assert words not in text
