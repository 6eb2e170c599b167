"""Every mistake a contributor can make is refused with its place and what to write instead."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from guidebook.load import examine
from guidebook.problem import Problem

FILE = "asks/success.yml"
GOOD = """
- id: spare-entry
  title: What should I have asked you?
  reviewed: 2026-11-22
  why: It is open and costs nothing.
  good: They think, and then they tell you.
  evasive: They laugh and look at the clock.
  alarming: They tell you not to ask.
  not_when: Somebody waits at the door.
  people:
    - hiring-manager
"""

# (line of GOOD, what stands there instead, column, what is wrong, what to write instead)
MISTAKES = {
    "unknown field": (5, "  wy: It is open.", 3, "unknown field 'wy'", "did you mean 'why'?"),
    "missing field": (5, "", 3, "'why' is missing", "add `why:`"),
    "no": (
        3,
        "  title: no",
        10,
        "no would be read as the truth value False",
        'put text in quotes: "no"',
    ),
    "time": (3, "  title: 12:30", 10, "12:30 would be read as the number 750", '"12:30"'),
    "date as text": (
        3,
        "  title: 2026-11-22",
        10,
        "expected text, found the date 2026-11-22",
        '"2026-11-22"',
    ),
    "number as text": (3, "  title: 90", 10, "expected text, found the number 90", '"90"'),
    "true as text": (3, "  title: true", 10, "expected text, found the truth value true", '"true"'),
    "octal": (3, "  title: 017", 10, "017 would be read as the number 15", '"017"'),
    "tilde": (3, "  title: ~", 10, "~ would be read as nothing at all", '"~"'),
    "no such day": (
        4,
        "  reviewed: 2026-02-30",
        13,
        "not a day of the calendar",
        "a day that exists",
    ),
    "text as date": (4, "  reviewed: today", 13, "'today' is not a date", "2026-11-22"),
    "nothing": (
        5,
        "  why:",
        7,
        "expected text, found nothing",
        "write a value, or remove the line",
    ),
    "empty text": (5, '  why: ""', 8, "text is empty", "write something"),
    "blank text": (5, '  why: "   "', 8, "text is empty", "write something"),
    "list as text": (5, "  why: [a, b]", 8, "expected text, found a list", "write one text"),
    "colon in text": (5, "  why: One thing: it works", 17, "not YAML", "put quotes"),
    "mapping as text": (
        5,
        "  why: {a: b}",
        8,
        "expected text, found fields with values",
        "write one text",
    ),
    "text as list": (
        10,
        "  people: hiring-manager",
        11,
        "expected a list, found 'hiring-manager",
        "- ",
    ),
    "unknown reference": (
        11,
        "    - hirin-manager",
        7,
        "no entry 'hirin-manager' in people",
        "'hiring-manager'",
    ),
    "reference of another kind": (11, "    - panel", 7, "no entry 'panel' in people", ""),
    "bad id": (2, "- id: Spare Entry", 7, "'Spare Entry' is not an id", "lower-case"),
    "id of another entry": (
        2,
        "- id: panel",
        7,
        "the id 'panel' is taken (data/formats/panel.yml:2)",
        "another",
    ),
    "raw HTML": (5, "  why: It is <b>open</b>.", 14, "raw HTML is not allowed", "Markdown"),
    "script": (5, "  why: <script>alert(1)</script>", 8, "raw HTML is not allowed", "Markdown"),
    "comment": (5, "  why: It is <!-- hidden --> open.", 14, "raw HTML is not allowed", "Markdown"),
    "half a tag": (
        5,
        "  why: <img src=x onerror=alert(1)",
        8,
        "raw HTML is not allowed",
        "Markdown",
    ),
    "entity": (5, "  why: It is &#60;b> open.", 14, "raw HTML is not allowed", "Markdown"),
    "attribute list": (
        5,
        "  why: 'It is open {: onclick=alert(1) }'",
        20,
        "attribute lists",
        "remove the braces",
    ),
    "short attribute list": (
        5,
        "  why: 'It is open {#top .big}'",
        20,
        "attribute lists",
        "remove the braces",
    ),
    "javascript link": (
        5,
        "  why: It is [open](javascript:alert(1)).",
        21,
        "link to 'javascript:alert(1",
        "https://",
    ),
    "disguised link": (5, "  why: It is [open](JaVaScript&colon;alert).", 21, "", "https://"),
    "link without scheme": (
        5,
        "  why: It is [open](//example.org/).",
        21,
        "link to '//example.org/'",
        "https://",
    ),
    "plain http": (
        5,
        "  why: It is [open](http://example.org/).",
        21,
        "link to 'http://example.org/'",
        "https://",
    ),
    "link to a file": (
        5,
        "  why: It is [open](../panel.md).",
        21,
        "link to '../panel.md'",
        "id of an entry",
    ),
    "link to nowhere": (
        5,
        "  why: It is [open](pannel).",
        21,
        "link to 'pannel', which no entry has",
        "'panel'",
    ),
    "defined link": (
        5,
        '  why: "[a]: //example.org"',
        9,
        "link definitions are not allowed",
        "https://",
    ),
    "autolink": (
        5,
        "  why: See <https://example.org>.",
        12,
        "bare links are not allowed",
        "[words]",
    ),
    "image": (
        5,
        "  why: See ![a chart](https://example.org/a.png).",
        12,
        "images are not allowed",
        "words",
    ),
    "too long": (5, f"  why: {'long ' * 60}", 8, "has 299 characters", "the limit is 240"),
    "two lines": (3, '  title: "a\\nb"', 10, "this must be one line", "without line breaks"),
    "tab": (5, "  why:\tIt is open.", 7, "there is a tab", "use spaces"),
    "zero-width space": (
        5,
        "  why: It is\u200b open.",
        13,
        "invisible character U+200B",
        "delete it",
    ),
    "right-to-left override": (
        5,
        "  why: It is \u202eopen.",
        14,
        "invisible character U+202E",
        "delete it",
    ),
    "key twice": (6, "  why: It is shut.", 3, "the key 'why' stands twice", "keep one of them"),
    "anchor": (5, "  why: &a It is open.", 8, "anchor &a is not allowed", "remove it"),
    "alias": (5, "  why: *a", 8, "alias *a is not allowed", "write the value out"),
    "tag": (5, "  why: !!python/object:os.system x", 8, "tag", "remove it"),
    "second document": (5, "---", 1, "", ""),
    "bad indent": (5, "   why: It is open.", 7, "not YAML", "indentation"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real data to break; each test mends what it broke."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("broken") / "data"))


def problems(data: Path) -> list[Problem]:
    """Return every problem of the folder, in order."""
    return sorted(set(examine(data)[1]))


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_refused_at_its_place(copy: Path, case: tuple[int, str, int, str, str]):
    """With the line and column of the mistake itself, and nothing said of sound files."""
    at, instead, column, wrong, tip = case
    lines = GOOD.split("\n")
    lines[at - 1] = instead
    original = (copy / FILE).read_text("utf-8")
    above = original.count("\n")
    try:
        (copy / FILE).write_text(
            original + "\n".join(line for i, line in enumerate(lines) if line or i != at - 1),
            "utf-8",
        )
        found = problems(copy)
    finally:
        (copy / FILE).write_text(original, "utf-8")
    assert found, "the mistake was accepted"
    place = (f"data/{FILE}", above + (2 if instead == "" else at), column)
    here = [problem for problem in found if (problem.path, problem.line, problem.column) == place]
    assert any(wrong in problem.message and tip in problem.tip for problem in here), found
    assert all(
        problem.path == f"data/{FILE}" or problem.message.startswith("the id") for problem in found
    ), found


def test_the_good_entry_is_accepted(copy: Path):
    """The entry above is sound, so each refusal comes from the mistake alone."""
    original = (copy / FILE).read_text("utf-8")
    try:
        (copy / FILE).write_text(original + GOOD, "utf-8")
        assert problems(copy) == []
    finally:
        (copy / FILE).write_text(original, "utf-8")


FILES = {
    "empty": (b"", 1, "the file is empty"),
    "only blanks": (b"\n  \n", 1, "the file is empty"),
    "only comments": (b"# nothing yet\n", 1, "nothing but comments"),
    "bad encoding": (b"- id: one\n  title: caf\xe9\n", 2, "not UTF-8"),
    "ten megabytes": (b"- id: one\n" * 1_000_000, 1, "10,000,000 bytes"),
    "alias bomb": (
        b"a: &a [x, x]\n"
        + b"".join(b"%c: &%c [*%c, *%c]\n" % (c, c, c - 1, c - 1) for c in range(98, 122)),
        1,
        "anchor &a is not allowed",
    ),
    "recursive alias": (b"&a [*a]\n", 1, "anchor &a is not allowed"),
    "deep nesting": (b"[" * 50_000, 1, "nested too deeply"),
    "deep mapping": (b"".join(b" " * i + b"a:\n" for i in range(500)), 13, "nested too deeply"),
    "mapping for a list": (b"id: one\n", 1, "must hold a list of entries"),
    "one text": (b"hello\n", 1, "must hold a list of entries"),
    "list of texts": (b"- hello\n", 1, "expected fields with values"),
    "null bytes": (b"- id: one\n  title: a\x00b\n", 2, "invisible character U+0000"),
    "utf-16": ("- id: one\n".encode("utf-16"), 1, "not UTF-8"),
    "unclosed quote": (b'- id: "one\n', 1, "not YAML"),
    "key that is a list": (b"- [a]: b\n", 1, "a key must be a word"),
}


@pytest.mark.parametrize("case", FILES.values(), ids=FILES.keys())
def test_a_hopeless_file_is_refused_at_once(copy: Path, case: tuple[bytes, int, str]):
    """No file makes the check hang, crash or stay silent."""
    content, line, wrong = case
    original = (copy / FILE).read_bytes()
    try:
        (copy / FILE).write_bytes(content)
        found = [problem for problem in problems(copy) if problem.path == f"data/{FILE}"]
    finally:
        (copy / FILE).write_bytes(original)
    assert any(problem.line == line and wrong in problem.message for problem in found), found


MISPLACED = {
    "asks/sucess.yml": "'sucess' is not one of the ask_topics",
    "asks/success.yaml": "only files that end in .yml",
    "formats/panle.yml": "differs from the name of the file",
    "question/values.yml": "no place in the guide",
    "notes.txt": "only files that end in .yml",
    "asks/more/success.yml": "no place in the guide",
}


@pytest.mark.parametrize(("name", "wrong"), MISPLACED.items(), ids=MISPLACED.keys())
def test_a_misplaced_file_is_refused(copy: Path, name: str, wrong: str):
    """A file that would be ignored is named instead."""
    file = copy / name
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        file.write_text("id: panle-of-two\n", "utf-8")
        if name.startswith("formats"):
            text = (copy / "formats/panel.yml").read_text("utf-8")
            file.write_text(
                text.replace("id: panel\n", "id: panle-of-two\n").replace(
                    "  - id: panel", "  - id: panle"
                ),
                "utf-8",
            )
        found = problems(copy)
    finally:
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()
    assert any(wrong in problem.message and problem.path == f"data/{name}" for problem in found), (
        found
    )


def test_problems_of_every_file_come_at_once(copy: Path):
    """A contributor mends all in one go: syntax in one file hides nothing in another."""
    changes = {
        "asks/success.yml": ("why:", "wy:"),
        "formats/panel.yml": ("room: table", "room: tabel"),
        "sources.yml": ("- id: guide-b", "- id: guide-b\n  : :"),
    }
    originals = {name: (copy / name).read_text("utf-8") for name in changes}
    try:
        for name, (old, new) in changes.items():
            (copy / name).write_text(originals[name].replace(old, new, 1), "utf-8")
        found = {problem.path.removeprefix("data/") for problem in problems(copy)}
    finally:
        for name, text in originals.items():
            (copy / name).write_text(text, "utf-8")
    assert found >= changes.keys()


def test_an_alias_cannot_be_an_id_again(copy: Path):
    """A reader's tick of a renamed entry never moves to another entry."""
    original = (copy / FILE).read_text("utf-8")
    entry = GOOD.replace("  reviewed", "  aliases: [panel]\n  reviewed")
    try:
        (copy / FILE).write_text(original + entry, "utf-8")
        found = problems(copy)
    finally:
        (copy / FILE).write_text(original, "utf-8")
    assert any("'panel' is taken" in problem.message for problem in found)


def test_a_reference_to_a_renamed_entry_names_the_new_id(copy: Path):
    """The message says what the entry is called now."""
    original = (copy / FILE).read_text("utf-8")
    person = copy / "people/hiring-manager.yml"
    text = person.read_text("utf-8")
    try:
        person.write_text(
            text.replace("\nreviewed:", "\naliases: [line-manager]\nreviewed:", 1), "utf-8"
        )
        (copy / FILE).write_text(
            original + GOOD.replace("- hiring-manager", "- line-manager"), "utf-8"
        )
        found = problems(copy)
    finally:
        person.write_text(text, "utf-8")
        (copy / FILE).write_text(original, "utf-8")
    assert [
        "'line-manager' was renamed" in p.message and "'hiring-manager'" in p.tip for p in found
    ] == [True]


def run_check(*options: str) -> subprocess.CompletedProcess[str]:
    """Run scripts/check.py as a contributor does."""
    command = [sys.executable, str(ROOT / "scripts/check.py"), *options]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_terrible_folder():
    """Every kind of mistake in one folder, and the whole list of what is said about it."""
    result = run_check("--data", str(ROOT / "tests/terrible/data"))
    assert result.stdout == (ROOT / "tests/terrible/expected.txt").read_text("utf-8")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_the_shipped_data_is_sound():
    """The command says so, and how much it read."""
    result = run_check()
    assert result.returncode == 0, result.stdout
    assert "no problems" in result.stdout


def test_other_programs_can_read_the_problems():
    """JSON for tools, workflow commands for pull requests."""
    data = str(ROOT / "tests/terrible/data")
    found = json.loads(run_check("--data", data, "--format", "json").stdout)
    lines = run_check("--data", data, "--format", "github").stdout.splitlines()
    assert found[0].keys() == {"path", "line", "column", "message", "tip"}
    assert len(lines) == len(found)
    assert all(line.startswith("::error file=data/") for line in lines)


def test_a_folder_that_is_not_there():
    """A wrong --data is a problem like any other."""
    result = run_check("--data", "nowhere")
    assert result.returncode == 1
    assert "there is no such folder" in result.stdout
