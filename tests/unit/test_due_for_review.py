"""The list of entries that are due for review."""

import datetime as dt
import sys

import pytest

from due_for_review import due, main, months_before
from guidebook.guide import Guide
from support.broken_data import ROOT, Copy


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


def test_exit_code_distinguishes_due_not_due_and_invalid_data(
    small_guide: Guide, copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
):
    entry = small_guide.entries_of("messages")[0]
    name = small_guide.origins[entry.id].path.removeprefix("data/")
    old = copy.text(name).replace(f"reviewed: {entry.reviewed}", "reviewed: 1919-11-22", 1)
    monkeypatch.setattr(sys, "argv", ["due_for_review.py", "--data", str(copy.data), "--months", "1200"])
    for files, code in (({}, 0), ({name: old}, 1), ({name: "id: ["}, 2)):
        with copy.with_files(files):
            assert main() == code
        said, problems = capsys.readouterr()
        assert (f": 1919-11-22 reviewed: {entry.title}" in said) == (code == 1)
        assert (f"data/{name}:1:" in problems) == (code == 2)
