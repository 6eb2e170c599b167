"""`mkdocs serve` during edits: rebuilds, problems and recovery."""

import os
import queue
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.broken_data import ROOT
from support.data_edits import copy_project

pytestmark = pytest.mark.slow
FILE = "data/formats/panel.yml"
PATIENCE = 300
"""Seconds. A server that ends is noticed at once; this is for a busy machine."""


class Served:
    """A copy of the project that is being served."""

    def __init__(self, project: Path, port: int = 0) -> None:
        self.project = project
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            self.port = probe.getsockname()[1]
        self.folder = Path(tempfile.mkdtemp(dir=project))
        command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--dirty", "--dev-addr", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            command,
            cwd=project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(self.folder)},
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

    def files(self) -> dict[str, bytes]:
        """Return every file of the site by its address; one, packed, holds the time of packing."""
        (site,) = self.folder.glob("mkdocs_*")
        files = (file for file in site.rglob("*") if file.is_file() and file.suffix != ".gz")
        return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}

    def page(self, path: str) -> str:
        """Return a page as the browser gets it."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
            return answer.read().decode()


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Served]:
    """A copy of the project with a mistake in it, served."""
    project = copy_project(tmp_path)
    edit(project, "room: table", "room: tabel")
    server = Served(project)
    yield server
    server.stop()


def edit(project: Path, old: str, new: str) -> None:
    """Write the file of the panel anew, with `new` instead of `old`."""
    good = (ROOT / FILE).read_text("utf-8")
    assert old in good
    (project / FILE).write_text(good.replace(old, new), "utf-8")


def test_problems_are_listed_until_they_are_fixed(broken: Served):
    broken.wait_for("Serving on")
    assert f"{FILE}:" in broken.page("problems.html")

    edit(broken.project, "", "")
    broken.wait_for("Reloading browsers")
    assert "They called you back" in broken.page("")
    assert "Panel interview" in broken.page("formats/panel/")
    assert "problem" not in broken.page("problems.html")

    edit(broken.project, "room: table", "room: tabel")
    output = broken.wait_for("Reloading browsers")
    assert f"{FILE}:" in output
    assert "'tabel' is not known" in output
    assert "Traceback" not in output
    assert "Panel interview" in broken.page("formats/panel/")
    assert f"{FILE}:" in broken.page("problems.html")

    edit(broken.project, "summary: ", "summary: Among friends, ")
    broken.wait_for("Reloading browsers")
    assert "problem" not in broken.page("problems.html")
    for path in ("formats/panel/", "formats/", "print/panel/", "search/records.json"):
        assert "Among friends, " in broken.page(path)

    template = broken.project / "hooks/guidebook/site/templates/formats.md.jinja"
    template.write_text(template.read_text("utf-8") + "\n<p>The end.</p>\n", "utf-8")
    broken.wait_for("Reloading browsers")
    assert "<p>The end.</p>" in broken.page("formats/panel/")

    module = broken.project / "hooks/guidebook/models/formats.py"
    text = module.read_text("utf-8")
    assert '"""What is scored.' in text or "class Score" in text
    module.write_text(text.replace("class Score(Model):\n", "class Score(Model):\n    rank: int\n", 1), "utf-8")
    broken.wait_for("Reloading browsers")
    assert "&#39;rank&#39; is missing" in broken.page("problems.html")


TABLE, VALUES = "data/taxonomy.yml", "data/questions/values.yml"
EDITS = [
    ("a text", VALUES, "You checked what you saw", "First you checked what you saw"),
    ("a title that others show", VALUES, "title: When did being", "title: When ever did being"),
    ("the title of a page", FILE, "title: Panel interview", "title: Panel of friends"),
    ("lines that move", FILE, "id: panel\n", "# To be read first.\nid: panel\n"),
    ("a mistake", FILE, "room: table", "room: tabel"),
    ("another", VALUES, "listens_for:", "listen_for:"),
    ("one mended", FILE, "room: tabel", "room: table"),
    ("the other mended", VALUES, "listen_for:", "listens_for:"),
    ("a page more", FILE, "id: panel\n", "id: panel\naliases: [many-to-one]\n"),
    ("a page less", FILE, "aliases: [many-to-one]\n", "aliases: [several-to-one]\n"),
    ("a group", TABLE, "title: Values", "title: What you value"),
    ("no change", TABLE, "title: Values", "title: Values"),
]


def test_rebuilds_after_edits_equal_a_fresh_build(tmp_path: Path):
    project = copy_project(tmp_path / "project")
    server = Served(project)
    server.wait_for("Serving on")
    for name, file, old, new in EDITS:
        text = (project / file).read_text("utf-8")
        assert old in text or name == "no change"
        (project / file).write_text(text.replace(old, new, 1), "utf-8")
        server.wait_for("Reloading browsers")
        if "mistake" in name:
            assert "&#39;tabel&#39; is not known" in server.page("problems.html")
    found = server.files()
    server.stop()
    again = Served(project, server.port)
    again.wait_for("Serving on")
    expected = again.files()
    again.stop()
    assert found.keys() == expected.keys()
    assert not [name for name, content in found.items() if content != expected[name]]


def test_failed_build_reports_the_problems_of_check(tmp_path: Path):
    project = copy_project(tmp_path)
    shutil.rmtree(project / "data")
    shutil.copytree(ROOT / "tests/cases/terrible/data", project / "data")
    result = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=project, capture_output=True, text=True)
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "Traceback" not in said
    for line in (ROOT / "tests/cases/terrible/expected.txt").read_text("utf-8").splitlines():
        assert line in said
