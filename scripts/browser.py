"""Find a Chromium for the tests, or install one: an installed browser, Playwright's own, or the system's package."""

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
LAUNCH_OPTIONS = [
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
"""Commands that install Chromium, by package manager. A second command prepares a second attempt."""


def find_browser() -> str | None:
    """Return the path of a browser that starts, or None."""
    return next(filter(_starts, _candidates()), None)


def find_or_install_browser() -> str | None:
    """Return the path of a browser, installed if necessary, or None where that is not possible."""
    if path := find_browser():
        return path
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    if path := find_browser():
        return path
    _install_package()
    return find_browser()


def _candidates() -> Iterator[str]:
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
            playwright.chromium.launch(executable_path=path, args=LAUNCH_OPTIONS).close()
        except Error:
            return False
    return True


def _install_package() -> None:
    manager = next((name for name in PACKAGES if shutil.which(name)), None)
    if manager is None or (prefix := _root_prefix()) is None:
        return
    command, *before = PACKAGES[manager]
    if not _run([*prefix, *command.split()]):
        for preparation in before:
            _run([*prefix, *preparation.split()])
        _run([*prefix, *command.split()])


def _root_prefix() -> list[str] | None:
    """Return what precedes a command that needs root, or None without the permission."""
    if os.geteuid() == 0:
        return []
    is_allowed = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo", "-n"] if is_allowed else None


def _run(command: list[str]) -> bool:
    print("No browser found:", *command, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True).returncode == 0


def main() -> int:
    """Return 0 with a browser; without one, return 1 in CI, and 0 after a warning elsewhere."""
    if find_or_install_browser():
        return 0
    print("No browser could be found or installed. Install Chromium, or set BROWSER_PATH.", file=sys.stderr)
    if os.environ.get("CI"):
        return 1
    print("The tests that need one are skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
