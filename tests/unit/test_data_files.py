"""Files that are invalid, huge, hostile or in the wrong place are refused, and other files are not blamed for it."""

from pathlib import Path

import pytest

from guidebook.guide import Guide
from guidebook.loading.load import load_with_problems
from guidebook.parsing.document import MAX_PROBLEMS
from guidebook.parsing.reader import MAX_BYTES, read
from support.broken_data import Copy
from support.validate import validate_document, within_a_second

FILE = "asks/success.yml"

FILES = {
    "empty": (b"", 1, "the file is empty"),
    "only blanks": (b"\n  \n", 1, "the file is empty"),
    "only comments": (b"# nothing yet\n", 1, "nothing but comments"),
    "bad encoding": (b"- id: one\n  title: caf\xe9\n", 2, "not UTF-8"),
    "ten megabytes": (b"- id: one\n" * 1_000_000, 1, f"over {MAX_BYTES:,} bytes"),
    "alias bomb": (
        b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (c, c, c - 1, c - 1) for c in range(98, 122)),
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
    "unclosed quote": (b'- id: "one\n', 1, "not closed"),
    "key that is a list": (b"- [a]: b\n", 1, "a key must be a word"),
    "byte order mark": (b"\xef\xbb\xbf- id: one\n", 1, "byte order mark"),
    "not a character": ("- id: one\n  title: a\uffffb\n".encode(), 2, "invisible character U+FFFF"),
    "YAML directive": (b"%YAML 1.1\n---\n- id: one\n", 1, "% directive"),
    "second document": (b"- id: one\n---\n- id: two\n", 2, "second document"),
    "only a dash line": (b"---\n", 1, "no value"),
    "unclosed bracket": (b"- id: one\n  people: [a, b\n", 2, "bracket [ that opens here is not closed"),
    "many signs": (b"- id: o\xe2\x80\x8bne\n" * 5000, 201, "more problems below"),
    "a million items": (b"- a\n" * 240_000, 10_000, "over 10,000 values"),
    "a million problems": (b"- a\n" * 9_000, 1, "expected fields with values"),
    "a million bad references": (b"- id: ab\n  people: [" + b"nobody, " * 9_000 + b"]\n", 2, "is listed twice"),
    "brackets": (b"- id: ab\n  why: " + b"[" * 900_000 + b"\n", 2, "deep"),
    "quoted brackets": (b"- id: ab\n  why: '" + b"[" * 900_000 + b"'\n", 2, "has 900000 char"),
    "backticks": (b"- id: ab\n  why: a" + b"`" * 10_000 + b"\n", 2, "characters"),
    "stars": (b"- id: ab\n  why: a" + b"*a " * 300_000 + b"\n", 2, "characters"),
    "half a megabyte of digits": (b"- id: ab\n  rev: " + b"1" * 500_000 + b"\n", 2, "a whole number"),
    "colons": (b"- id: ab\n  rev: 1" + b":5" * 300_000 + b"\n", 2, "a whole number"),
}


@pytest.mark.parametrize("case", FILES.values(), ids=FILES.keys())
def test_an_invalid_file_is_refused_within_a_second(small_guide: Guide, tmp_path: Path, case: tuple[bytes, int, str]):
    """No file makes the check hang, crash or accept it, and the list of problems has an end."""
    content, line, message = case
    file = tmp_path / "success.yml"
    file.write_bytes(content)
    with within_a_second():
        problems, _ = validate_document(read(file, f"data/{FILE}"), FILE, small_guide)
    assert any(problem.line == line and message in problem.message for problem in problems)


def test_problems_of_one_file_are_limited(copy: Copy):
    """More would only hide those of other files."""
    problems = copy.problems({FILE: FILES["a million problems"][0]})
    assert len(problems) == MAX_PROBLEMS + 1


def test_an_unreadable_file_is_the_only_problem(copy: Copy, monkeypatch: pytest.MonkeyPatch):
    """Its entries are not reported as missing."""

    def refused(self: Path, *args: object, **kwargs: object):
        if self.name == "success.yml" and not kwargs and args == ("rb",):
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)

    opened = Path.open
    with copy.with_files({FILE: copy.text(FILE) + "\n"}) as data:
        monkeypatch.setattr(Path, "open", refused)
        monkeypatch.setattr("guidebook.loading.load.read", read)
        found = load_with_problems(data)[1]
        monkeypatch.undo()
    assert [p.message for p in found if p.path == f"data/{FILE}"] == ["the file cannot be read (Permission denied)"]


@pytest.mark.parametrize("content", ["{}", "[]", "0", "", "- a\n", "phases: [", "phases: 1\n"])
def test_a_broken_taxonomy_is_the_only_problem(copy: Copy, content: str):
    """No entry is blamed for terms that cannot be read."""
    found = copy.problems({"taxonomy.yml": content})
    assert found
    assert {problem.path for problem in found} == {"data/taxonomy.yml"}


def test_a_broken_term_is_the_only_problem(copy: Copy):
    """Entries that use the term are not reported."""
    found = copy.edited("taxonomy.yml", ("- id: week-before", "- idd: week-before"))
    assert {problem.path for problem in found} == {"data/taxonomy.yml"}


# (file, old text, new text): each breaks one entry that others refer to
BROKEN_ENTRIES = {
    "a renamed key": ("formats/panel.yml", "id: panel\n", "di: panel\n"),
    "a bad id": ("people/client.yml", "id: client\n", "id: 5\n"),
    "a bad field": ("formats/panel.yml", "room: table", "room: tabel"),
    "a list that is none": ("sources.yml", "- id: guide-b", "- idd: guide-b"),
    "no YAML": ("off_limits/germany.yml", "title: ", "title: : "),
    "a field in every question": ("questions/values.yml", "heard_as:", "herd_as:"),
    "no YAML in a list": ("red_flags/process.yml", "- id: ", "- id: : "),
    "a mapping for a list": ("asks/success.yml", "- id: ", "id: "),
}


@pytest.mark.parametrize(("name", "old", "new"), BROKEN_ENTRIES.values(), ids=BROKEN_ENTRIES.keys())
def test_entries_that_refer_to_a_broken_one_are_not_reported(copy: Copy, name: str, old: str, new: str):
    """References are checked only when every file is valid."""
    found = copy.edited(name, (old, new))
    assert found
    assert {problem.path for problem in found} == {f"data/{name}"}


def test_problems_of_all_files_are_reported_together(copy: Copy):
    """A syntax error in one file hides nothing in another."""
    edits = {
        "asks/success.yml": ("why:", "wy:"),
        "formats/panel.yml": ("room: table", "room: tabel"),
        "sources.yml": ("- id: guide-b", "- id: guide-b\n  : :"),
    }
    files = {name: copy.text(name).replace(*edit, 1) for name, edit in edits.items()}
    found = {problem.path.removeprefix("data/") for problem in copy.problems(files)}
    assert found >= edits.keys()


def test_an_entry_without_content_is_reported(copy: Copy):
    """It has no ids to compare with those of other entries."""
    found = copy.problems({FILE: copy.text(FILE) + "\n- \n"})
    assert [problem.message for problem in found] == ["there is no value here"]
