"""Dates of the plan against independent references: working days, time zones and steps."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import holidays
import pytest

from guidebook.export.plan import public_holidays
from guidebook.guide import Guide

DAY = dt.timedelta(days=1)
Run = Callable[..., Any]


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


def test_working_days_match_the_holidays_library_for_every_country(run: Run, guide: Guide):
    first = guide.last_reviewed.year
    published = {one["id"]: one for one in public_holidays(guide)["items"]}
    assert len(published) >= 25
    assert {"AE", "IL", "SA", "EG", "DE", "GB", "US"} <= published.keys()
    chance = random.Random(7)
    cases, expected = [], []
    for country in published:
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


def test_day_arithmetic_matches_python_and_rejects_invalid_dates(run: Run):
    start = dt.date(2023, 12, 28)
    cases = [[(start + i * DAY).isoformat(), n] for i in range(0, 3000, 3) for n in (-1, 1, 30, 366)]
    expected = [(dt.date.fromisoformat(date) + n * DAY).isoformat() for date, n in cases]
    assert run("dates", "(m, cases) => cases.map(([date, n]) => m.addDays(date, n))", cases) == expected
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


def test_local_times_match_zoneinfo_around_clock_changes(run: Run):
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
        "time-zones",
        "(m, cases) => cases.map((one) => { const { at, clockChange } = m.toInstant(...one); return [at / 1000, clockChange]; })",
        cases,
    )
    wrong = [case for case in zip(cases, expected, found, strict=True) if list(case[1]) != case[2]]
    assert not wrong, wrong[:5]
    back = run(
        "time-zones",
        "(m, cases) => cases.map(([at, zone]) => m.toWallTime(at * 1000, zone))",
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


FOUND = {
    "berlin": "Europe/Berlin",
    "Berlin time": "Europe/Berlin",
    " new york ": "America/New_York",
    "New York, NY": "America/New_York",
    "europe/lisbon": "Europe/Lisbon",
    "São Paulo": "America/Sao_Paulo",
    "St. John’s": "America/St_Johns",
    "Mexico City": "America/Mexico_City",
    "UTC": "UTC",
    "Kyiv, Ukraine": "Europe/Kyiv",
    "Ho Chi Minh City": "Asia/Ho_Chi_Minh",
    "Nowhere": "",
    "": "",
    "<b>": "",
    "a" * 60 + "!": "",
}
RENAMED = {
    "Africa": "Asmera Asmara",
    "America": "Coral_Harbour Atikokan Godthab Nuuk Argentina/Buenos_Aires Indiana/Indianapolis Montreal",
    "Asia": "Calcutta Kolkata Katmandu Kathmandu Rangoon Yangon Saigon Ho_Chi_Minh Dacca Dhaka Macao Macau Thimbu Thimphu",
    "Atlantic": "Faeroe Faroe",
    "Australia": "Canberra",
    "Europe": "Kiev Kyiv",
    "Pacific": "Enderbury Kanton Ponape Pohnpei Truk Chuuk",
}
"""Old and new names of zones, of which a browser lists one."""


def test_time_zone_is_found_by_city_name(run: Run):
    assert run("time-zones", "(m, all) => all.map(m.findZone)", [*FOUND]) == [*FOUND.values()]
    zones = [f"{area}/{name}" for area, names in RENAMED.items() for name in names.split()]
    cities = [zone.rpartition("/")[2].replace("_", " ") for zone in zones]
    script = "(m, all) => all.map((one) => m.toWallTime(1e12, m.findZone(one)))"
    assert run("time-zones", script, cities) == run("time-zones", script, zones)
    current = {"Europe/Kyiv", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Yangon", "Asia/Ho_Chi_Minh", "America/Nuuk"}
    assert current <= {*run("time-zones", "(m) => m.allZones()")}
    assert run("zones", "(m) => m.cityName('Asia/Calcutta')") == "Kolkata"


COURSES = [
    ({}, ["after-interview", "no-date-given"]),
    ({"promised": "2026-12-11"}, ["after-interview", "date-given"]),
    ({"promised": "2026-11-20"}, ["after-interview", "no-date-given"]),
    ({"promised": "2026-12-11", "events": ["silence"]}, ["after-interview", "date-given", "silence-after-date"]),
    ({"promised": "2026-12-20", "events": ["silence"]}, ["after-interview", "date-given"]),
    ({"events": ["silence"]}, ["after-interview", "no-date-given"]),
    ({"events": ["references-asked"]}, ["after-interview", "references-asked"]),
    ({"events": ["references-asked", "they-wrote"]}, ["after-interview", "no-date-given"]),
    ({"events": ["other-offer"]}, ["after-interview", "other-offer"]),
    ({"events": ["other-offer", "offer"]}, ["after-interview", "verbal-offer", "other-offer"]),
    ({"events": ["offer", "turned-down"]}, ["turned-down"]),
    ({"events": ["other-offer", "turned-down"]}, ["turned-down"]),
    ({"events": ["withdrew"]}, ["withdrawing"]),
    ({"date": "", "events": ["offer"]}, ["verbal-offer"]),
    ({"date": ""}, []),
]


@pytest.mark.parametrize(("told", "expected"), COURSES)
def test_events_choose_the_timelines(run: Run, told: dict[str, Any], expected: list[str]):
    events = [
        {"id": f"e{i}", "what": what, "date": f"2026-12-{14 + i}", "promised": ""}
        for i, what in enumerate(told.get("events", []))
    ]
    facts = {"date": "2026-12-01", **told, "events": events}
    script = """async (m, plan) => { const { parsePlan } = await import("/assets/js/plan/plan-data.mjs");
      const facts = parsePlan(plan);
      return m.activeTimelines(facts, facts.date ? { date: facts.date } : undefined).map(({ timeline }) => timeline); }"""
    assert run("timelines", script, facts) == expected


def test_new_promised_date_moves_every_step(run: Run):
    script = """async (m, events) => { const { parsePlan } = await import("/assets/js/plan/plan-data.mjs");
      const facts = parsePlan({ promised: "2026-12-11", events });
      return m.activeTimelines(facts, { date: "2026-12-01" }).at(-1).moments; }"""
    wrote = {"id": "e", "what": "they-wrote", "date": "2026-12-15"}
    moved = run("timelines", script, [{**wrote, "promised": "2027-01-08"}])
    assert moved["promised-date"] == {"date": "2027-01-08"}
    assert run("timelines", script, [wrote])["interview"] == {"date": "2026-12-15"}


def test_due_dates_of_all_steps_match_a_reference(run: Run, guide: Guide):
    first = guide.last_reviewed.year
    published = {one["id"]: one for one in public_holidays(guide)["items"]}
    whens = [step.when.model_dump() for timeline in guide.entries_of("timelines") for step in timeline.steps]
    starts = [dt.date(2026, 12, 10) + i * DAY for i in range(28)] + [dt.date(2028, 2, 20) + i * DAY for i in range(14)]
    script = """(m, { whens, starts, off }) => starts.flatMap((date) => whens.map((when) => {
      const due = m.computeDue(when, { [when.moment]: { date } }, "UTC", { weekend: off.weekend, days: new Set(off.days) });
      return [due.earliest.date, due.usual.date, due.latest.date]; }))"""
    for country in ("DE", "AE"):
        known = holidays.country_holidays(country, years=range(first, first + 3))

        def off(day: dt.date, known: Any = known) -> bool:
            return day.weekday() in known.weekend or day in known

        given = {"whens": whens, "starts": [d.isoformat() for d in starts], "off": published[country]}
        expected = [
            [due_on(start, when["unit"], when[name], off) for name in ("earliest", "usual", "latest")]
            for start in starts
            for when in whens
        ]
        assert run("timelines", script, given) == expected


def due_on(start: dt.date, unit: str, count: int, off: Callable[[dt.date], bool]) -> str:
    """Return the day a step is due, counting hours from noon."""
    if unit == "days":
        return (start + count * DAY).isoformat()
    if unit == "business-days":
        return working_day(start, count, off).isoformat()
    return (dt.datetime.combine(start, dt.time(12)) + dt.timedelta(hours=count)).date().isoformat()
