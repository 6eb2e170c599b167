"""Export the data of the planner: tasks, questions and people in one file, public holidays in another."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import holidays

from ..guide import Guide
from ..models import Checklist, Entry, Format
from ..urls import entry_url

HOLIDAY_YEARS = 3
"""Years of public holidays, starting with the year of the guide's last review."""

PLANNER_ROLES = ("ninety-minutes", "fifteen-minutes", "night-before")
"""Roles of the checklists that the planner schedules by the clock."""

PLANNED_PHASES = ("week-before", "days-before", "night-before", "the-day")
"""Phases whose items become tasks of a plan."""


def public_holidays(guide: Guide) -> dict[str, Any]:
    """Return the weekend (Sunday is 0) and the national holidays of each country for HOLIDAY_YEARS years.

    Regional holidays are left out. Holidays of lunar calendars are estimates of the package `holidays`.
    """
    first = guide.last_reviewed.year
    countries = [_country(term.id, term.title, first) for term in guide.terms("countries")]
    return {
        "kind": "holidays",
        "count": len(countries),
        "from": f"{first}-01-01",
        "to": f"{first + HOLIDAY_YEARS - 1}-12-31",
        "items": countries,
    }


@cache
def _country(id_: str, title: str, first: int) -> dict[str, Any]:
    days = holidays.country_holidays(id_, years=range(first, first + HOLIDAY_YEARS))
    return {
        "id": id_,
        "title": title,
        "weekend": sorted((day + 1) % 7 for day in days.weekend),
        "days": sorted(day.isoformat() for day in days),
    }


def plan_data(guide: Guide) -> dict[str, Any]:
    """Return the data that the planner and the ranking of questions need."""
    lists = [*guide.entries_of("formats"), *_ordered_checklists(guide)]
    return {
        "kind": "plan",
        "named": dict(guide.named_ids),
        "date": guide.last_reviewed.isoformat(),
        "lists": [_list(guide, entry) for entry in lists],
        "tasks": [task for entry in lists for task in _tasks(guide, entry)],
        "core": _core(guide.named_entry("ninety-minutes")),
        **_people_and_formats(guide),
        **_questions_and_signs(guide),
    }


def _people_and_formats(guide: Guide) -> dict[str, list[dict[str, Any]]]:
    """Return the formats, people and lines of work that a reader can select."""
    return {
        "formats": [
            _fields(guide, one, "aliases minutes people likely asks red_flags pitfalls")
            | {
                "first_five": list(one.moves.first_five),
                "online": one.drawing.room in ("screen", "camera"),
                "core": _core(one),
            }
            for one in guide.entries_of("formats")
        ],
        "people": [
            _fields(guide, one, "aliases also judges fears asks opening pitfalls") | {"also": [*one.also, *one.search]}
            for one in guide.entries_of("people")
        ],
        "fields": [
            _fields(guide, one, "aliases formats people")
            | {"questions": [{"id": own.id, "title": own.title} for own in one.questions]}
            for one in guide.entries_of("fields")
        ],
    }


def _questions_and_signs(guide: Guide) -> dict[str, list[dict[str, Any]]]:
    """Return all questions, and the asks and signs that formats and people refer to."""
    owners = [*guide.entries_of("formats"), *guide.entries_of("people")]
    asks = {id_ for one in owners for id_ in one.asks}
    signs = {id_ for one in guide.entries_of("formats") for id_ in one.red_flags}
    return {
        "questions": [
            _fields(guide, one, "people formats fields aliases") | {"family": guide.group_of(one)}
            for one in guide.entries_of("questions")
        ],
        "asks": [_fields(guide, one, "people") for one in guide.entries_of("asks") if one.id in asks],
        "red_flags": [_fields(guide, one, "signal") for one in guide.entries_of("red_flags") if one.id in signs],
    }


def _ordered_checklists(guide: Guide) -> Iterator[Checklist]:
    """Yield the checklists with tasks: first the chain of `next` from the first round on, then the others."""
    entries = {
        one.id: one
        for one in guide.entries_of("checklists")
        if any(item.phase in PLANNED_PHASES for item in one.checklist)
    }
    id_: str | None = guide.named_ids["first-round"]
    while id_ and (entry := entries.pop(id_, None)):
        yield entry
        id_ = entry.next
    yield from entries.values()


def _list(guide: Guide, entry: Format | Checklist) -> dict[str, Any]:
    formats = entry.formats if isinstance(entry, Checklist) else (entry.id,)
    fields = {"id": entry.id, "title": entry.title, "url": entry_url(guide, entry)}
    only = {"only": entry.only} if isinstance(entry, Checklist) and entry.only else {}
    return {**fields, "formats": [*formats], **only, **_role(guide, entry)}


def _core(entry: Format | Checklist) -> dict[str, Any]:
    """Return the coach's order of priority."""
    return entry.core.model_dump(mode="json") if entry.core else {}


def _tasks(guide: Guide, entry: Format | Checklist) -> Iterator[dict[str, Any]]:
    """Yield each item of a checklist that belongs to a plan."""
    options = {"mode": "json", "exclude_none": True, "exclude_defaults": True, "exclude": {"why", "search"}}
    for item in entry.checklist:
        if item.phase in PLANNED_PHASES:
            fields = item.model_dump(**options)
            yield {"list": entry.id, "rev": item.rev, **fields, **_role(guide, entry)}


def _role(guide: Guide, entry: Entry) -> dict[str, str]:
    """Return the field `role` of a checklist that the planner schedules by the clock, or nothing."""
    roles = [role for role in PLANNER_ROLES if guide.named_ids[role] == entry.id]
    return {"role": roles[0]} if roles else {}


def _fields(guide: Guide, entry: Entry, names: str) -> dict[str, Any]:
    """Return the URL of `entry`, its id and title, and those of the fields `names` that have a value."""
    data = entry.model_dump(mode="json", include={"id", "title", *names.split()})
    return {name: value for name, value in data.items() if value} | {"url": entry_url(guide, entry)}
