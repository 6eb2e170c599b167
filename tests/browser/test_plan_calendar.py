"""Calendar files of the plan in a strict parser, and messages."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from icalendar import Calendar
from playwright.sync_api import Page

from guidebook.guide import Guide
from support.plan import PLAN, download_calendar
from support.state import KEY

DAY = dt.timedelta(days=1)
Run = Callable[..., Any]


HOSTILE = "<img src=x onerror=alert(1)>, a; b\\n c\nBEGIN:VEVENT\r\nX:\u202e\u05d0\u05d1 👩‍👩‍👧 " + "ä" * 300


def test_calendar_files_are_valid_for_any_text(run: Run):
    start = int(dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC).timestamp() * 1000)
    events = [
        {
            "uid": "a.b.c@round-two",
            "title": HOSTILE,
            "text": HOSTILE,
            "place": HOSTILE,
            "start": start,
            "end": start + 3_600_000,
            "alarms": ["-PT90M"],
        },
        {"uid": "d.b.c@round-two", "title": "Whole day", "text": "", "date": "2028-02-29", "alarms": ["PT9H"]},
    ]
    text = run("icalendar", FILE, {"versions": [events]})[0]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    calendar = Calendar.from_ical(text)
    timed, whole = calendar.walk("VEVENT")
    assert len(calendar.errors) == 0
    expected = HOSTILE.replace("\r\n", "\n")
    assert str(timed["SUMMARY"]).replace("\r\n", "\n") == expected
    assert str(timed["LOCATION"]) == expected
    assert timed.decoded("DTSTART") == dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)
    assert whole.decoded("DTSTART") == dt.date(2028, 2, 29)
    assert whole.decoded("DTEND") == dt.date(2028, 3, 1)
    assert len(calendar.walk("VALARM")) == 2


FILE = """(m, { versions }) => { let log = {}; let now = Date.UTC(2026, 10, 27);
  return versions.map((events) => { now += 1000; log = m.nextRevisions(events, log, now, "plan", true);
    return m.formatCalendar(m.currentAndCancelled(events, log, now), now, "Round Two"); }); }"""


def test_second_calendar_import_updates_and_cancels_events(run: Run):
    def event(date: str) -> dict[str, Any]:
        return {"uid": "step@round-two", "title": "Write", "text": "", "date": date}

    other = {"uid": "other@round-two", "title": "Rest", "text": "", "date": "2026-12-03"}
    past = {"uid": "past@round-two", "title": "Gone by", "text": "", "date": "2026-11-20"}
    versions = [
        [event("2026-12-01"), other, past],
        [event("2026-12-01"), other],
        [event("2026-12-02")],
        [event("2026-12-02")],
        [event("2026-12-02"), other],
    ]
    files = run("icalendar", FILE, {"versions": versions})
    seen = []
    for text in files:
        events = Calendar.from_ical(text).walk("VEVENT")
        assert len({str(one["UID"]) for one in events}) == len(events)
        seen.append({str(one["UID"]).split("@")[0]: (int(one["SEQUENCE"]), str(one["STATUS"])) for one in events})
    on, off = "CONFIRMED", "CANCELLED"
    assert seen == [
        {"step": (0, on), "other": (0, on), "past": (0, on)},
        {"step": (0, on), "other": (0, on)},
        {"step": (1, on), "other": (1, off)},
        {"step": (1, on), "other": (1, off)},
        {"step": (1, on), "other": (2, on)},
    ]


def test_event_in_an_hour_that_the_clocks_skip_ends_after_its_start(planned: Callable[..., Page]):
    page = planned({**PLAN, "date": "2027-03-28", "time": "02:30", "ends": "03:15", "formats": []})
    calendar = download_calendar(page, "#add-interview")
    (event,) = calendar.walk("VEVENT")
    start = dt.datetime(2027, 3, 28, 1, 30, tzinfo=dt.UTC)
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (start, start + dt.timedelta(minutes=45))
    # Outlook refuses a file with one event that names the calendar.
    assert "X-WR-CALNAME" not in calendar
    assert "X-WR-CALNAME" in download_calendar(page, "#save-calendar")


def uids(page: Page) -> set[str]:
    """Return the uids of the whole plan."""
    return {str(event["UID"]) for event in download_calendar(page, "#save-calendar").walk("VEVENT")}


def test_calendar_entries_keep_their_uids_on_another_device_and_a_copy_has_its_own(planned: Callable[..., Page]):
    page = planned(PLAN)
    first = uids(page)
    page.evaluate(CARRY_OVER, KEY)
    page.reload()
    assert uids(page) == first
    page.evaluate(DUPLICATE)
    assert uids(page).isdisjoint(first)


CARRY_OVER = """async (key) => {
    const { mergeStates } = await import("/assets/js/storage/merge.mjs");
    const theirs = JSON.parse(localStorage.getItem(key));
    Object.assign(theirs.interviews.default, { name: "Acme", created: "2026-11-02T00:00:00.000Z" });
    const mine = structuredClone(theirs);
    Object.assign(mine.interviews.default, { name: "Bolt", created: "2026-11-01T00:00:00.000Z", kept: {} });
    const merged = mergeStates(mine, theirs);
    [, merged.interview] = Object.keys(merged.interviews);
    localStorage.setItem(key, JSON.stringify(merged));
}"""
"""Merge the interview into the data of a device whose reader has named the first interview too."""
DUPLICATE = """async () => {
    const { store } = await import("/assets/js/storage/store.mjs");
    const { duplicateInterview } = await import("/assets/js/storage/interviews.mjs");
    store.change("Duplicate", (state) => duplicateInterview(state, state.interview, "A copy"));
}"""


def test_messages_are_filled_in_and_fit_a_mailto_link(run: Run, guide: Guide):
    script = "(m, [text, values, blanks]) => m.fillPlaceholders(text, values, blanks)"
    values = {"name": "{role} & <b>Dana</b>", "role": "Lead"}
    text = run("messages", script, ["Dear {name}, {role}, {topic}", values, {"topic": "Something you spoke of"}])
    assert text == "Dear {role} & <b>Dana</b>, Lead, [something you spoke of]"
    body = "Grüße & +1 100% #1\nאב 👩"
    link = run("messages", "(m, [s, b]) => m.mailtoLink(s, b)", ["A & b\nBcc: x@example.com", body])
    query = parse_qs(urlsplit(link["href"]).query.replace("+", "%2B"))
    assert query == {"subject": ["A & b Bcc: x@example.com"], "body": [body.replace("\n", "\r\n")]}
    long = run("messages", "(m, b) => m.mailtoLink('s', b)", "ä" * 2000)
    assert not long["isComplete"]
    assert len(long["href"]) < 2000
