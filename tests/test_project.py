"""The files around the guide: workflows, forms, citation, licences."""

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import yaml

from conftest import ROOT
from guidebook.guide import Guide
from links import ExceptionTo, Link, cited, exceptions, report

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


def test_the_workflows_are_sound():
    """zizmor finds nothing: no broad right, no unpinned action, no text of strangers in a shell."""
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [zizmor, "--offline", "--no-progress", ROOT / ".github"]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def test_one_digest_an_action():
    """A version is the same wherever it is used, and its number stands beside it."""
    used = re.findall(
        r"uses: (\S+)@([0-9a-f]{40}) # (v[\d.]+)$",
        "".join(f.read_text("utf-8") for f in WORKFLOWS),
        re.M,
    )
    assert len(used) == sum(f.read_text("utf-8").count("uses:") for f in WORKFLOWS)
    assert len({action for action, *_ in used}) == len({*used})


def test_no_workflow_with_a_token_runs_code_of_a_pull_request():
    """What can write checks nothing out, or runs on main only."""
    for file in WORKFLOWS:
        flow = yaml.safe_load(file.read_text("utf-8"))
        triggers = flow[True]
        for job in flow["jobs"].values():
            steps = [step.get("uses", "") for step in job["steps"]]
            if "write" in job["permissions"].values():
                assert "pull_request" not in triggers
                assert "pull_request_target" not in triggers
                assert "workflow_run" not in triggers or not any("checkout" in use for use in steps)


def test_links_that_fail_are_named_and_exceptions_end(guide: Guide):
    """An exception that is no longer needed, or has ended, is itself an error."""
    gone = {"https://a", "https://b", "https://c"}
    links = [Link(f"https://{name}", f"data/x.yml:{n}") for n, name in enumerate("abcd")]
    known = [
        ExceptionTo("https://b", "refuses scripts", dt.date(2027, 1, 1)),
        ExceptionTo("https://c", "moving", dt.date(2026, 1, 1)),
        ExceptionTo("https://d", "was down", dt.date(2027, 1, 1)),
        ExceptionTo("https://e", "old", dt.date(2027, 1, 1)),
    ]
    lines = [
        *report(
            links, known, dt.date(2026, 11, 27), lambda url: "answers 404" if url in gone else ""
        )
    ]
    assert lines == [
        "- <https://a> answers 404 (data/x.yml:0)",
        "- <https://d> answers: remove its exception",
        "- <https://c>: the exception (moving) ended on 2026-01-01",
        "- <https://e> is cited no more: remove its exception",
    ]
    assert len([*cited(guide)]) > 20
    assert all(exception.reason for exception in exceptions(ROOT / ".github/links.yml"))
