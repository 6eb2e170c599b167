"""Find a Chromium for the tests: one already there, else Playwright's own, else the system's package."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
OPTIONS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PACKAGES = {
    "apt-get": ["apt-get install --yes --no-install-recommends chromium", "apt-get update"],
    "dnf": ["dnf install --assumeyes chromium"],
    "pacman": ["pacman --sync --noconfirm chromium"],
    "apk": ["apk add chromium"],
}
"""Commands that install Chromium, by package manager; the second, where there is one, goes before a second try."""


def find() -> str | None:
    """Return the path of a browser that starts, or None."""
    return next(filter(_starts, _there()), None)


def install() -> str | None:
    """Return the path of a browser, installing one where that is possible, or None."""
    if path := find():
        return path
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    if path := find():
        return path
    _install_package()
    return find()


def _there() -> Iterator[str]:
    if chosen := os.environ.get("BROWSER_PATH"):
        yield chosen
    yield from filter(None, map(shutil.which, NAMES))
    yield from (path for path in MAC if Path(path).exists())
    with sync_playwright() as playwright:
        if Path(own := playwright.chromium.executable_path).exists():
            yield own


def _starts(path: str) -> bool:
    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch(executable_path=path, args=OPTIONS).close()
        except Error:
            return False
    return True


def _install_package() -> None:
    manager = next((name for name in PACKAGES if shutil.which(name)), None)
    if manager is None or (rights := _rights()) is None:
        return
    command, *before = PACKAGES[manager]
    if not _run([*rights, *command.split()]):
        for preparation in before:
            _run([*rights, *preparation.split()])
        _run([*rights, *command.split()])


def _rights() -> list[str] | None:
    """Return what to put before a command that needs rights, or None when we may not."""
    if os.geteuid() == 0:
        return []
    may = (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    )
    return ["sudo", "-n"] if may else None


def _run(command: list[str]) -> bool:
    print("No browser yet:", *command, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True).returncode == 0


def main() -> int:
    """Return 0 when a browser is at hand; without one, 1 in CI and 0 with a warning elsewhere."""
    if install():
        return 0
    print(
        "No browser could be found or installed. Install Chromium, or set BROWSER_PATH.",
        file=sys.stderr,
    )
    if os.environ.get("CI"):
        return 1
    print("The tests that need one will be skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
