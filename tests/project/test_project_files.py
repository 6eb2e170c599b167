"""Workflows, issue forms, citation and licenses."""

import datetime as dt
import hashlib
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from html import escape, unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from address import write_addresses
from check_links import ExceptionTo, Link, cited_links, read_exceptions, report
from guidebook.export.json_values import LICENSE, VERSION
from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.loading.load import load_with_problems
from guidebook.output import Site
from guidebook.site.pages import render_pages
from release import ABOUT, changes_in_words, write_release
from support.broken_data import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


def test_zizmor_finds_no_problem_in_the_workflows():
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [zizmor, "--offline", "--no-progress", ROOT / ".github"]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def test_each_action_is_pinned_to_one_digest_with_its_version():
    used = re.findall(
        r"uses: (\S+)@([0-9a-f]{40}) # (v[\d.]+)$", "".join(f.read_text("utf-8") for f in WORKFLOWS), re.M
    )
    assert len(used) == sum(f.read_text("utf-8").count("uses: actions/") for f in WORKFLOWS)
    assert len({action for action, *_ in used}) == len({*used})


def test_workflows_with_write_access_run_no_code_of_pull_requests():
    for file in WORKFLOWS:
        flow = yaml.safe_load(file.read_text("utf-8"))
        triggers = flow[True]
        for job in flow["jobs"].values():
            steps = [step.get("uses", "") for step in job.get("steps", ())]
            assert job.get("timeout-minutes") or not steps, file
            if "write" in job["permissions"].values():
                assert "pull_request" not in triggers
                assert "pull_request_target" not in triggers
                assert "workflow_run" not in triggers or not any("checkout" in use for use in steps)


def test_link_report_names_failures_and_outdated_exceptions(guide: Guide):
    gone = {"https://a", "https://b", "https://c"}
    links = [Link(f"https://{name}", f"data/x.yml:{n}") for n, name in enumerate("abcd")]
    known = [
        ExceptionTo("https://b", "refuses scripts", dt.date(2027, 1, 1)),
        ExceptionTo("https://c", "moving", dt.date(2026, 1, 1)),
        ExceptionTo("https://d", "was down", dt.date(2027, 1, 1)),
        ExceptionTo("https://e", "old", dt.date(2027, 1, 1)),
    ]
    lines = [*report(links, known, dt.date(2026, 11, 27), lambda url: "answers 404" if url in gone else "")]
    assert lines == [
        "- <https://a> answers 404 (data/x.yml:0)",
        "- <https://d> answers: remove its exception",
        "- <https://c>: the exception (moving) ended on 2026-01-01",
        "- <https://e> is no longer cited: remove its exception",
    ]
    assert len([*cited_links(guide)]) > 20
    assert all(exception.reason for exception in read_exceptions(ROOT / ".github/links.yml"))


def pages(guide: Guide) -> str:
    """Return every page, one after the other."""
    site = Site("https://forge/edit/", "https://forge/blob/", "https://forge")
    return "".join(output.content for output in render_pages(guide, site))


def test_edit_links_open_the_lines_of_the_entry(guide: Guide):
    text = pages(guide)
    for entry in guide.all_entries():
        origin = guide.origins[entry.id]
        lines = (ROOT / origin.path).read_text("utf-8").split("\n")
        assert lines[origin.line - 1].lstrip("- ") == f"id: {entry.id}"
        assert lines[origin.last_line - 1].strip()
        after = lines[origin.last_line :]
        assert not after[0].strip()
        assert after[1:2] in ([], [""]) or after[1].startswith("- id: ")
        if guide.kind_of(entry) in ("questions", "asks", "red_flags", "messages"):
            place = f"{origin.path}#L{origin.line}"
            assert f'href="https://forge/edit/{place}"' in text
            assert f'href="https://forge/blob/{place}-L{origin.last_line}"' in text


def test_suggestion_links_fill_in_fields_of_the_form(guide: Guide):
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/add.yml").read_text("utf-8"))
    fields = {field["id"]: field for field in form["body"]}
    links = {unescape(link) for link in re.findall(r'href="(\S+/issues/new\S+)"', pages(guide))}
    assert len(links) == sum(
        len({guide.group_of(entry) for entry in guide.entries_of(kind)})
        for kind in ("questions", "asks", "red_flags", "messages")
    )
    for link in links:
        query = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
        assert query.keys() == {"template", "title", "kind", "group"}
        assert query["template"] == "add.yml"
        assert query["kind"] in fields["kind"]["attributes"]["options"]
        assert "group" in fields


def test_issue_forms_are_valid():
    assert {form.name for form in FORMS} == {
        f"{name}.yml" for name in ("add", "amend", "config", "missing", "remove", "wrong")
    }
    for file in FORMS:
        form = yaml.safe_load(file.read_text("utf-8"))
        if file.name == "config.yml":
            assert form.keys() <= {"blank_issues_enabled", "contact_links"}
            continue
        assert form.keys() == {"name", "description", "title", "labels", "body"}
        ids = [field["id"] for field in form["body"]]
        assert len(set(ids)) == len(ids)
        for field in form["body"]:
            assert field["type"] in {"input", "textarea", "dropdown", "checkboxes"}
            assert field.keys() <= {"type", "id", "attributes", "validations"}
            assert field["attributes"]["label"]
            options = field["attributes"].get("options", [])
            assert bool(options) == (field["type"] in ("dropdown", "checkboxes"))


def test_example_entry_in_contributing_passes_every_check(tmp_path: Path):
    entry = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    entry = entry.replace("success-90-days", "copied").replace("After 90 days, what", "By March, who")
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    with (data / "asks/success.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{entry}")
    guide, problems = load_with_problems(data)
    assert problems == []
    assert guide.get("copied").title.startswith("By March")


def test_version_and_license_agree_in_all_files():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert citation["version"] == project["version"] == VERSION
    assert citation["license"] == LICENSE
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License\n\nCopyright (c) ")
    assert f"`{citation['license']}`" in (ROOT / "LICENSE-CONTENT.md").read_text("utf-8")


def test_the_address_of_mkdocs_yml_is_written_into_every_file_that_repeats_it(tmp_path: Path):
    """So that a copy of the project under another name changes two lines and runs `make fix`."""
    tracked = subprocess.run(["git", "ls-files", "*.md", "*.yml", "*.cff"], cwd=ROOT, capture_output=True, text=True)
    files = [ROOT / name for name in tracked.stdout.splitlines() if not name.startswith(("data/", "tests/"))]
    old = [yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))[key] for key in ("url", "repository-code")]
    for file in files:
        target = tmp_path / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    config = re.sub(r"^(site|repo)_url: .*", r"\1_url: https://\1.example/guide/", file_text("mkdocs.yml"), flags=re.M)
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    assert "README.md" in write_addresses(tmp_path)
    assert write_addresses(tmp_path) == []
    assert not [f for f in tmp_path.rglob("*.*") if f.is_file() and any(one in f.read_text("utf-8") for one in old)]


def test_release_has_every_file_with_checksums_and_notes(tmp_path: Path):
    site = tmp_path / "site"
    for name in ("api/v1/x.json", "api/v1/csv/x.csv", "feed.xml", "print/a-a4.pdf", "print/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, "utf-8")
    archive, sums, notes = write_release(site, tmp_path / "dist", "1.2.0", "What changed.")
    with zipfile.ZipFile(archive) as packed:
        names = {name.removeprefix("round-two-1.2.0/") for name in packed.namelist()}
    assert names == {"api/v1/x.json", "api/v1/csv/x.csv", "feed.xml", "print/a-a4.pdf", *ABOUT}
    lines = [line.split("  ") for line in sums.read_text("utf-8").splitlines()]
    assert {name: digest for digest, name in lines} == {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (archive, notes)
    }


def test_release_notes_are_the_part_of_the_changelog_about_the_version():
    changelog = "# Changelog\n\n## Unreleased\n\n- New\n\n## 1.2.0 (2026-12-01)\n\n- Old\n"
    assert changes_in_words(changelog, "1.2.0", is_strict=True) == "- Old"
    assert changes_in_words(changelog, "1.3.0", is_strict=False) == "- New"
    with pytest.raises(ValueError, match="has no part"):
        changes_in_words(changelog, "1.3.0", is_strict=True)


def file_text(name: str) -> str:
    """Return the text of a file of the project."""
    return (ROOT / name).read_text("utf-8")


def test_field_reference_describes_every_field(guide: Guide):
    page = next(o.content for o in render_pages(guide, Site()) if o.uri == "data/fields.md")
    for kind in KINDS.values():
        part = page.split(f"#fields-{kind.name} ")[1].split("\n## ")[0]
        for name, field in kind.model.model_fields.items():
            assert f"<dt><code>{name}</code>" in part
            assert escape(field.description.split("\n")[0].split("'")[0]) in part
