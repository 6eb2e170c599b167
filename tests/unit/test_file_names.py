"""Misplaced files, copies, links and what editors leave are refused or ignored."""

import os
import re

import pytest

from guidebook.loading.data_files import find_yaml_files
from guidebook.loading.load import load_with_problems
from support.broken_data import Copy

FILE = "asks/success.yml"


MISPLACED = {
    "asks/sucess.yml": "'sucess' is not one of the ask_topics",
    "asks/failure.yaml": "only files that end in .yml",
    "formats/panle.yml": "differs from the name of the file",
    "question/values.yml": "no kind of entry",
    "notes.txt": "only files that end in .yml",
    "formats.yml": "no kind of entry",
    "claims/odds.yml": "no kind of entry",
}


@pytest.mark.parametrize(("name", "wrong"), MISPLACED.items(), ids=MISPLACED.keys())
def test_a_misplaced_file_is_refused(copy: Copy, name: str, wrong: str):
    """Otherwise it would be ignored."""
    text = copy.text("formats/panel.yml").replace("id: panel\n", "id: panle-of-two\n")
    found = copy.problems({name: text.replace("  - id: panel", "  - id: panle")})
    assert any(wrong in p.message and p.path == f"data/{name}" for p in found), found


LEFTOVERS = (
    "success.yml~", "#success.yml#", ".#success.yml", "._success.yml", ".success.yml.swp",
    "success.yml.swo", ".DS_Store", "Thumbs.db", "desktop.ini", "4913", "success.yml.orig",
    "success.yml.rej", "success.yml.bak", "~$success.yml", "success.yml___jb_tmp___",
)  # fmt: skip
"""What Emacs, Vim, JetBrains, Office, merge tools, macOS and Windows leave beside a file."""


def test_files_left_by_editors_and_operating_systems_are_ignored(copy: Copy):
    files = {f"{folder}{name}": b"\xff- id: one\n" for name in LEFTOVERS for folder in ("asks/", "")}
    with copy.with_files(files) as data:
        assert load_with_problems(data)[1] == []
        assert not {file.name for file in find_yaml_files(data)} & {*LEFTOVERS}


COPIES = """
    success (1).yml|success 2.yml|success copy.yml|success - Copy.yml|success - Copy (2).yml|Copy of success.yml
    success-copy.yml|success.yml.txt|success.yaml|success_BASE_12.yml|success (Ann's conflicted copy 2026-12-01).yml
"""


@pytest.mark.parametrize("name", [name.strip() for name in re.split(r"[|\n]", COPIES.strip())])
def test_a_copy_of_a_file_is_recognized(copy: Copy, name: str):
    """Its entries are not reported as duplicates."""
    (problem,) = copy.problems({f"asks/{name}": copy.text(FILE)})
    assert problem.path == f"data/asks/{name}"
    assert problem.message == "this looks like a copy of success.yml"
    assert problem.hint.startswith("delete it, or rename it")


def test_a_folder_inside_a_folder_is_refused(copy: Copy):
    """Even if it has the name of a data file."""
    for folder in ("asks/more", "asks/more.yml"):
        found = copy.problems({f"{folder}/success.yml": "id: one\n"})
        assert [(p.path, "folders are not allowed" in p.message) for p in found] == [(f"data/{folder}", True)]


LINKS = {
    "a file elsewhere": ("asks/success.yml", "/etc/hostname"),
    "nothing": ("asks/success.yml", "/nowhere/at/all"),
    "itself": ("asks/success.yml", "success.yml"),
    "a device": ("asks/success.yml", "/dev/zero"),
    "the taxonomy": ("taxonomy.yml", "/dev/zero"),
    "a folder elsewhere": ("asks/more", "/usr"),
    "the folder above": ("asks/more", ".."),
    "a new kind": ("more", "/usr"),
}


@pytest.mark.parametrize(("name", "target"), LINKS.values(), ids=LINKS.keys())
def test_a_link_is_refused_and_never_followed(copy: Copy, name: str, target: str):
    """Nothing outside the data folder is read."""
    with copy.with_files({name: ""}) as data:
        (data / name).unlink()
        (data / name).symlink_to(target)
        found = load_with_problems(data)[1]
    assert any(p.path == f"data/{name}" and "link" in p.message for p in found), found


@pytest.mark.parametrize("name", ["asks/success.yml", "taxonomy.yml"])
def test_a_pipe_is_refused_and_never_opened(copy: Copy, name: str):
    """Reading from it would never end."""
    with copy.with_files({name: ""}) as data:
        (data / name).unlink()
        os.mkfifo(data / name)
        found = load_with_problems(data)[1]
    assert any(p.path == f"data/{name}" and "not a file" in p.message for p in found), found


def test_control_characters_in_a_file_name_are_escaped(copy: Copy):
    """The message stays on one line."""
    name = "asks/a\nb\u202e.yml"
    assert any("a\\nb\\u202e" in problem.path for problem in copy.problems({name: "- id: one\n"}))
