"""Guide -> the data that a reader's plan is made of: a small bundle, and public holidays."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import holidays

from ..guide import Guide
from ..models import Checklist, Entry, Item
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


def bundle(guide: Guide) -> dict[str, Any]:
    """Return what the planner and the ranking need of every kind, and no more."""
    lists = [*guide.entries_of("formats"), *_chain(guide)]
    roles = {guide.named_ids[role]: role for role in PLANNER_LISTS}
    named = {
        kind: {id_ for one in guide.entries_of("formats") for id_ in getattr(one, kind)}
        for kind in ("asks", "red_flags")
    }
    named["asks"] |= {id_ for person in guide.entries_of("people") for id_ in person.asks}
    return {
        "kind": "plan",
        "named": dict(guide.named_ids),
        "date": guide.last_reviewed.isoformat(),
        "lists": [
            {
                "id": entry.id,
                "title": entry.title,
                "url": entry_url(guide, entry),
                "formats": [*_formats(entry)],
                **_role(roles, entry),
            }
            for entry in lists
        ],
        "tasks": [
            _task(entry, one) | _role(roles, entry)
            for entry in lists
            for one in entry.checklist
            if one.phase in PLANNED
        ],
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
        "questions": [
            _part(guide, one, "people formats fields aliases") | {"family": guide.group_of(one)}
            for one in guide.entries_of("questions")
        ],
        "asks": [
            _part(guide, one, "people")
            for one in guide.entries_of("asks")
            if one.id in named["asks"]
        ],
        "red_flags": [
            _part(guide, one, "signal")
            for one in guide.entries_of("red_flags")
            if one.id in named["red_flags"]
        ],
        "fields": [
            _part(guide, one, "aliases formats people")
            | {"questions": [{"id": own.id, "title": own.title} for own in one.questions]}
            for one in guide.entries_of("fields")
        ],
    }


def _chain(guide: Guide) -> Iterator[Checklist]:
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


def _role(roles: Mapping[str, str], entry: Entry) -> dict[str, str]:
    return {"role": roles[entry.id]} if entry.id in roles else {}


def _formats(entry: Entry) -> tuple[str, ...]:
    return entry.formats if isinstance(entry, Checklist) else (entry.id,)


def _task(entry: Entry, one: Item) -> dict[str, Any]:
    whole = one.model_dump(mode="json", exclude_none=True, exclude_defaults=True, exclude={"why"})
    return {"list": entry.id, "rev": one.rev, **whole}


def _part(guide: Guide, entry: Entry, fields: str) -> dict[str, Any]:
    data = entry.model_dump(mode="json", include={"id", "title", *fields.split()})
    return {name: value for name, value in data.items() if value} | {"url": entry_url(guide, entry)}
