"""The data behind a reader's plan: tasks, questions and people in one file, and public holidays in another."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import holidays

from ..guide import Guide
from ..models import Checklist, Entry, Format, Item
from ..urls import entry_url

YEARS = 3
"""Years of holidays, from that of the guide's date on."""

PLANNER_LISTS = ("ninety-minutes", "fifteen-minutes")
"""Roles of the checklists that the planner treats on their own."""

PLANNED = ("week-before", "days-before", "night-before", "the-day")
"""The phases of what can be planned before an interview."""


def public_holidays(guide: Guide) -> dict[str, Any]:
    """Return the weekend (Sunday is 0) and the national holidays of each country, for YEARS years from that of the guide.

    Regional holidays are left out. Holidays that follow the moon are estimates of the package `holidays`.
    """
    first = guide.last_reviewed.year
    countries = [_country(term.id, term.title, first) for term in guide.terms("countries")]
    return {
        "kind": "holidays",
        "count": len(countries),
        "from": f"{first}-01-01",
        "to": f"{first + YEARS - 1}-12-31",
        "items": countries,
    }


@cache
def _country(id_: str, title: str, first: int) -> dict[str, Any]:
    days = holidays.country_holidays(id_, years=range(first, first + YEARS))
    weekend = sorted((day + 1) % 7 for day in days.weekend)
    return {
        "id": id_,
        "title": title,
        "weekend": weekend,
        "days": sorted(day.isoformat() for day in days),
    }


def plan_data(guide: Guide) -> dict[str, Any]:
    """Return the data that the planner and the ranking of questions need, and no more."""
    lists = [*guide.entries_of("formats"), *_ordered_checklists(guide)]
    return {
        "kind": "plan",
        "named": dict(guide.named_ids),
        "date": guide.last_reviewed.isoformat(),
        "lists": [_list(guide, entry) for entry in lists],
        "tasks": [
            _task(entry, one) | _role(guide, entry)
            for entry in lists
            for one in entry.checklist
            if one.phase in PLANNED
        ],
        **_people_and_formats(guide),
        **_questions_and_signs(guide),
    }


def _people_and_formats(guide: Guide) -> dict[str, list[dict[str, Any]]]:
    """Return what a reader can choose: formats, people and lines of work."""
    return {
        "formats": [
            _part(guide, one, "aliases minutes people likely asks red_flags pitfalls")
            | {"first_five": list(one.moves.first_five)}
            for one in guide.entries_of("formats")
        ],
        "people": [
            _part(guide, one, "aliases also judges fears asks opening pitfalls")
            | {"also": [*one.also, *one.search]}
            for one in guide.entries_of("people")
        ],
        "fields": [
            _part(guide, one, "aliases formats people")
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
            _part(guide, one, "people formats fields aliases") | {"family": guide.group_of(one)}
            for one in guide.entries_of("questions")
        ],
        "asks": [_part(guide, one, "people") for one in guide.entries_of("asks") if one.id in asks],
        "red_flags": [
            _part(guide, one, "signal") for one in guide.entries_of("red_flags") if one.id in signs
        ],
    }


def _list(guide: Guide, entry: Format | Checklist) -> dict[str, Any]:
    formats = entry.formats if isinstance(entry, Checklist) else (entry.id,)
    head = {"id": entry.id, "title": entry.title, "url": entry_url(guide, entry)}
    return head | {"formats": [*formats]} | _role(guide, entry)


def _ordered_checklists(guide: Guide) -> Iterator[Checklist]:
    """Yield the checklists that prepare, in the order in which one leads to the next, then those outside the chain."""
    entries = {
        one.id: one
        for one in guide.entries_of("checklists")
        if any(item.phase in PLANNED for item in one.checklist)
    }
    at: str | None = guide.named_ids["first-round"]
    while at and (entry := entries.pop(at, None)):
        yield entry
        at = entry.next
    yield from entries.values()


def _role(guide: Guide, entry: Entry) -> dict[str, str]:
    """Return the role of a checklist that the planner treats on its own, if it has one."""
    roles = [role for role in PLANNER_LISTS if guide.named_ids[role] == entry.id]
    return {"role": roles[0]} if roles else {}


def _task(entry: Entry, one: Item) -> dict[str, Any]:
    whole = one.model_dump(mode="json", exclude_none=True, exclude_defaults=True, exclude={"why"})
    return {"list": entry.id, "rev": one.rev, **whole}


def _part(guide: Guide, entry: Entry, fields: str) -> dict[str, Any]:
    data = entry.model_dump(mode="json", include={"id", "title", *fields.split()})
    return {name: value for name, value in data.items() if value} | {"url": entry_url(guide, entry)}
