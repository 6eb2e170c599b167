"""`make fix` corrects white space, the schema line and the order of fields, and nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from check import as_github
from guidebook.authoring.fix import fix_text
from guidebook.kinds import KINDS
from guidebook.parsing.reader import parse
from guidebook.problem import Problem
from support.broken_data import ROOT, VALID

SCHEMA = "../schema/asks.json"
BOUND = f"# yaml-language-server: $schema={SCHEMA}\n"

MESSY = (
    "\ufeff- title: Why here?   \r\n"
    "  # Permanent.\r\n"
    "  id: why-here\r\n"
    "  reviewed: 2026-11-22 # the day\r\n"
    "  search: ['one word', no, '\"said\"', \"kept\"]\r\n"
    "  why: >-\r\n"
    "    Two  blanks,\r\n"
    "    #not a comment, and 'quotes'.\r\n"
    "  good: 12:30\r\n"
    "- reviewed: 2026-11-22\r\n"
    "  id: second\r\n"
    "\r\n"
    "\r\n"
    "  # The last word.\r\n"
    "  title: Tab\there"
)
FIXED = (
    BOUND + "  # Permanent.\n"
    "- id: why-here\n"
    "  title: Why here?\n"
    "  reviewed: 2026-11-22 # the day\n"
    "  search: ['one word', no, '\"said\"', \"kept\"]\n"
    "  why: >-\n"
    "    Two  blanks,\n"
    "    #not a comment, and 'quotes'.\n"
    "  good: 12:30\n"
    "\n"
    "- id: second\n"
    "\n"
    "  # The last word.\n"
    "  title: Tab here\n"
    "  reviewed: 2026-11-22\n"
)


def fix(text: str) -> str:
    """Return `text`, a file of questions to ask, with every fix."""
    return fix_text(text, KINDS["asks"].model, SCHEMA)


def test_a_messy_file_is_fixed_and_keeps_its_comments_and_data():
    """Order of fields, spaces, blank lines and line ends; a second run changes nothing."""
    assert fix(MESSY) == FIXED
    assert fix(FIXED) == FIXED
    assert parse(FIXED, "").data == parse(MESSY.removeprefix("\ufeff"), "").data
    assert parse(FIXED, "").problems == []


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  title: 'never closed\n",
        "- id: one\n  title: A\n  id: two\n",
        "- id: 2026-11-22\n  title: [a,\n    b]\n",
        "- {title: flow, id: stays}\n",
    ],
    ids=["not YAML", "a key twice", "a date and a list", "braces"],
)
def test_ambiguous_text_is_left_alone(text: str):
    """`make check` reports it instead."""
    assert fix(text).removeprefix(BOUND).rstrip("\n").splitlines()[-1] == text.splitlines()[-1]


@pytest.mark.parametrize("name", ["questions/values", "formats/panel", "messages/withdraw", "pay"])
def test_a_file_is_restored_from_disorder_to_the_byte(name: str):
    """Fields in the wrong order at every depth, Windows line ends, no blank lines, trailing blanks."""
    file = VALID / f"data/{name}.yml"
    kind = KINDS[name.partition("/")[0]]
    binding, _, text = file.read_text("utf-8").partition("\n")
    schema = binding.partition("=")[2]
    messy = reversed_fields(text).replace("\n\n-", "\n-").replace(",\n", ",  \n").replace("\n", "\r\n")
    assert messy.replace("\r\n", "\n") != text
    assert fix_text(messy, kind.model, schema) == fix_text(f"{binding}\n{text}", kind.model, schema)


def reversed_fields(text: str) -> str:
    """Return YAML with adjacent `id` and `title` (or `phase`) lines swapped."""
    lines = text.split("\n")
    for number in range(len(lines) - 1):
        one, two = lines[number], lines[number + 1]
        if one.lstrip(" -").startswith("id: ") and two.lstrip().startswith(("title: ", "phase: ")):
            indent = len(one) - len(one.lstrip(" -"))
            lines[number : number + 2] = [one[:indent] + two[indent:], " " * indent + one[indent:]]
    return "\n".join(lines)


def test_the_command_names_the_files_that_it_changes(tmp_path: Path):
    """A file that is right already is not written, and one that cannot be read is reported."""
    data = tmp_path / "data"
    for name in ("asks/success.yml", "taxonomy.yml"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(VALID / "data" / name, data / name)
    script = ROOT / "scripts/check.py"
    command = [sys.executable, script, "--fix", "--data", data, "--format=github"]
    subprocess.run(command, capture_output=True)
    file = data / "asks/success.yml"
    good = file.read_bytes()
    file.write_bytes(good.replace(b"\n", b"\r\n"))
    (data / "asks/latin.yml").write_bytes(b"\xff")
    result = subprocess.run(command, capture_output=True, text=True)
    assert "fixed data/asks/success.yml\n" in result.stderr
    assert result.stderr.count("fixed") == 1
    assert file.read_bytes() == good
    assert result.stdout.startswith("::error file=data/asks/latin.yml,line=1,col=1::")


def test_text_of_contributors_is_escaped_in_annotations():
    """Otherwise a text could add workflow commands of its own."""
    said = as_github(Problem("data/a,b:c.yml", 1, 2, "50 %\n::error::no", "yes\r"))
    assert said == "::error file=data/a%2Cb%3Ac.yml,line=1,col=2::50 %25%0A::error::no; yes%0D"
