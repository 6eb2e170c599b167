"""Renaming every entry, item and step with an alias, as CONTRIBUTING says, breaks nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from guidebook.guide import Guide
from guidebook.loading.load import load
from static_server import serve
from support.broken_data import ROOT
from support.data_edits import copy_project, current_ids, rename_every_id
from support.plan import NOW, PLAN, state_with_plan
from support.state import KEY

pytestmark = pytest.mark.slow

EVENTS = [{"id": "h", "what": "on-hold", "date": "2026-12-14", "promised": ""}]
PLANS = {"before": (PLAN, NOW), "on hold": ({**PLAN, "events": EVENTS}, "2026-12-15T09:00:00Z")}


@pytest.fixture(scope="module")
def renamed_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in which every id is new."""
    project = copy_project(tmp_path_factory.mktemp("renamed"))
    rename_every_id(project / "data")
    return project


@pytest.fixture(scope="module")
def renamed_guide(renamed_project: Path) -> Guide:
    """Return the guide with new ids; it has no problem."""
    return load(renamed_project / "data")


@pytest.fixture(scope="module")
def renamed_address(renamed_project: Path) -> Iterator[str]:
    """Build the site with new ids strictly, and return the address at which it is served."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, cwd=renamed_project, capture_output=True, text=True, env=environment, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    with serve(renamed_project / "site") as address:
        yield address


def test_every_id_is_renamed_and_known(guide: Guide, renamed_guide: Guide):
    """The former ids of entries lead to the new ones, so that links and saved ticks survive."""
    former = current_ids(renamed_guide)
    new = {entry.id: former[entry.id] for entry in guide.all_entries()}
    assert {*new.values()} == {entry.id for entry in renamed_guide.all_entries()}
    assert new.keys().isdisjoint(new.values())


def test_labeled_queries_follow_a_rename(renamed_guide: Guide):
    """Each id that tests/cases/queries.yml wants is a present id, a former one, or that of a part or a group."""
    queries = yaml.safe_load((ROOT / "tests/cases/queries.yml").read_text("utf-8"))
    wanted = {id_ for group in queries.values() for ids in group.values() for id_ in ids}
    former = current_ids(renamed_guide)
    assert len(wanted & former.keys()) > len(wanted) / 2


def plan_text(chromium: Browser, address: str, path: str, plan: dict, now: str) -> str:
    """Return what a page shows to a reader whose browser has saved `plan`."""
    page: Page = chromium.new_page(service_workers="block", timezone_id="Europe/Lisbon")
    page.clock.set_fixed_time(now)
    page.goto(f"{address}about/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, state_with_plan(plan, {})])
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    text = page.locator("main").inner_text()
    page.close()
    return text


@pytest.mark.parametrize("path", ["plan/", "plan/day/"])
@pytest.mark.parametrize("name", PLANS)
def test_a_saved_plan_shows_the_same_after_a_rename(
    chromium: Browser, address: str, renamed_address: str, guide: Guide, path: str, name: str
):
    """Tasks, questions, dates and messages are those of before, also when they put the job on hold."""
    plan, now = PLANS[name]
    before = plan_text(chromium, address, path, plan, now)
    assert before == plan_text(chromium, renamed_address, path, plan, now)
    expected = guide.named_entry("on-hold").title if path == "plan/" and name == "on hold" else plan["company"]
    assert expected in before


@pytest.mark.parametrize("path", ["formats/panel/", "people/executive/", "print/panel/"])
def test_former_addresses_lead_to_the_page(chromium: Browser, renamed_address: str, renamed_guide: Guide, path: str):
    """A bookmark from before the rename opens the entry."""
    page = chromium.new_page(service_workers="block")
    page.goto(renamed_address + path)
    folder, id_ = path.strip("/").split("/")
    page.wait_for_url(f"**/{folder}/{current_ids(renamed_guide)[id_]}/")
    assert page.locator("h1, h2").first.inner_text()
    page.close()
