"""A new kind of entry takes a model, a row in kinds.py, a template and its data."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.data_edits import copy_project

pytestmark = pytest.mark.slow

MODEL = '''"""Companies."""

from .base import Entry
from .text_types import Short


class Company(Entry):
    """A company that interviews."""

    summary: Short
    """What to know before the interview."""
'''
ROW = '    Kind("companies", Company),\n'
TEMPLATE = """{% import "macros.html.jinja" as ui with context %}
# {{ title | heading }} {: #{{ entry.id }} }

<p>{{ entry.summary | md }}</p>

{{ ui.tail(entry) }}
"""
ENTRY = """# yaml-language-server: $schema=../schema/companies.json
id: acme
title: Acme
reviewed: 2026-11-22
sources: [{source}]
claims: [{claim}]
summary: They ask about rockets, and about the coyote.
"""


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a Python command in `project`."""
    return subprocess.run([sys.executable, *command], cwd=project, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, guide) -> Path:
    """Return a copy of the project with the kind `companies`."""
    root = copy_project(tmp_path_factory.mktemp("companies"))
    package = root / "hooks/guidebook"
    (package / "models/companies.py").write_text(MODEL)
    (package / "site/templates/companies.md.jinja").write_text(TEMPLATE)
    table = package / "kinds.py"
    text = table.read_text("utf-8").replace("_ROWS = (\n", f"_ROWS = (\n{ROW}", 1)
    text = text.replace("\n_ROWS", "from .models.companies import Company\n\n_ROWS", 1)
    table.write_text(text)
    (root / "data/companies").mkdir()
    ids = {"source": guide.entries_of("sources")[0].id, "claim": guide.entries_of("claims")[0].id}
    (root / "data/companies/acme.yml").write_text(ENTRY.format(**ids))
    result = run(root, "scripts/schema.py")
    assert result.returncode == 0, result.stderr
    return root


def test_a_new_kind_is_checked_built_and_found(project: Path):
    """Its pages, menu, JSON, table, schema and search records need nothing else."""
    result = run(project, "scripts/check.py")
    assert result.returncode == 0, result.stdout + result.stderr
    result = run(project, "-m", "mkdocs", "build", "--strict", "--quiet")
    assert result.returncode == 0, result.stdout + result.stderr
    site = project / "site"
    page = (site / "companies/acme/index.html").read_text("utf-8")
    assert "about the coyote" in page
    assert "/data/companies/acme.yml#L2" in page
    assert 'href="acme/"' in (site / "companies/index.html").read_text("utf-8")
    assert 'href="companies/"' in (site / "index.html").read_text("utf-8")
    assert "companies/acme/" in (site / "find/index.html").read_text("utf-8")
    items = json.loads((site / "api/v1/companies.json").read_text("utf-8"))["items"]
    assert [item["url"] for item in items] == ["companies/acme/"]
    assert "Acme" in (site / "api/v1/csv/companies.csv").read_text("utf-8")
    records = json.loads((site / "search/records.json").read_text("utf-8"))["records"]
    assert {"companies/acme/", "companies/"} <= {url for _, _, url, *_ in records}


@pytest.mark.parametrize(
    ("missing", "message"),
    {
        "hooks/guidebook/site/templates/companies.md.jinja": "has no template",
        "data/companies/acme.yml": "has no entries",
        "data/schema/companies.json": "has no schema",
    }.items(),
)
def test_a_missing_piece_of_a_kind_is_named(project: Path, missing: str, message: str):
    """`make check` says which piece, and where to put it."""
    file = project / missing
    content = file.read_bytes()
    file.unlink()
    result = run(project, "scripts/check.py")
    file.write_bytes(content)
    lines = [line for line in result.stdout.splitlines() if "companies" in line]
    assert result.returncode == 1
    assert any(line.startswith("hooks/guidebook/kinds.py:") and message in line for line in lines)


def test_a_field_that_the_model_lacks_is_named(project: Path):
    """The row names an excerpt field; the hint lists the fields there are."""
    table = project / "hooks/guidebook/kinds.py"
    text = table.read_text("utf-8")
    table.write_text(text.replace(ROW, '    Kind("companies", Company, excerpt="about"),\n'))
    result = run(project, "scripts/check.py")
    table.write_text(text)
    assert "names the field 'about', which Company does not have" in result.stdout
    assert "summary" in result.stdout
