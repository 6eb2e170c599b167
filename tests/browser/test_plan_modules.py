"""The modules that compute a plan: hours, tasks and likely questions."""

import datetime as dt
import gzip
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook.export.plan import plan_data
from guidebook.guide import Guide
from support.data_edits import current_ids

DAY = dt.timedelta(days=1)
Run = Callable[..., Any]


def test_hours_are_elapsed_time_across_clock_changes(run: Run):
    when = {"moment": "interview", "unit": "hours", "earliest": 0, "usual": 24, "latest": 24}
    script = """async (m, [when, date]) => { const zones = await import("/assets/js/plan/time-zones.mjs");
      const { at } = zones.toInstant(date, "12:00", "Europe/Berlin");
      const { usual } = m.computeDue(when, { interview: { date, at } }, "Europe/Berlin");
      return [usual.at - at, zones.toWallTime(usual.at, "Europe/Berlin").time]; }"""
    assert run("timelines", script, [when, "2026-10-24"]) == [86_400_000, "11:00"]
    assert run("timelines", script, [when, "2026-03-28"]) == [86_400_000, "13:00"]


SCHEDULE = """async (m, { guide, scenarios }) => { const { interviewDay } = await import("/assets/js/plan/interview-day.mjs");
  const { toTime } = await import("/assets/js/plan/departure.mjs");
  const wall = (text) => ({ date: text.slice(0, 10), time: text.slice(11) });
  return scenarios.map(({ now, interview, ...answers }) => {
    const at = { now: wall(now), readerZone: "UTC", interview: wall(interview) };
    const plan = m.schedulePreparation(guide, { formats: [], hours: 0, travel: "", journey: 0, ...answers }, at, () => undefined);
    const day = plan.days.find(({ date }) => date === at.interview.date);
    const rows = interviewDay(day?.pieces ?? [], plan.departure, plan.begin);
    return { ...plan, rows: rows.map(({ time, mark, piece }) => ({ time: time >= 0 ? toTime(time) : "", task: piece?.task.id ?? mark, place: piece?.task.where ?? "home", minutes: piece?.minutes ?? 0, mark })) };
  }); }"""
GOLDEN = yaml.safe_load((Path(__file__).parents[1] / "cases/plans.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", GOLDEN)
def test_golden_plans(run: Run, guide: Guide, name: str):
    """A coach has read these plans. After a change, read the new one, and put it into tests/cases/plans.yml if it's better."""
    case = {**GOLDEN[name]}
    expected = case.pop("plan")
    [plan] = run("tasks", SCHEDULE, {"guide": plan_data(guide), "scenarios": [case]})
    found = {}
    for day in plan["days"]:
        if day["date"] == case["interview"][:10]:
            found["the day"] = [f"{row['time']} {row['task']}".strip() for row in plan["rows"]]
        elif day["pieces"]:
            found[f"{dt.date.fromisoformat(day['date']):%A}"] = [piece["task"]["id"] for piece in day["pieces"]]
    present = current_ids(guide)
    assert found == {day: [present.get(line, line) for line in lines] for day, lines in expected.items()}


def scenarios(guide: Guide) -> Iterator[dict[str, Any]]:
    """Yield many interviews: near and far, at the office and online, with little time and much."""
    pick = random.Random(19).choice
    formats = [entry.id for entry in guide.entries_of("formats")]
    for _ in range(300):
        lead, now, time = (
            pick([0, 1, 1, 2, 4, 7, 14, 36, 71]),
            pick(["00:30", "08:00", "16:00", "18:10", "23:00"]),
            pick(["", "08:00", "13:00", "19:30"]),
        )
        if lead or now < (time or "21:00"):
            today = dt.date(2026, 11, 27) + pick(range(8)) * DAY
            means = {"travel": pick(["", "online", "walk", "transit"]), "journey": pick([0, 15, 90])}
            hours = pick([0, -1, 0.25, 1, 2, 6])
            chosen = [*{pick(formats) for _ in range(pick(range(3)))}]
            yield {
                "now": f"{today}T{now}",
                "interview": f"{today + lead * DAY}T{time}",
                "formats": chosen,
                "hours": hours,
                **means,
            }


def test_generated_plans_keep_the_rules_of_a_coach(run: Run, guide: Guide):
    cases = [*scenarios(guide)]
    for case, plan in zip(cases, run("tasks", SCHEDULE, {"guide": plan_data(guide), "scenarios": cases}), strict=True):
        pieces = [(day["date"], piece) for day in plan["days"] for piece in day["pieces"]]
        tasks = {piece["task"]["id"]: piece["task"] for _, piece in pieces}
        replaced = {other for task in tasks.values() for other in task.get("instead_of", [])}
        assert pieces, case
        assert not replaced & tasks.keys(), case
        done: set[str] = set()
        for date, piece in pieces:
            task = piece["task"]
            assert task["id"] not in done or "part" in piece, (case, "twice")
            assert {*task.get("after", [])} <= done, (case, task["id"])
            assert task.get("only") in (None, "online" if plan["online"] else "office"), (case, task["id"])
            assert task.get("soon") != "working-day" or dt.date.fromisoformat(date).weekday() < 5, (case, task["id"])
            done |= {task["id"], *task.get("instead_of", [])}
        stays_within_hours(case, plan["days"])
        leaves_on_time(case, plan["rows"])


def stays_within_hours(case: dict[str, Any], days: list[dict[str, Any]]) -> None:
    """No day has more work than its hours; getting ready the night before may take its own time. Without hours it's one evening."""
    lead = len(days) - 1
    for index, day in enumerate(days):
        limit = {0: 90 if lead > 1 else 180, -1: 120 if index == lead - 1 else 0}.get(case["hours"], case["hours"] * 60)
        assert day["minutes"] == sum(piece["minutes"] for piece in day["pieces"]), case
        night = sum(piece["minutes"] for piece in day["pieces"] if piece["task"].get("role") == "night-before")
        assert day["date"] == case["interview"][:10] or day["minutes"] <= max(limit, night), (case, day["date"])


def leaves_on_time(case: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    """The day is in order of time: home, the way, the door, the room; fifteen minutes early, and nothing at home after leaving."""
    timed = [row for row in rows if row["time"]]
    assert [row["time"] for row in timed] == sorted(row["time"] for row in timed), case
    places = [["home", "way", "door", "room"].index(row["place"]) for row in rows if not row.get("mark")]
    assert places == sorted(places), case
    if case["interview"][11:] and rows:
        is_today = case["now"][:10] == case["interview"][:10]
        early = dt.datetime.fromisoformat(case["interview"]) - dt.timedelta(minutes=0 if is_today else 15)
        arrivals = [row["time"] for row in rows if row.get("mark") == "arrive"]
        # On the day itself it may be too late to be there in time.
        assert is_today or arrivals, case
        assert all(time <= f"{early:%H:%M}" for time in arrivals), case


def test_completed_tasks_use_up_the_minutes_of_today(run: Run, guide: Guide):
    script = """(m, guide) => {
      const at = (date) => ({ now: { date, time: "18:00" }, readerZone: "UTC", interview: { date: "2026-12-01", time: "10:00" } });
      const facts = { formats: ["panel"], hours: 1 };
      const first = m.schedulePreparation(guide, facts, at("2026-11-27"), () => undefined);
      const done = new Set(first.days[0].pieces.map(({ task }) => task.id));
      const marks = (task) => (done.has(task.id) ? { state: "done", at: "2026-11-27T18:30:00Z" } : undefined);
      const ticked = m.schedulePreparation(guide, facts, at("2026-11-27"), marks);
      const missed = m.schedulePreparation(guide, facts, at("2026-11-28"), () => undefined);
      return { first: first.days[0], today: ticked.days[0], done: ticked.doneToday.length, missed: missed.days[0] };
    }"""
    found = run("tasks", script, plan_data(guide))
    assert found["done"] == len(found["first"]["pieces"])
    assert found["first"]["minutes"] + found["today"]["minutes"] <= 60
    again = {piece["task"]["id"] for piece in found["missed"]["pieces"]}
    assert {piece["task"]["id"] for piece in found["first"]["pieces"]} & again


def test_likely_questions_are_ranked_with_reasons(run: Run, guide: Guide):
    script = "(m, { guide, given }) => m.rankQuestions(guide, given, 20)"
    people = [{"name": "Dana", "person": "executive"}, {"name": "", "person": "peer"}]
    given = {"formats": ["panel"], "people": people, "field": "software"}
    data = plan_data(guide)
    found = run("likely-questions", script, {"guide": data, "given": given})
    assert found == run("likely-questions", script, {"guide": data, "given": given})
    assert len(found) == 20
    assert len({one["id"] for one in found}) == 20
    families = [one["family"] for one in found]
    assert all(families.count(family) <= 4 for family in families)
    assert found[0]["id"] in guide.get("panel").likely
    assert all(one["reasons"] for one in found)
    many = run("likely-questions", "(m, [guide, given]) => m.rankQuestions(guide, given, 60)", [data, given])
    assert max(Counter(one["family"] for one in many).values()) == 4
    assert any("Dana (executive or board member)" in reason for one in found for reason in one["reasons"])
    assert any(one["reasons"] == ["Asked only in software"] for one in found)
    both = {one["id"]: one["reasons"] for one in found}
    for id_, reasons in both.items():
        if any("often ask this" in reason for reason in reasons):
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
def test_job_title_suggests_a_kind_of_person(run: Run, guide: Guide, role: str, person: str):
    assert (
        run(
            "likely-questions", "(m, [role, people]) => m.guessPerson(role, people)", [role, plan_data(guide)["people"]]
        )
        == person
    )


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
def test_invalid_saved_plans_are_ignored(run: Run, kept: object):
    facts = run("plan-data", "(m, kept) => m.parsePlan(kept)", kept)
    assert facts["people"] == facts["events"] == []
    assert facts["date"] == facts["zone"] == facts["country"] == ""
    assert facts["hours"] == 0
    assert facts["formats"] in ([], ["panel"])


def test_plan_data_is_precached(site: Path):
    worker = (site / "sw.js").read_text("utf-8")
    for name in ("plan", "timelines", "messages", "taxonomy", "holidays"):
        assert f'"api/v1/{name}.json"' in worker


def test_plan_data_is_under_60_kilobytes(guide: Guide):
    packed = len(gzip.compress(json.dumps(plan_data(guide)).encode()))
    assert packed < 60_000
