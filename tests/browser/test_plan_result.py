"""The results of the plan: follow-ups, messages, calendar, day view, timelines and print."""

import datetime as dt
import re
from collections.abc import Callable
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from support.plan import PLAN, download_calendar, plan_title, saved_plan_value

Visit = Callable[..., Page]


def test_follow_up_dates_follow_the_answers(planned: Visit):
    page = planned({**PLAN, "date": "2026-11-24"})
    step = page.locator("#step-date-first-note .when strong")
    expect(step).to_have_text("Tue, Dec 15")
    page.locator("#ask-after > summary").click()
    page.get_by_label("They decide by").fill("2026-12-23")
    # Christmas Eve is a working day there; the two days of Christmas and the weekend are not.
    expect(step).to_have_text("Mon, Dec 28")
    page.get_by_label("Public holidays of").select_option("")
    expect(step).to_have_text("Mon, Dec 28")
    happens(page, "They wrote, but nothing is decided yet", "2027-01-15")
    expect(page.locator("#step-date-first-note .when strong")).to_have_text("Tue, Jan 19")
    happens(page, "They asked for references")
    expect(page.locator("#step-refs-ask-first")).to_be_visible()
    expect(page.locator("#step-date-first-note")).to_have_count(0)
    happens(page, "They turned me down")
    expect(plan_title(page)).to_have_text("It's decided")
    expect(page.locator(".course")).to_have_count(1)
    page.get_by_role("button", name="Remove: They turned me down").click()
    expect(page.locator("#step-refs-ask-first")).to_be_visible()


def test_an_offer_changes_the_headline_and_the_calendar(planned: Visit):
    page = planned({**PLAN, "date": "2026-11-24"})
    happens(page, "They made me an offer", "2026-12-04")
    expect(plan_title(page)).to_have_text("You have an offer")
    expect(page.locator(".happened")).to_contain_text("answer by Fri, Dec 4")
    expect(page.locator(".course").last).to_contain_text("Fri, Dec 4")
    events = download_calendar(page, "#save-calendar").walk("VEVENT")
    assert events
    assert all(str(e.decoded("DTSTART"))[:10] >= "2026-11-27" for e in events)


def test_timeline_says_where_the_reader_is_and_shows_the_message(planned: Visit):
    page = planned({**PLAN, "date": "2026-11-17", "promised": "2026-11-24"}, "after/date-given/")
    expect(page.locator(".dates-form__state")).to_contain_text("You're here")
    here = page.locator("[aria-current=step]")
    expect(here.locator("textarea")).to_have_value(re.compile("Robin Okafor"))
    expect(page.locator(".steps > .is-past").first).to_be_visible()


def happens(page: Page, what: str, promised: str = "") -> None:
    """Tell the plan what happened today."""
    if not page.locator("#news").evaluate("one => one.open"):
        page.locator("#news > summary").click()
    page.locator("#event-what").select_option(what)
    if promised:
        page.locator("#event-promised").fill(promised)
    page.locator("#event-add").click()


def test_message_is_filled_in_and_edits_are_saved(planned: Visit):
    page = planned({**PLAN, "date": "2026-11-26"})
    expect(plan_title(page)).to_have_text("The interview is done")
    page.locator("#ask-people > summary").click()
    page.get_by_label("What you talked about").fill("the late lorries")
    assert saved_plan_value(page)["topic"] == "the late lorries"
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


def test_calendar_file_updates_a_moved_interview(planned: Visit):
    page = planned(PLAN)
    expect(plan_title(page)).to_be_visible()
    first = {str(e["UID"]): e for e in download_calendar(page, "#save-calendar").walk("VEVENT")}
    interview = next(e for uid, e in first.items() if uid.startswith("interview."))
    assert interview.decoded("DTSTART") == dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)
    days = [e for uid, e in first.items() if uid.startswith("day-")]
    assert len(days) == 5
    assert sum((e.decoded("DTEND") - e.decoded("DTSTART")).seconds for e in days) <= 7.5 * 3600
    note = next(e for uid, e in first.items() if uid.startswith("date-first-note."))
    assert note.decoded("DTSTART") == dt.date(2026, 12, 15)
    page.get_by_label("Day", exact=True).fill("2026-11-30")
    expect(plan_title(page)).to_have_text("3 days to go")
    second = {str(e["UID"]): e for e in download_calendar(page, "#save-calendar").walk("VEVENT")}
    moved = second[str(interview["UID"])]
    assert moved.decoded("DTSTART") == dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)
    assert int(moved["SEQUENCE"]) == 1
    assert int(second[str(note["UID"])]["SEQUENCE"]) == 0
    gone = {uid for uid, e in second.items() if e["STATUS"] == "CANCELLED"}
    assert [uid.split(".")[0] for uid in gone] == ["day-2026-12-01"]
    assert first.keys() <= second.keys()


def test_day_view_shows_time_people_stories_and_questions(planned: Visit):
    story = {"title": "Coach broke down"}
    page = planned(PLAN, "plan/day/", story_coach=story)
    expect(page.locator(".day-clock")).to_have_text("9 a.m.")
    text = page.locator("plan-day")
    for words in ("10 a.m. in Berlin", "Dana", "Coach broke down", "Repeat each name", "Breathe"):
        expect(text).to_contain_text(words)
    expect(text.locator(".blank-line")).to_have_count(2)
    expect(text.locator("ol").last.locator("li")).to_have_count(3)


def test_timeline_page_shows_dates(planned: Visit):
    page = planned(path="after/date-given/")
    expect(page.locator(".dated")).to_have_count(0)
    page.locator("[name=promised-date]").fill("2026-12-11")
    expect(page.locator("#date-first-note .dated")).to_contain_text("Tuesday, December 15")
    expect(page.locator("figure .dates")).to_have_count(4)
    expect(page.locator("figure")).to_contain_text("Dec 15")
    page.locator("[name=interview]").fill("2026-12-01")
    expect(page.locator("figure .dates")).to_have_count(5)
    events = download_calendar(page, "timeline-dates button").walk("VEVENT")
    assert len(events) == 5
    # The plan knows when the interview ends: sixteen hours later it is night, so in the morning.
    page = planned({**PLAN, "date": "2026-11-26", "ends": "11:30"}, "after/after-interview/")
    expect(page.locator("#after-thank-each .dated")).to_contain_text("November 27, 8 a.m.")


def test_packet_preselects_the_sheets_of_the_plan(planned: Visit):
    page = planned(PLAN)
    page.locator("#packet").click()
    expect(page.locator("input[value=panel]")).to_be_checked()
    expect(page.locator("input[value=panel-map]")).to_be_checked()
    expect(page.locator("input[value=role-play]")).not_to_be_checked()


def test_packet_prints_the_plan_before_its_sheets(planned: Visit, address: str):
    page = planned(PLAN)
    page.locator("#packet").click()
    expect(page.get_by_label("My plan")).to_be_checked()
    expect(page.locator("print-packet output")).to_contain_text("ready to print")
    expect(page.locator("[data-due=date-first-note]").first).to_have_text("Tue, Dec 15")
    for size in ("A4", "Letter"):
        pages = [one.extract_text() for one in PdfReader(BytesIO(page.pdf(format=size))).pages]
        own = len(pages) - len(PLAN["formats"]) - 4
        assert own in (1, 2)
        assert ["CC BY" in text for text in pages] == [n >= own for n in range(len(pages))]
        first = " ".join(" ".join(pages[:own]).split())
        for words in ("My plan", "Sunday, November 29", "10 a.m. in Berlin", "Tue, Dec 15"):
            assert words in first
        dated = " ".join(next(text for text in pages if "by date" in text).split())
        assert "Tue, Dec 15" in dated
    page.get_by_label("My plan").uncheck()
    expect(page.locator("[data-sheet=my-plan]")).to_be_hidden()
    # Without a plan it is not offered, and no day is known.
    page = planned(path="print/packet/")
    expect(page.get_by_label("My plan")).to_be_hidden()
    page.get_by_label("After the interview, by date").check()
    expect(page.locator("print-packet output")).to_contain_text(re.compile(r"1 of \d+ sheets chosen, ready"))
    expect(page.locator("[data-due=date-first-note]").first).to_be_empty()


def test_plan_prints_every_day_without_controls(planned: Visit):
    page = planned(PLAN)
    expect(plan_title(page)).to_be_visible()
    text = "\n".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    for words in ("Sunday, November 29", "Who you'll meet", "After the interview", "Send one polite note"):
        assert words in text
    for words in ("4 days to go", "Today", "Add to calendar", "Take away", "Save as a calendar"):
        assert words not in text
