"""The description of content changes for pull requests."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from diff import read_revision
from guidebook.authoring.content_diff import compare
from guidebook.authoring.diff_report import compare_words, escape, render_report
from guidebook.parsing.reader import parse
from support.broken_data import ROOT

BEFORE = """\
- id: first
  title: Why here?
  why: It turns a job title into a list.
  people: [peer, recruiter]
  items:
    - id: item-one
      text: Pack water
    - id: item-two
      text: Sleep
- id: second
  title: Who else?
- id: third
  title: What next?
  aliases: [third-old]
"""


def told(after: str, *, before: str = BEFORE, path: str = "data/asks/success.yml") -> str:
    """Return what is said when `before` becomes `after`."""
    old = {"data/asks/success.yml": parse(before, "")}
    return render_report(compare(old, {path: parse(after, "")}))


CASES = {
    "nothing": ("", "", "**The content does not change.**"),
    "reworded": ("a job title", "a role", "**why**: It turns a ~~job title~~ **role** into a list"),
    "re-linked": ("[peer, recruiter]", "[peer, founder]", "added founder; removed ~~recruiter~~"),
    "order": ("[peer, recruiter]", "[recruiter, peer]", "**people**: in another order"),
    "rev": ("  why:", "  rev: 2\n  why:", "**rev**: 1 → 2; readers who checked it off are told"),
    "renamed": ("id: second", "id: other\n  aliases: [second]", "renamed from `second`"),
    "an item": ("text: Sleep", "text: Sleep well", "`item-two` asks: Sleep well (in `first`"),
    "added": ("- id: third", "- id: new\n  title: New?\n- id: third", "1 added"),
    "a field": ("  why:", "  good: A list\n  why:", "**good**: new: A list"),
}


@pytest.mark.parametrize(("old", "new", "said"), CASES.values(), ids=CASES)
def test_each_kind_of_change_is_described(old: str, new: str, said: str):
    text = told(BEFORE.replace(old, new) if old else BEFORE)
    assert said.replace(".", "\\.") in text or said in text
    assert "vanished" not in text


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("id: second", "id: other", "second"),
        ("    - id: item-two\n      text: Sleep\n", "", "item-two"),
        ("  aliases: [third-old]\n", "", "third-old"),
    ],
    ids=["an entry", "an item", "an alias"],
)
def test_removed_ids_are_reported_as_lost(old: str, new: str, lost: str):
    old_state, new_state = ({"data/a.yml": parse(t, "")} for t in (BEFORE, BEFORE.replace(old, new)))
    assert [entry.id for entry in compare(old_state, new_state).lost] == [lost]


def test_moved_entries_are_not_lost():
    text = told(BEFORE, path="data/asks/growth.yml")
    assert "moved from `data/asks/success.yml`" in text
    assert "vanished" not in text


def test_unreadable_files_are_reported_without_lost_ids():
    assert "(now): this is not YAML" in told("- id: [")
    assert "vanished" not in told("- id: [")
    assert "(before): this is not YAML" in told(BEFORE, before="- id: [")


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/p.png)",
    "[x](javascript:alert(1))",
    "@octocat, see #1 and GH-2",
    "https://evil.example www.evil.example",
    "`code` ``` # - 1. | ~~x~~ __y__",
    "&lt;b&gt; &#64;all",
    "</details><script>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_contributed_text_is_escaped_in_the_report(text: str):
    before = "- id: one\n  title: Plain\n"
    after = f"- id: one\n  title: '{text}'\n- id: 'two {text}'\n  title: '{text}'\n"
    html = MarkdownIt("commonmark").enable("strikethrough").render(told(after, before=before))
    assert not re.search(r"<(?!/?(p|h3|ul|li|code|strong|s)>)", html)
    shown = re.sub(r"<code>.*?</code>", "", html)
    assert not re.search(r"@\w|(?<!&)#\d|GH-\d|://|www\.", shown)


def test_word_changes_are_shown_side_by_side():
    assert compare_words("a b c", "a x c") == "a ~~b~~ **x** c"
    assert compare_words("a", "a\n") == "a"
    assert "…" in compare_words("w " * 200 + "old", "w " * 200 + "new")
    assert escape("a\n\nb") == "a b"


def test_revisions_are_read_from_git_and_unknown_ones_reported():
    found = read_revision("HEAD")
    assert found["data/taxonomy.yml"].data
    assert not any("schema" in name for name in found)
    command = [sys.executable, Path("scripts/diff.py"), "--", "--output=x"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 2
    assert "not a valid object name" in result.stderr
    assert "Traceback" not in result.stderr
