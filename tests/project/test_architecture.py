"""Promises of the design that a reader of the code relies on."""

import ast
import json
import re
from pathlib import Path

import jsonschema

from guidebook.export.schema import as_text, schemas
from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.models import Model, Taxonomy
from support.broken_data import ROOT

PACKAGE = ROOT / "hooks/guidebook"


def imported(file: Path) -> set[str]:
    """Return the top-level names of the packages that `file` imports."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


def test_the_package_knows_nothing_of_the_builder():
    """Changing the builder must cost one file."""
    users = {file.name for file in PACKAGE.rglob("*.py") if imported(file) & {"mkdocs", "material"}}
    assert users == set()


def models(model: type[Model]) -> set[type[Model]]:
    """Return `model` and every model in its fields."""
    found = {model}
    for field in model.model_fields.values():
        for part in re.findall(r"guidebook\.models\.\w+\.(\w+)", str(field.annotation)):
            found |= {cls for cls in Model.__subclasses__() if cls.__name__ == part}
    return found


def test_every_field_is_described():
    """Editors show the description of a field while someone types."""
    bare = [
        f"{cls.__name__}.{name}"
        for kind in (*KINDS.values(),)
        for cls in models(kind.model) | {Taxonomy}
        for name, field in cls.model_fields.items()
        if not field.description
    ]
    assert bare == []


def test_the_published_schema_is_current(guide: Guide):
    """`make schema` has been run since the model or the lists changed."""
    published = {file.stem: file.read_text("utf-8") for file in (ROOT / "data/schema").glob("*.json")}
    assert published == {name: as_text(schema) for name, schema in schemas(guide.taxonomy).items()}


def test_the_shipped_data_passes_the_published_schema(guide: Guide):
    """Editors accept every entry that `make check` accepts."""
    documents = [("taxonomy", guide.taxonomy.model_dump(mode="json", exclude_unset=True))]
    for kind in KINDS.values():
        entries = [entry.model_dump(mode="json", exclude_unset=True) for entry in guide.entries_of(kind.name)]
        documents += [(kind.name, one) for one in ([entries] if kind.is_list else entries)]
    for name, document in documents:
        schema = json.loads((ROOT / f"data/schema/{name}.json").read_text("utf-8"))
        checker = jsonschema.FormatChecker()
        jsonschema.Draft202012Validator(schema, format_checker=checker).validate(document)


def test_every_data_file_names_its_schema_in_its_first_line():
    """So editors complete fields and values without any setup."""
    for file in (ROOT / "data").rglob("*.yml"):
        match = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text("utf-8"))
        assert match, file
        assert (file.parent / match[1]).resolve().is_file(), file
