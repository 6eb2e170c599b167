"""A reader at work, for the tests of what is saved: the list, what is stored, and a guide that changes meanwhile."""

import json
from typing import Any

from playwright.sync_api import Locator, Page

KEY = "round-two:state"
CHECKLIST_PAGE = "formats/panel/"
MY_DATA_PAGE = "prepare/my-data/"
EARLIER = "2026-01-01T00:00:00.000Z"
LATER = "2026-01-02T00:00:00.000Z"

QUARANTINED = "Object.entries(localStorage).filter(([k]) => k.startsWith('round-two:unreadable:')).map(([, v]) => v)"
"""What was set aside because it could not be read."""


def checkboxes(page: Page) -> Locator:
    """The checkboxes of the list."""
    return page.locator("check-list input[data-item]")


def item_id(page: Page, at: int) -> str:
    """The id of an item of the list."""
    return checkboxes(page).nth(at).get_attribute("data-item") or ""


def show_item_tools(page: Page, at: int) -> None:
    """Open the buttons of an item, such as “Not for me” and “Note”."""
    page.locator("check-list .more-button").nth(at).click()


def saved_state(page: Page) -> dict[str, Any]:
    """What is stored."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))


def saved_items(page: Page) -> dict[str, Any]:
    """The stored marks of the interview in use."""
    stored = saved_state(page)
    return stored["interviews"][stored["interview"]]["items"]


def store_state(page: Page, value: object) -> None:
    """Store `value` as it would have been left by an earlier visit, and come back."""
    text = value if isinstance(value, str) else json.dumps(value)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()


def state_with_items(marks: dict[str, Any], name: str = "My interview", **more: object) -> dict[str, Any]:
    """Return a state of version 2 with one interview."""
    one = {"name": name, "created": "", "at": "", "archived": False, "items": marks, "kept": {}}
    return {"version": 2, "interview": "default", "interviews": {"default": one | more}}


def done_mark(at: str = EARLIER, **more: object) -> dict[str, Any]:
    """Return the mark of a ticked item."""
    return {"state": "done", "rev": 1, "at": at, **more}


def open_second_tab(page: Page) -> Page:
    """The same page in a second tab of the same browser."""
    other = page.context.new_page()
    other.goto(page.url)
    return other


def serve_edited_page(page: Page, path: str, *edits: tuple[str, str]) -> None:
    """Serve an edited page from now on, as if the guide had been rebuilt."""

    def edited(route: Any) -> None:
        answer = route.fetch()
        text = answer.text()
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        route.fulfill(response=answer, body=text)

    page.unroute_all()
    page.route(f"**/{path}", edited)
    page.reload()


def answer_dialog(page: Page, name: str) -> None:
    """Answer the question that is asked before something is lost."""
    page.locator("dialog.ask").get_by_role("button", name=name).click()


def call_module(page: Page, name: str, script: str, argument: object = None) -> Any:
    """Run `script`, a function of (module, argument), with a module of the site: the one that the page uses, if it has any."""
    call = f"async ([name, given]) => ({script})(await import({FOLDER} + name), given)"
    return page.evaluate(call, [f"{name}.mjs", argument])


FOLDER = """new URL(document.querySelector("[data-modules]")?.dataset.modules.match(/\\S*assets\\/js[^/]*\\//)[0] ?? "/assets/js/", location)"""
"""The folder of the modules of a page; its name changes with them."""


def choose_backup_file(page: Page, content: object) -> None:
    """Give a backup file to the page."""
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    body = text.encode() if isinstance(text, str) else text
    page.set_input_files("#backup-file", {"name": "b.json", "mimeType": "application/json", "buffer": body})


def backup_file(value: object) -> dict[str, Any]:
    """Return the content of a backup file."""
    return {"format": "round-two-backup", "saved": EARLIER, "state": value}


def state_with_values(kept: dict[str, Any], **interviews: tuple[str, dict[str, Any]]) -> str:
    """Return what an earlier visit kept under its names, as the browser holds it."""
    one = {"created": "", "at": "", "archived": False, "items": {}}

    def interview(name: str, values: dict[str, Any]) -> dict[str, Any]:
        cells = {key: {"value": value, "at": ""} for key, value in values.items()}
        return one | {"name": name, "kept": cells}

    all_ = {"default": interview("My interview", kept)}
    all_ |= {id_: interview(*named) for id_, named in interviews.items()}
    return json.dumps({"version": 2, "interview": "default", "interviews": all_})


def saved_value(page: Page, name: str) -> Any:
    """What is kept under `name` for the interview in use."""
    stored = saved_state(page)
    cell = stored["interviews"][stored["interview"]]["kept"].get(name)
    return cell and cell["value"]


PLAN = {
    "date": "2099-12-01",
    "formats": ["panel"],
    "people": [
        {"id": "a", "name": "Dana", "role": "", "person": "hiring-manager"},
        {"id": "b", "name": "Ines", "role": "Night lead", "person": "peer"},
        {"id": "c", "name": "Sam", "role": "", "person": "executive"},
    ],
    "field": "health-care",
}
STORIES = {
    "story-a": {"name": "Wrong bricks", "competencies": ["ownership", "planning", "judgement"]},
    "story-b": {"name": "Night bus", "competencies": ["conflict", "collaboration"], "told": True},
}
"""An interview with a panel, and two stories, as a reader keeps them."""
