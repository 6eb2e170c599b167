"""The modules that compute a plan: hours, tasks and likely questions."""

import datetime as dt
import gzip
import itertools
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guidebook.export.plan import plan_data
from guidebook.guide import Guide

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


SCENARIOS = [
    (now, lead, hours, formats)
    for (now, lead), hours, formats in itertools.product(
        [("08:00", 35), ("19:40", 4), ("22:00", 1), ("07:00", 1), ("23:10", 2), ("08:30", 0)],
        [0, 0.25, 1, 1.5, 4],
        [[], ["panel"], ["portfolio-review", "presentation", "panel"]],
    )
]


def test_plans_fit_the_available_hours(run: Run, guide: Guide):
    script = """async (m, { guide, scenarios }) => { return scenarios.map(([time, lead, hours, formats]) => {
        const date = new Date(Date.UTC(2026, 10, 27 + lead)).toISOString().slice(0, 10);
        const now = { date: "2026-11-27", time };
        const facts = { formats, hours };
        const at = { now, readerZone: "UTC", interview: { date, time: "10:00" } };
        return { ...m.schedulePreparation(guide, facts, at, () => undefined), all: m.selectTasks(guide, formats, !lead) };
      }); }"""
    data = plan_data(guide)
    plans = run("tasks", script, {"guide": data, "scenarios": SCENARIOS})
    for (now, lead, hours, formats), plan in zip(SCENARIOS, plans, strict=True):
        where = (now, lead, hours, formats)
        days = plan["days"]
        assert len(days) == lead + 1, where
        spent: dict[str, int] = {}
        longest = max(day["capacity"] for day in days[:-1] or days)
        for index, day in enumerate(days):
            total = sum(piece["minutes"] for piece in day["pieces"])
            assert total == day["minutes"] <= day["capacity"], where
            assert day["capacity"] <= room(now, index, lead, hours), where
            for piece in day["pieces"]:
                assert "part" not in piece or piece["task"]["minutes"] > longest, where
                spent[piece["task"]["id"]] = spent.get(piece["task"]["id"], 0) + piece["minutes"]
        whole = {task["id"]: task["minutes"] for task in plan["all"]}
        assert spent == {id_: whole[id_] for id_ in spent}, where
        left = {task["id"] for task in plan["left"]}
        sheet = {task["id"] for task in plan["all"] if task.get("role") == "fifteen-minutes"}
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
            lists.setdefault(task["list"], []).append((phases.index(task["phase"]), order[task["id"]]))
    for steps in lists.values():
        assert steps == sorted(steps), where


def ends_with_the_sheet(days: list[dict[str, Any]], sheet: set[str], where: object) -> None:
    """The last fifteen minutes are the sheet's, wherever there are so many."""
    last = [piece["task"]["id"] for piece in days[-1]["pieces"]][-len(sheet) :]
    assert set(last) == sheet or days[-1]["capacity"] < 15, where


def test_essential_tasks_are_planned_first(run: Run, guide: Guide):
    script = """(m, guide) => { const at = { now: { date: "2026-11-27", time: "18:00" }, readerZone: "UTC", interview: { date: "2026-12-01", time: "10:00" } };
      return m.schedulePreparation(guide, { formats: ["panel"], hours: 1.5 }, at, () => undefined); }"""
    plan = run("tasks", script, plan_data(guide))
    planned = [piece["task"] for day in plan["days"][:-1] for piece in day["pieces"]]
    assert planned
    assert all(task.get("essential") for task in planned)
    lists = {task["list"] for task in planned}
    roles = ("first-round", "stories", "research")
    assert {"panel", *(guide.named_ids[role] for role in roles)} <= lists


def test_plan_without_hours_contains_only_essentials(run: Run, guide: Guide):
    script = """(m, guide) => [0, 1.5].map((hours) => {
      const at = { now: { date: "2026-11-27", time: "18:00" }, readerZone: "UTC", interview: { date: "2027-01-01", time: "10:00" } };
      const { days, left } = m.schedulePreparation(guide, { formats: ["panel"], hours }, at, () => undefined);
      return { tasks: days.flatMap(({ pieces }) => pieces.map(({ task }) => task)), left }; })"""
    unasked, asked = run("tasks", script, plan_data(guide))
    sheet = "fifteen-minutes"
    assert all(task.get("essential") or task.get("role") == sheet for task in unasked["tasks"])
    left = {task["phase"] for task in unasked["left"] if task.get("essential")}
    assert left <= {"night-before", "the-day"}, "only the eve can be too short in five weeks"
    assert len(asked["tasks"]) > len(unasked["tasks"])


def test_plan_for_today_uses_the_ninety_minute_list(run: Run, guide: Guide):
    script = """(m, guide) => { const at = { now: { date: "2026-11-27", time: "08:30" }, readerZone: "UTC", interview: { date: "2026-11-27", time: "10:00" } };
      return m.schedulePreparation(guide, { formats: ["panel"], hours: 0 }, at, () => undefined).days[0]; }"""
    day = run("tasks", script, plan_data(guide))
    planned = {piece["task"]["id"] for piece in day["pieces"]}
    short = {item.id for item in guide.named_entry("ninety-minutes").checklist if item.essential}
    assert short <= planned
    assert day["minutes"] <= 90


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
