"""The published JSON agrees with its published schemas, and typed clients made of them read every file."""

import json
from pathlib import Path

import jsonschema
import pytest

from guidebook.export.file_models import file_models
from guidebook.export.json_values import LICENSE, VERSION
from guidebook.guide import Guide
from guidebook.urls import entry_url
from support.typed_client import TypedClient


@pytest.fixture(scope="module")
def api(site: Path) -> Path:
    """The folder of the API."""
    return site / "api/v1"


def read(file: Path) -> dict:
    """Return the content of a JSON file."""
    return json.loads(file.read_text("utf-8"))


@pytest.mark.parametrize("name", file_models())
def test_a_published_file_is_what_its_schema_says(api: Path, name: str):
    """The client refuses a field that the schema does not describe; the schema does not, as new ones may be added."""
    schema = read(api / f"schema/{name}.json")
    data = read(api / f"{name}.json")
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)
    jsonschema.Draft202012Validator(schema).validate(data | {"added": "later"})
    typed = TypedClient(schema).read((api / f"{name}.json").read_text("utf-8"))
    assert (typed.field_kind, typed.field_version, typed.field_license) == (name, VERSION, LICENSE)
    assert len(data.get("items", ())) == data.get("count", 0) or name == "index"


def test_every_file_has_a_schema_and_is_in_the_index_and_in_the_openapi_description(api: Path, site: Path):
    names = {file.stem for file in api.glob("*.json")} - {"openapi"}
    assert names == file_models().keys() == {file.stem for file in api.glob("schema/*.json")}
    described = read(api / "openapi.json")
    assert (described["openapi"], described["info"]["version"]) == ("3.1.0", VERSION)
    for path, operations in described["paths"].items():
        content = operations["get"]["responses"]["200"]["content"]["application/json"]
        assert (site / path.lstrip("/")).is_file()
        assert (api / content["schema"]["$ref"]).is_file()
    assert {Path(path).stem for path in described["paths"]} == names
    listed = {item["url"]: item for item in read(api / "index.json")["files"]}
    published = {f.relative_to(site).as_posix() for f in (*api.rglob("*.*"), site / "feed.xml")}
    assert listed.keys() == published - {"api/v1/index.json"}
    assert {item["schema"] for item in listed.values() if "schema" in item} == {
        f"api/v1/schema/{name}.json" for name in names - {"index"}
    }


def test_a_link_in_a_text_is_resolved_by_one_file(api: Path, guide: Guide):
    urls = {item["id"]: (item["title"], item["url"]) for item in read(api / "entries.json")["items"]}
    assert urls == {entry.id: (entry.title, entry_url(guide, entry)) for entry in guide.all_entries()}
