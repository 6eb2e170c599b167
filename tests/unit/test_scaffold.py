"""`make new` adds an entry to fill in and changes nothing else."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guidebook.authoring.scaffold import scaffold_entry, suggest_id
from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.loading.load import load_with_problems
from guidebook.parsing.reader import parse
from new import append_entry
from support.broken_data import ROOT


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real data."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("new") / "data"))


def new(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command, with nobody at the keyboard."""
    command = [sys.executable, ROOT / "scripts/new.py", *words, "--data", data]
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def test_scaffolds_are_valid_except_for_their_todos(copy: Path, guide: Guide):
    for kind in KINDS.values():
        group = guide.terms(kind.file_groups)[-1].id if kind.file_groups else ""
        title = f'It\'s "new": a # {kind.name}?'
        text = scaffold_entry(
            kind.model,
            f"new-{kind.name.replace('_', '-')}",
            title,
            guide.taxonomy,
            dt.date(2026, 11, 27),
            listed=kind.is_list,
        )
        file = copy / kind.name / f"{group or 'new-' + kind.name.replace('_', '-')}.yml"
        file = copy / f"{kind.name}.yml" if kind.single else file
        old = file.read_bytes() if file.exists() else b""
        file.write_bytes(append_entry(old, text, "../schema/x.json"))
        assert file.read_bytes().startswith(old)
        entry = parse(text, "").data
        assert (entry[0] if kind.is_list else entry)["title"] == title
    problems = load_with_problems(copy)[1]
    lines = {
        (f"data/{file.relative_to(copy)}", number)
        for file in copy.rglob("*.yml")
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
        if line.endswith("TODO")
    }
    blanks = {(p.path, p.line) for p in problems if p.message == "TODO: this is not written yet"}
    assert blanks == lines
    others = {p.message for p in problems} - {"TODO: this is not written yet"}
    assert others == {"parts: a part holds one thing, not nothing"}


@pytest.mark.parametrize(
    ("old", "start"),
    [
        (b"- id: a\n", b"- id: a\n\n- id: b\n"),
        (b"- id: a", b"- id: a\n\n- id: b\n"),
        (b"- id: a\n\n", b"- id: a\n\n- id: b\n"),
        (b"- id: a\r\n", b"- id: a\r\n\r\n- id: b\r\n"),
        (b"", b"# yaml-language-server: $schema=s.json\n- id: b\n"),
    ],
    ids=["plain", "no final newline", "blank at the end", "Windows", "new file"],
)
def test_appending_keeps_the_existing_bytes(old: bytes, start: bytes):
    assert append_entry(old, "- id: b\n", "s.json") == start


def test_suggested_ids_are_short_and_unused():
    assert suggest_id("What would you do in the first 90 days?", []) == "first-90-days"
    assert suggest_id("What’s your café’s rule?", []) == "cafe-rule"
    assert suggest_id("Was it you?", ["was-it-you"]) == "was-it-you-2"
    assert suggest_id("為什麼？", []) == "entry"
    assert len(suggest_id("supercalifragilistic" * 9, [])) <= 40


def test_command_prints_the_location_and_valid_choices(copy: Path):
    done = new(copy, "asks", "success", "--title", "$(touch x) `x`")
    assert done.stdout.startswith("data/asks/success.yml:")
    assert "'touch-x-x'" in done.stdout
    assert "'ask' is not a kind of entry" in new(copy, "ask").stderr
    assert "success, the-role" in new(copy, "asks", "failure", "--title", "x").stderr
    assert "title" in new(copy, "pay").stderr
