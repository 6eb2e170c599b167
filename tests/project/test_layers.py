"""The structure of the package, drawn from its imports."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.broken_data import ROOT

PACKAGE = ROOT / "hooks/guidebook"
FILES = sorted(file for folder in ("hooks", "scripts", "tests") for file in (ROOT / folder).rglob("*.py"))
MODULES = sorted([*(ROOT / "docs/assets/js").rglob("*.mjs"), ROOT / "docs/sw.js"])

MAX_FILE_LINES, MAX_FUNCTION_LINES = 250, 40

LAYERS = (
    {"text", "problem", "output"},
    {"models", "parsing"},
    {"kind", "kinds", "named_entries", "guide", "output_cache", "traverse", "urls"},
    {"sheets", "export"},
    {"site", "lint", "assets"},
    {"loading", "authoring", "generate"},
)
"""Folders and modules of the package, from what imports nothing to what imports everything."""

SCRIPT_LAYERS = (
    {"lib"},
    {"storage", "search", "offline"},
    {"my-data", "filters"},
    {"plan", "checklists"},
    {"stories", "messages"},
    {"practice"},
    {"print", "partner"},
)
"""The same for the folders of `docs/assets/js`. The modules beside the folders start them."""
SCRIPTS = ROOT / "docs/assets/js"
SCRIPT_IMPORT = re.compile(r"""["'](\.{1,2}/[^"'\n]+\.mjs)["']""")


def part_of(path: Path) -> str:
    """Return the folder or module of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """Yield each part of the package that `file` imports."""
    here = file.relative_to(PACKAGE).parts[:-1]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = here[: len(here) - node.level + 1]
            path = (*base, *(node.module or "").split("."))
            names = [path[0]] if path[0] else [alias.name for alias in node.names]
            yield from names


def edges() -> set[tuple[str, str]]:
    """Return (importer, imported) for each pair of different parts."""
    found = {
        (part_of(file), target)
        for file in PACKAGE.rglob("*.py")
        if file.parent != PACKAGE or file.name != "__init__.py"
        for target in imports(file)
    }
    return {(one, other) for one, other in found if one != other}


def script_edges() -> set[tuple[str, str]]:
    """Return (importer, imported) for each pair of different folders of scripts, types included."""
    found = {
        (file.relative_to(SCRIPTS).parts[0], (file.parent / path).resolve().relative_to(SCRIPTS).parts[0])
        for file in SCRIPTS.glob("*/*.mjs")
        for path in SCRIPT_IMPORT.findall(file.read_text("utf-8"))
    }
    return {(one, other) for one, other in found if one != other}


def test_every_part_has_a_layer():
    parts = {part_of(file) for file in PACKAGE.rglob("*.py")} - {"__init__"}
    assert parts == set().union(*LAYERS)
    assert {file.parent.name for file in SCRIPTS.glob("*/*.mjs")} == set().union(*SCRIPT_LAYERS)


@pytest.mark.parametrize(("layers", "found"), [(LAYERS, edges()), (SCRIPT_LAYERS, script_edges())])
def test_no_import_points_up(layers: tuple[set[str], ...], found: set[tuple[str, str]]):
    level = {part: number for number, layer in enumerate(layers) for part in layer}
    assert [edge for edge in sorted(found) if level[edge[1]] > level[edge[0]]] == []


@pytest.mark.parametrize("found", [edges(), script_edges()])
def test_no_parts_import_each_other(found: set[tuple[str, str]]):
    left = found
    while free := {one for one, _ in left} ^ {one for edge in left for one in edge}:
        left = {edge for edge in left if edge[1] not in free}
    assert left == set()


def violations(file: Path) -> Iterator[str]:
    """Yield each breach of a house rule in a file."""
    text = file.read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            if node.end_lineno - node.lineno >= MAX_FUNCTION_LINES:
                yield f"{node.name} is longer than {MAX_FUNCTION_LINES} lines"
            if any(isinstance(one, ast.Import | ast.ImportFrom) for one in ast.walk(node)):
                yield f"{node.name} imports"
            if any(isinstance(one, ast.Global) for one in ast.walk(node)):
                yield f"{node.name} changes a global"
        if isinstance(node, ast.ImportFrom) and not node.level:
            private = [alias.name for alias in node.names if alias.name.startswith("_")]
            yield from (f"{name} of {node.module} is private" for name in private)
    if text.count("\n") > MAX_FILE_LINES:
        yield f"is longer than {MAX_FILE_LINES} lines"


FUNCTION = re.compile(r"^( *)(?!.*\b(?:if|for|while|switch)\b *\().*(?:\bfunction\b.*|\)|=>) \{$", re.MULTILINE)
"""The first line of a JavaScript function or method, with its indentation."""


def js_violations(file: Path) -> Iterator[str]:
    """Yield each breach of the limits on length in a JavaScript module."""
    text = file.read_text("utf-8")
    for start in FUNCTION.finditer(text):
        body = text[start.start() : text.index(f"\n{start[1]}}}", start.end())]
        if body.count("\n") + 2 > MAX_FUNCTION_LINES:
            yield f"{start[0].strip()} is longer than {MAX_FUNCTION_LINES} lines"
    if text.count("\n") > MAX_FILE_LINES:
        yield f"is longer than {MAX_FILE_LINES} lines"


def test_modules_keep_the_house_rules():
    found = [f"{file.relative_to(ROOT)}: {one}" for file in FILES for one in violations(file)]
    found += [f"{file.relative_to(ROOT)}: {one}" for file in MODULES for one in js_violations(file)]
    assert found == []
