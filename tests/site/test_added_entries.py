"""One more valid entry of each kind is checked, built, published and found."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.loading.load import load
from guidebook.urls import entry_url
from support.data_edits import add_one_of_each, copy_project

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def larger_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Guide, dict[str, str]]:
    """Return a site with one more entry of each kind, its guide, and the id of each new entry by kind."""
    project = copy_project(tmp_path_factory.mktemp("larger"))
    new = add_one_of_each(project / "data")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, env=environment, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site", load(project / "data"), new


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_entry_is_published(larger_site: tuple, guide: Guide, kind: str):
    """Its page has its anchor or title, the API and search list it, and nothing else of its kind is lost."""
    site, larger, new = larger_site
    entry = larger.get(new[kind])
    url = entry_url(larger, entry)
    page = (site / url.partition("#")[0] / "index.html").read_text("utf-8")
    assert entry.title in page
    items = json.loads((site / f"api/v1/{kind}.json").read_text("utf-8"))["items"]
    assert {item["id"] for item in items} == {new[kind], *guide.entries[kind]}
    records = json.loads((site / "search/records.json").read_text("utf-8"))["records"]
    assert url in {record[2] for record in records}
