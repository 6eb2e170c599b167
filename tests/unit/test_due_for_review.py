"""The list of entries that are due for review."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from due_for_review import due, months_before
from guidebook.guide import Guide
from support.broken_data import ROOT


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2026-11-27", 12, "2025-11-27"),
        ("2026-01-31", 11, "2025-02-28"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2026-05-31", 1, "2026-04-30"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-01-15", 0, "2026-01-15"),
    ],
)
def test_months_are_subtracted_by_the_calendar(day: str, months: int, before: str):
    assert months_before(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(before)


def test_every_entry_falls_due_oldest_first(guide: Guide):
    found = [*due(guide, dt.date(2099, 1, 1))]
    assert len(found) == sum(1 for _ in guide.all_entries()) + len(guide.entries_of("off_limits"))
    assert [day for day, *_ in found] == sorted(day for day, *_ in found)
    day, place, _ = found[0]
    path, _, line = place.partition(":")
    assert str(day) in (ROOT / path).read_text("utf-8").split("\n")[int(line) - 1]
    assert [*due(guide, dt.date(2020, 1, 1))] == []


def test_exit_code_distinguishes_due_not_due_and_invalid_data(tmp_path: Path):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    command = [sys.executable, ROOT / "scripts/due_for_review.py", "--data", data, "--months"]
    assert subprocess.run([*command, "1200"], capture_output=True).returncode == 0
    file = data / "messages/withdraw.yml"
    file.write_text(file.read_text("utf-8").replace("reviewed: 2026", "reviewed: 1919"), "utf-8")
    result = subprocess.run([*command, "1200"], capture_output=True, text=True)
    assert result.returncode == 1
    assert result.stdout.startswith("data/messages/withdraw.yml:4: 1919-11-22 reviewed: Withdraw")
    file.write_text("id: [", "utf-8")
    result = subprocess.run([*command, "1200"], capture_output=True, text=True)
    assert (result.returncode, "Traceback" in result.stderr) == (2, False)
