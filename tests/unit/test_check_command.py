"""The command `make check`: output, formats and exit codes."""

import datetime as dt
import json
import os
import re
import subprocess
import sys

from guidebook.guide import Guide
from guidebook.lint import with_location
from guidebook.lint.dates import dates_are_not_in_the_future
from support.broken_data import ROOT

TERRIBLE = str(ROOT / "tests/cases/terrible/data")
CHECK = [sys.executable, str(ROOT / "scripts/check.py")]


def run_check(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run scripts/check.py as a contributor does."""
    return subprocess.run(
        [*CHECK, *options], capture_output=True, encoding="utf-8", errors="replace", env=os.environ | environment
    )


def test_every_problem_of_the_broken_folder_is_reported():
    result = run_check("--data", TERRIBLE)
    lines = re.sub(r"(?<=belongs to:) .*", "", result.stdout).splitlines()  # the kinds there are
    of_the_data = [line for line in lines if line.startswith("data/")]
    assert of_the_data == (ROOT / "tests/cases/terrible/expected.txt").read_text("utf-8").splitlines()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_check_accepts_the_data():
    result = run_check()
    assert result.returncode == 0, result.stdout
    assert "no problems" in result.stdout


def test_problems_are_available_as_json_and_github_annotations():
    found = json.loads(run_check("--data", TERRIBLE, "--format", "json").stdout)
    lines = run_check("--data", TERRIBLE, "--format", "github").stdout.splitlines()
    assert found[0].keys() == {"path", "line", "column", "message", "hint"}
    assert len(lines) == len(found)
    assert all(line.startswith(("::error file=data/", "::error file=hooks/")) for line in lines)


def test_missing_data_folder_is_reported():
    result = run_check("--data", "nowhere")
    assert result.returncode == 1
    assert "there is no such folder" in result.stdout


def test_output_is_escaped_for_limited_encodings():
    result = run_check("--data", TERRIBLE, PYTHONIOENCODING="ascii")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert result.stdout.count("\n") == len(run_check("--data", TERRIBLE).stdout.splitlines())


def test_closed_pipe_ends_without_a_traceback():
    command = [*CHECK, "--data", TERRIBLE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read().decode()
    assert process.returncode == 1
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_future_review_dates_are_refused(guide: Guide):
    entry = max(guide.all_entries(), key=lambda entry: entry.reviewed)
    assert not [*dates_are_not_in_the_future(guide, entry.reviewed - dt.timedelta(days=1))]
    late = entry.model_copy(update={"reviewed": entry.reviewed + dt.timedelta(days=3)})
    kind = guide.kind_of(entry)
    entries = {**guide.entries, kind: {**guide.entries[kind], late.id: late}}
    changed = Guide(guide.taxonomy, entries, guide.origins, guide.renamed)
    (problem,) = with_location(changed, dates_are_not_in_the_future(changed, entry.reviewed))
    assert "is in the future" in problem.message
    assert problem.line == guide.locate(entry, "reviewed")[1]
    assert not [*dates_are_not_in_the_future(guide, dt.date(2000, 1, 1))]
