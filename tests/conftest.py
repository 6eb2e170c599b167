"""What tests share: the real guide, the site built from it, a server and a browser."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import browser as browsers
from guidebook.guide import Guide
from guidebook.loading.load import load
from static_server import serve
from support.broken_data import VALID, Copy
from support.plan import NOW, state_with_plan
from support.state import KEY, state_with_values
from support.waiting import TIMEOUT

ROOT = Path(__file__).parent.parent

expect.set_options(timeout=TIMEOUT * 1000)
gc.set_threshold(100_000, 50, 50)  # the guide is large and stays: looking it through costs a twelfth


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser, and run the others that need the site in one process.

    `make quick` leaves the first out, and builds the site once for the second.
    """
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser_path" in fixtures:
            item.add_marker("browser")
        elif "site" in fixtures:
            item.add_marker(pytest.mark.xdist_group("site"))


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The real data."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def small_guide() -> Guide:
    """The guide of tests/cases/valid, for tests that name its entries."""
    return load(VALID / "data")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy of the small guide to break."""
    return Copy(tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly; a warning fails it."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment)
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr, result.stderr
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Where a real browser is; where none can be had this fails in CI and skips elsewhere."""
    path = browsers.find_browser()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no browser: run `make test`")
    return str(path)


@pytest.fixture(scope="session")
def chromium(browser_path: str) -> Iterator[Browser]:
    """A real browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=browsers.LAUNCH_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def _browser_of_module(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"], service_workers="block")
    yield context
    context.close()


@pytest.fixture
def page(_browser_of_module: BrowserContext, address: str) -> Iterator[Page]:
    """A page on this site, with nothing stored. Cheaper than `open_page`: tests of a module share the browser context."""
    page = _browser_of_module.new_page()
    page.goto(address + "api/v1/index.json")
    page.evaluate("localStorage.clear()")
    yield page
    for one in _browser_of_module.pages:
        one.close()


@pytest.fixture
def visit(page: Page) -> Callable[..., Page]:
    """`visit(path, kept, **interviews)` opens a page of the site where an earlier visit kept something."""

    def visited(path: str, kept: dict | None = None, **interviews: tuple) -> Page:
        text = state_with_values(kept or {}, **interviews)
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        page.goto(urljoin(page.url, f"/{path}"))
        return page

    return visited


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """`open_page(path, **context)` opens a page of the site in a fresh browser context."""
    contexts = []

    def opened(path: str, **options: object) -> Page:
        contexts.append(chromium.new_context(**{"service_workers": "block", **options}))
        page = contexts[-1].new_page()
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def run(chromium: Browser, address: str) -> Iterator[Callable[..., Any]]:
    """`run(module, script, argument)` calls `script`, a function of (module, argument), in one page for all tests."""
    page: Page = chromium.new_page(service_workers="block", timezone_id="Europe/Lisbon")
    page.goto(address + "about/")

    def called(name: str, script: str, argument: object = None) -> Iterator[Callable[..., Any]]:
        call = f"async ([url, given]) => ({script})(await import(url), given)"
        return page.evaluate(call, [f"/assets/js/plan/{name}.mjs", argument])

    yield called
    page.close()


@pytest.fixture(scope="module")
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """One context of a phone in Lisbon for the whole module."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740},
        timezone_id="Europe/Lisbon",
        service_workers="block",
        accept_downloads=True,
    )
    yield context
    context.close()


@pytest.fixture
def planned(phone: BrowserContext, address: str) -> Iterator[Callable[..., Page]]:
    """`planned(plan, path, now)` opens a page with this plan kept and the clock standing still."""
    page = phone.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{error}\n{error.stack}"))

    def visited(plan: object = None, path: str = "plan/", now: str = NOW, **kept: object) -> Page:
        page.clock.set_fixed_time(now)
        page.goto(address + "about/claims/")
        page.evaluate("localStorage.clear()")
        if plan is not None:
            page.evaluate("([k, t]) => localStorage.setItem(k, t)", [KEY, state_with_plan(plan, kept)])
        page.goto(address + path)
        return page

    yield visited
    page.close()
    assert errors == []
