"""Stripping comments and ordering imports of JavaScript modules."""

from pathlib import Path

import pytest

from guidebook.assets.javascript import module_graph, strip_comments


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("/** Why. */\nconst a = 1;\n", "const a = 1;\n"),
        ("const a = 1; // why\nconst b = 2;\n", "const a = 1;\nconst b = 2;\n"),
        ("/**\n * Types.\n */\n\n\nlet a;\n\nlet b;\n", "let a;\nlet b;\n"),
        ("const a = /** @type {any} */ (b);\n", "const a =  (b);\n"),
        ("try {} catch { /* as it was */ }\n", "try {} catch {  }\n"),
        ("f(/** @type {any} */ (a), [.../** @type {any} */ (b)]);\n", "f( (a), [... (b)]);\n"),
        ('const a = "https://x.org/*"; // why\n', 'const a = "https://x.org/*";\n'),
        ('const id = "-//Round Two//EN";\n', 'const id = "-//Round Two//EN";\n'),
        ("const a = b / c / d;\n", "const a = b / c / d;\n"),
    ],
)
def test_comments_are_stripped(script: str, left: str):
    assert strip_comments(script) == left


def test_published_scripts_have_no_comments(site: Path):
    scripts = [*site.rglob("*.mjs"), site / "sw.js"]
    assert len(scripts) > 50
    assert [file.name for file in scripts if "/**" in file.read_text("utf-8")] == []


def test_imports_are_listed_before_their_importers():
    texts = {
        "a.mjs": 'import { b } from "./part/b.mjs";\nimport "./c.mjs";\nimport("./later.mjs");\n',
        "part/b.mjs": 'import { c as d } from "../c.mjs";\n',
        "c.mjs": "export const c = 1;\n",
    }
    assert module_graph(["a.mjs", "c.mjs"], texts.__getitem__) == ["c.mjs", "part/b.mjs", "a.mjs"]
