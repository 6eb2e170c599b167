"""A plan to look at, what the browser keeps of it, and the calendar file it gives."""

import json
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import Page

from support.state import KEY

NOW = "2026-11-27T17:10:00Z"
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


def state_with_plan(plan: object, kept: dict[str, object]) -> str:
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


def saved_plan_value(page: Page, name: str = "plan") -> Any:
    """What the interview in use keeps under `name`."""
    stored = json.loads(page.evaluate("k => localStorage.getItem(k)", KEY))
    return stored["interviews"][stored["interview"]]["kept"][name]["value"]


def download_calendar(page: Page, button: str) -> Calendar:
    """Press a button that saves a calendar file, and read the file strictly."""
    with page.expect_download() as download:
        page.locator(button).click()
    return Calendar.from_ical(Path(download.value.path()).read_bytes())


def plan_title(page: Page) -> Any:
    """The headline of the result."""
    return page.locator(".plan-title")
