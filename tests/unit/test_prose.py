"""Slips in the pages of docs/ are reported at their line."""

from pathlib import Path

import pytest

from guidebook.lint.prose import prose_is_complete

PAGE = (
    "---\ntitle: A page\ndescription: What it says.\nsearch:\n  a-heading: [words]\n---\n\n# A page\n\n## A heading\n"
)
# text of PAGE, its replacement, line, message
PAGES = {
    "no fields": (PAGE, "# A page\n", 1, "does not begin with its title"),
    "no end of the fields": ("]\n---\n", "]\n", 1, "have no end"),
    "no description": ("description", "about", 1, "'description' is missing"),
    "colon in a title": ("A page\nd", "A page: one\nd", 2, "contains `: `"),
    "unknown heading": ("a-heading", "b-heading", 5, "no heading has the anchor 'b-heading'"),
    "merge conflict": ("## A", "<<<<<<< HEAD\n## A", 10, "a merge conflict"),
    "byte order mark": ("---\ntitle", "\ufeff---\ntitle", 1, "a byte order mark"),
}


@pytest.mark.parametrize(("old", "new", "line", "said"), PAGES.values(), ids=PAGES.keys())
def test_slips_in_a_hand_written_page_are_reported(tmp_path: Path, old: str, new: str, line: int, said: str):
    file = tmp_path / "docs/page.md"
    file.parent.mkdir()
    file.write_text(PAGE, "utf-8")
    assert [*prose_is_complete(file.parent)] == []
    file.write_text(PAGE.replace(old, new, 1), "utf-8")
    (problem,) = prose_is_complete(file.parent)
    assert (problem.path, problem.line, said in problem.message) == ("docs/page.md", line, True), problem
