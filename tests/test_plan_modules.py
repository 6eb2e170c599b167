"""What a plan is worked out from, against independent references: days, clocks, tasks, questions and calendar files."""

import datetime as dt
import gzip
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import holidays
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page

from guidebook.guide import Guide
from guidebook.plan import COUNTRIES, bundle, newest, public_holidays

DAY = dt.timedelta(days=1)
Run = Callable[..., Any]


@pytest.fixture(scope="module")
def run(chromium: Browser, address: str) -> Any:
    """`run(module, script, argument)` calls `script`, a function of (module, argument), in one page for all tests."""
    page: Page = chromium.new_page(service_workers="block", timezone_id="Europe/Lisbon")
    page.goto(address + "about/")

    def called(name: str, script: str, argument: object = None) -> Any:
        call = f"async ([url, given]) => ({script})(await import(url), given)"
        return page.evaluate(call, [f"/assets/js/plan/{name}.mjs", argument])

    yield called
    page.close()


def working_day(start: dt.date, count: int, off: Callable[[dt.date], bool]) -> dt.date:
    """Return the `count`-th day after `start` that is not off, by counting them one after the other."""
    day = start
    if count == 0:
        while off(day):
            day += DAY
        return day
    for _ in range(count):
        day += DAY
        while off(day):
            day += DAY
    return day


def test_working_days_are_those_of_every_country(run: Run, guide: Guide):
    """Thousands of counts, over weekends of either kind and national holidays, equal a plain loop over `holidays`."""
    first = newest(guide).year
    published = {one["id"]: one for one in public_holidays(first)["items"]}
    assert len(published) >= 25
    assert {"AE", "IL", "SA", "EG", "DE", "GB", "US"} <= published.keys()
    chance = random.Random(7)
    cases, expected = [], []
    for country in COUNTRIES:
        known = holidays.country_holidays(country, years=range(first, first + 3))
        weekend = known.weekend
        for _ in range(80):
            start = dt.date(first, 1, 1) + chance.randrange(0, 1000) * DAY
            count = chance.choice([0, 1, 2, 5, 12, 20, 40])
            cases.append([country, start.isoformat(), count])
            end = working_day(start, count, lambda d: d.weekday() in weekend or d in known)  # noqa: B023
            expected.append(end.isoformat())
    script = """(dates, { cases, published }) => {
      const off = Object.fromEntries(Object.entries(published).map(([id, { weekend, days }]) => [id, { weekend, days: new Set(days) }]));
      return cases.map(([country, start, count]) => dates.addWorkingDays(start, count, off[country]));
    }"""
    assert run("dates", script, {"cases": cases, "published": published}) == expected


def test_days_are_counted_over_leap_days(run: Run):
    """Every day of eight years forward and back, and what is no day at all."""
    start = dt.date(2023, 12, 28)
    cases = [
        [(start + i * DAY).isoformat(), n] for i in range(0, 3000, 3) for n in (-1, 1, 30, 366)
    ]
    expected = [(dt.date.fromisoformat(date) + n * DAY).isoformat() for date, n in cases]
    assert (
        run("dates", "(m, cases) => cases.map(([date, n]) => m.addDays(date, n))", cases)
        == expected
    )
    real = ["2028-02-29", "2026-12-31"]
    unreal = [
        "2027-02-29",
        "2026-02-30",
        "2026-13-01",
        "0026-01-01",
        "2026-1-1",
        "",
        None,
        20261231,
        "2026-12-31T00:00",
    ]
    assert run("dates", "(m, all) => all.filter(m.isDate)", real + unreal) == real


ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "America/St_Johns",
    "Pacific/Chatham",
    "America/Santiago",
    "Asia/Tehran",
    "Pacific/Kiritimati",
    "UTC",
]


def test_clocks_mean_the_moments_that_zoneinfo_says(run: Run):
    """Around each change of the clocks, to the half hour: skipped and doubled times are the same moment and are named."""
    cases, expected = [], []
    for zone in ZONES:
        for day in changes(zone):
            for half_hours in range(-4, 54):
                shown = dt.datetime.combine(day, dt.time()) + half_hours * dt.timedelta(minutes=30)
                cases.append([shown.date().isoformat(), f"{shown:%H:%M}", zone])
                expected.append(means(shown, ZoneInfo(zone)))
    assert sum(odd == "skipped" for _, odd in expected) > 20
    assert sum(odd == "twice" for _, odd in expected) > 20
    found = run(
        "zones",
        "(m, cases) => cases.map((one) => { const { at, odd } = m.moment(...one); return [at / 1000, odd]; })",
        cases,
    )
    wrong = [case for case in zip(cases, expected, found, strict=True) if list(case[1]) != case[2]]
    assert not wrong, wrong[:5]
    back = run(
        "zones",
        "(m, cases) => cases.map(([at, zone]) => m.wall(at * 1000, zone))",
        [[at, zone] for (at, _), (*_, zone) in zip(expected, cases, strict=True)],
    )
    for (at, _), (*_, zone), wall in zip(expected, cases, back, strict=True):
        shown = dt.datetime.fromtimestamp(at, ZoneInfo(zone))
        assert wall == {"date": shown.date().isoformat(), "time": f"{shown:%H:%M}"}


def changes(zone: str) -> list[dt.date]:
    """Return the days of 2026 to 2028 on which the clocks of `zone` change, and one ordinary day."""
    days = [dt.date(2026, 1, 1) + i * DAY for i in range(3 * 365)]

    def ahead(day: dt.date) -> Any:
        return dt.datetime.combine(day, dt.time(), ZoneInfo(zone)).utcoffset()

    return [dt.date(2028, 2, 29), *(day for day in days if ahead(day) != ahead(day + DAY))]


def means(shown: dt.datetime, zone: ZoneInfo) -> tuple[float, str]:
    """Return the moment of a wall time, the first when it comes twice, and whether it is odd."""
    first, second = (shown.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    exists = first.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) == shown
    odd = "skipped" if not exists else "twice" if first.utcoffset() != second.utcoffset() else ""
    return first.timestamp(), odd


def test_a_zone_is_found_by_its_city(run: Run):
    """As people write it; what is no zone is none."""
    found = run(
        "zones",
        "(m, all) => all.map(m.zoneNamed)",
        ["berlin", "Berlin time", " new york ", "europe/lisbon", "UTC", "Nowhere", "", "<b>"],
    )
    assert found == [
        "Europe/Berlin",
        "Europe/Berlin",
        "America/New_York",
        "Europe/Lisbon",
        "UTC",
        "",
        "",
        "",
    ]


COURSES = [
    ({}, ["after-interview", "no-date-given"]),
    ({"promised": "2026-12-11"}, ["after-interview", "date-given"]),
    ({"promised": "2026-11-20"}, ["after-interview", "no-date-given"]),
    ({"promised": "2026-12-11", "events": ["silence"]}, ["after-interview", "silence-after-date"]),
    ({"promised": "2026-12-20", "events": ["silence"]}, ["after-interview", "date-given"]),
    ({"events": ["silence"]}, ["after-interview", "no-date-given"]),
    ({"events": ["references-asked"]}, ["after-interview", "references-asked"]),
    ({"events": ["references-asked", "they-wrote"]}, ["after-interview", "no-date-given"]),
    ({"events": ["other-offer"]}, ["after-interview", "no-date-given", "other-offer"]),
    ({"events": ["other-offer", "offer"]}, ["after-interview", "verbal-offer", "other-offer"]),
    ({"events": ["offer", "turned-down"]}, ["turned-down"]),
    ({"events": ["other-offer", "turned-down"]}, ["turned-down"]),
    ({"events": ["withdrew"]}, ["withdrawing"]),
    ({"date": "", "events": ["offer"]}, ["verbal-offer"]),
    ({"date": ""}, []),
]


@pytest.mark.parametrize(("told", "expected"), COURSES)
def test_what_happened_chooses_the_timelines(run: Run, told: dict[str, Any], expected: list[str]):
    """One course at a time, with what runs beside it; an end ends all."""
    events = [
        {"id": f"e{i}", "what": what, "date": f"2026-12-{14 + i}", "promised": ""}
        for i, what in enumerate(told.get("events", []))
    ]
    facts = {"date": "2026-12-01", **told, "events": events}
    script = """async (m, plan) => { const { sound } = await import("/assets/js/plan/facts.mjs");
      const facts = sound(plan);
      return m.course(facts, facts.date ? { date: facts.date } : undefined).map(({ timeline }) => timeline); }"""
    assert run("course", script, facts) == expected


def test_a_new_date_moves_every_step(run: Run):
    """They write and name another day: the steps count from it; they write without one: from their message."""
    script = """async (m, events) => { const { sound } = await import("/assets/js/plan/facts.mjs");
      const facts = sound({ promised: "2026-12-11", events });
      return m.course(facts, { date: "2026-12-01" }).at(-1).moments; }"""
    wrote = {"id": "e", "what": "they-wrote", "date": "2026-12-15"}
    moved = run("course", script, [{**wrote, "promised": "2027-01-08"}])
    assert moved["promised-date"] == {"date": "2027-01-08"}
    assert run("course", script, [wrote])["interview"] == {"date": "2026-12-15"}


def test_steps_of_every_timeline_are_due_as_the_data_says(run: Run, guide: Guide):
    """Earliest, usual and latest of each step, from each day of eight weeks over Christmas and Easter, in two countries."""
    first = newest(guide).year
    published = {one["id"]: one for one in public_holidays(first)["items"]}
    whens = [
        step.when.model_dump() for timeline in guide.of("timelines") for step in timeline.steps
    ]
    starts = [dt.date(2026, 12, 10) + i * DAY for i in range(28)] + [
        dt.date(2028, 2, 20) + i * DAY for i in range(14)
    ]
    script = """(m, { whens, starts, off }) => starts.flatMap((date) => whens.map((when) => {
      const due = m.due(when, { [when.moment]: { date } }, "UTC", { weekend: off.weekend, days: new Set(off.days) });
      return [due.earliest.date, due.usual.date, due.latest.date]; }))"""
    for country in ("DE", "AE"):
        known = holidays.country_holidays(country, years=range(first, first + 3))

        def off(day: dt.date, known: Any = known) -> bool:
            return day.weekday() in known.weekend or day in known

        given = {
            "whens": whens,
            "starts": [d.isoformat() for d in starts],
            "off": published[country],
        }
        expected = [
            [
                due_on(start, when["unit"], when[name], off)
                for name in ("earliest", "usual", "latest")
            ]
            for start in starts
            for when in whens
        ]
        assert run("course", script, given) == expected


def due_on(start: dt.date, unit: str, count: int, off: Callable[[dt.date], bool]) -> str:
    """Return the day a step is due, counting hours from noon."""
    if unit == "days":
        return (start + count * DAY).isoformat()
    if unit == "business-days":
        return working_day(start, count, off).isoformat()
    return (dt.datetime.combine(start, dt.time(12)) + dt.timedelta(hours=count)).date().isoformat()


def test_hours_are_hours_also_when_the_clocks_change(run: Run):
    """Twenty-four hours after noon on the eve of the change are eleven or one o'clock by the wall, and a day to the minute."""
    when = {"moment": "interview", "unit": "hours", "earliest": 0, "usual": 24, "latest": 24}
    script = """async (m, [when, date]) => { const zones = await import("/assets/js/plan/zones.mjs");
      const { at } = zones.moment(date, "12:00", "Europe/Berlin");
      const { usual } = m.due(when, { interview: { date, at } }, "Europe/Berlin");
      return [usual.at - at, zones.wall(usual.at, "Europe/Berlin").time]; }"""
    assert run("course", script, [when, "2026-10-24"]) == [86_400_000, "11:00"]
    assert run("course", script, [when, "2026-03-28"]) == [86_400_000, "13:00"]


SCENARIOS = [
    (now, lead, hours, formats)
    for (now, lead), hours, formats in itertools.product(
        [("08:00", 35), ("19:40", 4), ("22:00", 1), ("07:00", 1), ("23:10", 2), ("08:30", 0)],
        [0, 0.25, 1, 1.5, 4],
        [[], ["panel"], ["portfolio-review", "presentation", "panel"]],
    )
]


def test_plans_fit_the_hours_left(run: Run, guide: Guide):
    """From five weeks to ninety minutes: no day over its hours, each task once and whole, in order, and nothing unsaid."""
    script = """async (m, { guide, scenarios }) => { const planner = await import("/assets/js/plan/planner.mjs");
      return scenarios.map(([time, lead, hours, formats]) => {
        const date = new Date(Date.UTC(2026, 10, 27 + lead)).toISOString().slice(0, 10);
        const now = { date: "2026-11-27", time };
        const facts = { formats, hours };
        const at = { now, here: "UTC", interview: { date, time: "10:00" } };
        return { ...m.planFor(guide, facts, at, () => undefined), all: m.candidates(guide, formats, !lead) };
      }); }"""
    data = bundle(guide)
    plans = run("tasks", script, {"guide": data, "scenarios": SCENARIOS})
    for (now, lead, hours, formats), plan in zip(SCENARIOS, plans, strict=True):
        where = (now, lead, hours, formats)
        days = plan["days"]
        assert len(days) == lead + 1, where
        spent: dict[str, int] = {}
        longest = max(day["room"] for day in days[:-1] or days)
        for index, day in enumerate(days):
            total = sum(piece["minutes"] for piece in day["pieces"])
            assert total == day["minutes"] <= day["room"], where
            assert day["room"] <= room(now, index, lead, hours), where
            for piece in day["pieces"]:
                assert "part" not in piece or piece["task"]["minutes"] > longest, where
                spent[piece["task"]["id"]] = spent.get(piece["task"]["id"], 0) + piece["minutes"]
        whole = {task["id"]: task["minutes"] for task in plan["all"]}
        assert spent == {id_: whole[id_] for id_ in spent}, where
        left = {task["id"] for task in plan["left"]}
        sheet = {task["id"] for task in plan["all"] if task["list"] == "fifteen-minutes-before"}
        assert left | set(spent) | sheet == set(whole), where
        assert not left & set(spent), where
        in_order(plan, where)
        ends_with_the_sheet(days, sheet, where)


def room(now: str, index: int, lead: int, hours: float) -> int:
    """Return the most minutes a reader can give on day `index`, told plainly."""
    start = int(now[:2]) * 60 + int(now[3:]) if index == 0 else 7 * 60
    end = 10 * 60 if index == lead else 22 * 60 + 30
    most = (hours or 1.5) * 60 if lead or hours else 24 * 60
    return max(0, int(min(most, end - start)))


def in_order(plan: dict[str, Any], where: object) -> None:
    """Within each list, what is planned comes in the order of the phases and of the list."""
    phases = ["week-before", "days-before", "night-before", "the-day"]
    order = {task["id"]: i for i, task in enumerate(plan["all"])}
    lists: dict[str, list[tuple[int, int]]] = {}
    for day in plan["days"]:
        for piece in day["pieces"]:
            task = piece["task"]
            lists.setdefault(task["list"], []).append(
                (phases.index(task["phase"]), order[task["id"]])
            )
    for steps in lists.values():
        assert steps == sorted(steps), where


def ends_with_the_sheet(days: list[dict[str, Any]], sheet: set[str], where: object) -> None:
    """The last fifteen minutes are the sheet's, wherever there are so many."""
    last = [piece["task"]["id"] for piece in days[-1]["pieces"]][-len(sheet) :]
    assert set(last) == sheet or days[-1]["room"] < 15, where


def test_essentials_come_first(run: Run, guide: Guide):
    """With four evenings no task that can wait is planned while an essential one that would fit is left out."""
    script = """(m, guide) => { const at = { now: { date: "2026-11-27", time: "18:00" }, here: "UTC", interview: { date: "2026-12-01", time: "10:00" } };
      return m.planFor(guide, { formats: ["panel"], hours: 1.5 }, at, () => undefined); }"""
    plan = run("tasks", script, bundle(guide))
    planned = [piece["task"] for day in plan["days"][:-1] for piece in day["pieces"]]
    assert planned
    assert all(task.get("essential") for task in planned)
    lists = {task["list"] for task in planned}
    assert {"panel", "debrief-round-one", "story-bank", "research-people"} <= lists


def test_who_gave_no_hours_gets_the_essentials(run: Run, guide: Guide):
    """Five weeks are not filled to the brim unasked; with the hours given, they are."""
    script = """(m, guide) => [0, 1.5].map((hours) => {
      const at = { now: { date: "2026-11-27", time: "18:00" }, here: "UTC", interview: { date: "2027-01-01", time: "10:00" } };
      const { days, left } = m.planFor(guide, { formats: ["panel"], hours }, at, () => undefined);
      return { tasks: days.flatMap(({ pieces }) => pieces.map(({ task }) => task)), left }; })"""
    unasked, asked = run("tasks", script, bundle(guide))
    sheet = "fifteen-minutes-before"
    assert all(task.get("essential") or task["list"] == sheet for task in unasked["tasks"])
    left = {task["phase"] for task in unasked["left"] if task.get("essential")}
    assert left <= {"night-before", "the-day"}, "only the eve can be too short in five weeks"
    assert len(asked["tasks"]) > len(unasked["tasks"])


def test_ninety_minutes_are_those_of_their_list(run: Run, guide: Guide):
    """Invited for today: the short list before anything else, and the sheet at the end."""
    script = """(m, guide) => { const at = { now: { date: "2026-11-27", time: "08:30" }, here: "UTC", interview: { date: "2026-11-27", time: "10:00" } };
      return m.planFor(guide, { formats: ["panel"], hours: 0 }, at, () => undefined).days[0]; }"""
    day = run("tasks", script, bundle(guide))
    planned = {piece["task"]["id"] for piece in day["pieces"]}
    short = {item.id for item in guide.get("ninety-minutes-left").checklist if item.essential}
    assert short <= planned
    assert day["minutes"] <= 90


def test_what_is_ticked_today_is_not_planned_twice(run: Run, guide: Guide):
    """A tick uses up today's minutes instead of making room for more; a missed day is planned anew."""
    script = """(m, guide) => {
      const at = (date) => ({ now: { date, time: "18:00" }, here: "UTC", interview: { date: "2026-12-01", time: "10:00" } });
      const facts = { formats: ["panel"], hours: 1 };
      const first = m.planFor(guide, facts, at("2026-11-27"), () => undefined);
      const done = new Set(first.days[0].pieces.map(({ task }) => task.id));
      const marks = (task) => (done.has(task.id) ? { state: "done", at: "2026-11-27T18:30:00Z" } : undefined);
      const ticked = m.planFor(guide, facts, at("2026-11-27"), marks);
      const missed = m.planFor(guide, facts, at("2026-11-28"), () => undefined);
      return { first: first.days[0], today: ticked.days[0], done: ticked.doneToday.length, missed: missed.days[0] };
    }"""
    found = run("tasks", script, bundle(guide))
    assert found["done"] == len(found["first"]["pieces"])
    assert found["first"]["minutes"] + found["today"]["minutes"] <= 60
    again = {piece["task"]["id"] for piece in found["missed"]["pieces"]}
    assert {piece["task"]["id"] for piece in found["first"]["pieces"]} & again


def test_questions_are_ranked_with_their_reasons(run: Run, guide: Guide):
    """The same every time; those of the format first, the reasons said, and no more than four of a family."""
    script = "(m, { guide, given }) => m.ranked(guide, given, 20)"
    people = [{"name": "Dana", "person": "executive"}, {"name": "", "person": "peer"}]
    given = {"formats": ["panel"], "people": people, "field": "software"}
    data = bundle(guide)
    found = run("ranking", script, {"guide": data, "given": given})
    assert found == run("ranking", script, {"guide": data, "given": given})
    assert len(found) == 20
    assert len({one["id"] for one in found}) == 20
    families = [one["family"] for one in found]
    assert all(families.count(family) <= 4 for family in families)
    assert found[0]["id"] in guide.get("panel").likely
    assert all(one["reasons"] for one in found)
    many = run("ranking", "(m, [guide, given]) => m.ranked(guide, given, 60)", [data, given])
    assert max(Counter(one["family"] for one in many).values()) == 4
    assert any(
        "Dana (executive or board member)" in reason for one in found for reason in one["reasons"]
    )
    assert any(one["reasons"] == ["Only software asks this"] for one in found)
    both = {one["id"]: one["reasons"] for one in found}
    for id_, reasons in both.items():
        if any("both ask this" in reason for reason in reasons):
            assert {"executive", "peer"} <= set(guide.get(id_).people)


@pytest.mark.parametrize(
    ("role", "person"),
    [
        ("VP Engineering", "executive"),
        ("HR", "hr-partner"),
        ("Co-founder", "founder"),
        ("Recruiter at the agency", "recruiter"),
        ("Beekeeper", ""),
        ("<b>", ""),
        ("", ""),
    ],
)
def test_a_job_title_says_who_it_is(run: Run, guide: Guide, role: str, person: str):
    """By the names each kind of person goes by, and nothing when none fits."""
    assert (
        run(
            "ranking",
            "(m, [role, people]) => m.guess(role, people)",
            [role, bundle(guide)["people"]],
        )
        == person
    )


HOSTILE = (
    "<img src=x onerror=alert(1)>, a; b\\n c\nBEGIN:VEVENT\r\nX:\u202e\u05d0\u05d1 👩‍👩‍👧 "
    + "ä" * 300
)


def test_calendar_files_open_in_a_strict_reader(run: Run):
    """Whatever the text: one event each, every character kept, no line over 75 octets."""
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
        {
            "uid": "d.b.c@round-two",
            "title": "Whole day",
            "text": "",
            "date": "2028-02-29",
            "alarms": ["PT9H"],
        },
    ]
    text = run("calendar", FILE, {"versions": [events]})[0]
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
  return versions.map((events) => { now += 1000; log = m.published(events, log, now, "plan", true);
    return m.ics(m.written(events, log, now), now, "Round Two"); }); }"""


def test_a_second_import_updates(run: Run):
    """The same uid and a higher number when something changed, the same number when not; what vanished is cancelled."""

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
    files = run("calendar", FILE, {"versions": versions})
    seen = []
    for text in files:
        events = Calendar.from_ical(text).walk("VEVENT")
        assert len({str(one["UID"]) for one in events}) == len(events)
        seen.append(
            {
                str(one["UID"]).split("@")[0]: (int(one["SEQUENCE"]), str(one["STATUS"]))
                for one in events
            }
        )
    on, off = "CONFIRMED", "CANCELLED"
    assert seen == [
        {"step": (0, on), "other": (0, on), "past": (0, on)},
        {"step": (0, on), "other": (0, on)},
        {"step": (1, on), "other": (1, off)},
        {"step": (1, on), "other": (1, off)},
        {"step": (1, on), "other": (2, on)},
    ]


def test_messages_are_filled_in_and_mailed(run: Run, guide: Guide):
    """Known blanks are filled once, unknown ones named; the link carries every character, and is never too long."""
    script = "(m, [text, values, blanks]) => m.filled(text, values, blanks)"
    values = {"name": "{role} & <b>Dana</b>", "role": "Lead"}
    text = run(
        "letters",
        script,
        ["Dear {name}, {role}, {topic}", values, {"topic": "Something you spoke of"}],
    )
    assert text == "Dear {role} & <b>Dana</b>, Lead, [something you spoke of]"
    body = "Grüße & +1 100% #1\nאב 👩"
    link = run("letters", "(m, [s, b]) => m.mailto(s, b)", ["A & b\nBcc: x@example.com", body])
    query = parse_qs(urlsplit(link["href"]).query.replace("+", "%2B"))
    assert query == {"subject": ["A & b Bcc: x@example.com"], "body": [body.replace("\n", "\r\n")]}
    long = run("letters", "(m, b) => m.mailto('s', b)", "ä" * 2000)
    assert not long["whole"]
    assert len(long["href"]) < 2000


@pytest.mark.parametrize(
    "kept",
    [
        None,
        7,
        "x",
        [],
        {"date": 5, "people": {}},
        {"people": [None, 3, {"id": "<b>"}]},
        {"events": [{"id": "a", "what": "offer"}]},
        {"hours": -3, "zone": "Mars/Base", "country": "<b>", "formats": ["../x", "panel", "panel"]},
    ],
)
def test_what_was_kept_is_read_as_from_a_stranger(run: Run, kept: object):
    """Nothing unsound comes in, and nothing throws."""
    facts = run("facts", "(m, kept) => m.sound(kept)", kept)
    assert facts["people"] == facts["events"] == []
    assert facts["date"] == facts["zone"] == facts["country"] == ""
    assert facts["hours"] == 0
    assert facts["formats"] in ([], ["panel"])


def test_the_plan_can_be_read_offline(site: Path):
    """The data it asks for is among what the service worker keeps."""
    worker = (site / "sw.js").read_text("utf-8")
    for name in ("plan", "timelines", "messages", "taxonomy", "holidays"):
        assert f'"api/v1/{name}.json"' in worker


def test_the_bundle_is_small(guide: Guide):
    """What the page loads for a plan, packed, stays under 60 kB."""
    packed = len(gzip.compress(json.dumps(bundle(guide)).encode()))
    assert packed < 60_000
