"""`mkdocs serve` while somebody edits: it rebuilds, survives a mistake, and recovers."""

import os
import queue
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

FILE = "data/formats/panel.yml"
PATIENCE = 300
"""Seconds. A server that ends is noticed at once; this is for a busy machine."""


class Served:
    """A copy of the project that is being served."""

    def __init__(self, project: Path) -> None:
        self.project = project
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [
            sys.executable,
            "-u",
            "-m",
            "mkdocs",
            "serve",
            "--dev-addr",
            f"127.0.0.1:{self.port}",
        ]
        self.process = subprocess.Popen(
            command,
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)

    def wait_for(self, words: str) -> str:
        """Return what the server says until it says `words`."""
        said, end = "", time.monotonic() + PATIENCE
        while words not in said:
            assert time.monotonic() < end, said
            try:
                said += self.lines.get(timeout=1)
            except queue.Empty:
                assert self.process.poll() is None, said
        return said

    def stop(self) -> None:
        """End the server and wait until it is gone."""
        self.process.kill()
        self.process.wait()
        self.listener.join()
        self.process.stdout.close()

    def page(self, path: str) -> str:
        """Return a page as the browser gets it."""
        with urllib.request.urlopen(
            f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE
        ) as answer:
            return answer.read().decode()


def copied(target: Path) -> Path:
    """Copy what the build needs into `target`, to be broken there."""
    for name in ("docs", "hooks", "data"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Served]:
    """A copy of the project with a mistake in it, served."""
    project = copied(tmp_path)
    edit(project, "room: table", "room: tabel")
    server = Served(project)
    yield server
    server.stop()


def edit(project: Path, old: str, new: str) -> None:
    """Write the file of the panel anew, with `new` instead of `old`."""
    good = (ROOT / FILE).read_text("utf-8")
    assert old in good
    (project / FILE).write_text(good.replace(old, new), "utf-8")


def test_a_mistake_its_mending_and_an_edit(broken: Served):
    """What a contributor sees over ten minutes, in one go, beginning with a mistake."""
    broken.wait_for("Serving on")
    assert f"{FILE}:" in broken.page("")

    edit(broken.project, "", "")
    broken.wait_for("Reloading browsers")
    assert "They called you back" in broken.page("")
    page = broken.page("formats/panel/")
    assert "Panel interview" in page
    assert "to mend" not in page

    edit(broken.project, "room: table", "room: tabel")
    said = broken.wait_for("Reloading browsers")
    assert f"{FILE}:" in said
    assert "'tabel' is not known" in said
    assert "Traceback" not in said
    page = broken.page("formats/panel/")
    assert "Panel interview" in page
    assert f"{FILE}:" in page

    edit(broken.project, "title: Panel interview", "title: Panel of friends")
    broken.wait_for("Reloading browsers")
    page = broken.page("formats/panel/")
    assert "Panel of friends" in page
    assert "to mend" not in page

    edit(broken.project, "summary: ", "summary: With friends or not, ")
    broken.wait_for("Reloading browsers")
    edit(broken.project, "summary: ", "summary: Among friends, ")
    said = broken.wait_for("Reloading browsers")
    assert "Building documentation" not in said
    for path in ("formats/panel/", "formats/", "print/panel/", "search/records.json"):
        assert "Among friends, " in broken.page(path)

    template = broken.project / "hooks/guidebook/templates/formats.md.jinja"
    template.write_text(template.read_text("utf-8") + "\n<p>The end.</p>\n", "utf-8")
    broken.wait_for("Reloading browsers")
    assert "<p>The end.</p>" in broken.page("formats/panel/")


def test_a_broken_build_says_what_check_says(tmp_path: Path):
    """The same lines from the build as from `make check`, and no traceback."""
    project = copied(tmp_path)
    shutil.rmtree(project / "data")
    shutil.copytree(ROOT / "tests/terrible/data", project / "data")
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=project, capture_output=True, text=True
    )
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "Traceback" not in said
    for line in (ROOT / "tests/terrible/expected.txt").read_text("utf-8").splitlines():
        assert line in said
