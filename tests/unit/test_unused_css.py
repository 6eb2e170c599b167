"""Removing unused CSS rules."""

import re
from pathlib import Path

import pytest

from guidebook.assets.unused_css import remove_unused_css, variables_read, words_in_script, words_in_tags

USED = {"html", "p", "a", "class", ".card", "title", "href", "dir", "ltr", "open", "details"}


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".card{color:red}", ".card{color:red}"),
        (".video{color:red}", ""),
        (".title{color:red}", ""),
        (".card,.video p{color:red}", ".card{color:red}"),
        (".card .video{color:red}", ""),
        ("p>a:hover::before{color:red}", "p>a:hover::before{color:red}"),
        ("p:not(.video){color:red}", "p:not(.video){color:red}"),
        (":is(.video,.card) p{color:red}", ":is(.video,.card) p{color:red}"),
        ("[dir=rtl] p{color:red}", ""),
        ("[dir=ltr] p{color:red}", "[dir=ltr] p{color:red}"),
        ('[href^="https"]{color:red}', '[href^="https"]{color:red}'),
        ("#main{color:red}", ""),
        ("@media print{.video{color:red}}", ""),
        ("@media print{p{color:red}.video{top:0}}", "@media print{p{color:red}}"),
        ("@supports not selector(:popover-open){p{top:0}}", "@supports not selector(:popover-open){p{top:0}}"),
        ("@page{margin:14mm}", "@page{margin:14mm}"),
        ("p{--a:1;color:var(--b);--b:var(--c);--c:2;--d:var(--a)}", "p{color:var(--b);--b:var(--c);--c:2}"),
        ("@keyframes a{to{top:0}}@keyframes b{to{top:0}}p{animation:a 1s}", "@keyframes a{to{top:0}}p{animation:a 1s}"),
        ("/* why */ p { color : red ; }", "p{color:red}"),
        ("p{color:red!important}", "p{color:red!important}"),
    ],
)  # fmt: skip
def test_only_matching_rules_are_kept(css: str, kept: str):
    assert remove_unused_css(css, USED) == kept


def test_used_words_are_collected_from_tags_and_scripts():
    page = """<p class="card big">video <a href=x class=y><b class='z'>"""
    assert words_in_tags([page]) == {"p", "class", ".card", ".big", "a", "href", "x", ".y", "b", ".z"}
    assert ".row-2" in words_in_script('row.className = "row-2"')
    assert "data-large" in words_in_script('root.dataset.large = "large"')


def test_variables_read_by_another_sheet_are_kept():
    assert remove_unused_css("p{--a:1}", USED) == ""
    assert remove_unused_css("p{--a:1}", USED | variables_read("p{top:var( --a )}")) == "p{--a:1}"


def test_shared_style_sheet_has_no_unused_theme_rules(site: Path):
    css = (site / "assets/css/guide.css").read_text("utf-8")
    assert not re.search(r"\.md-(banner__button|annotation|version|consent)|\.(admonition|abstract|tabbed-set)", css)
    assert ".md-typeset" in css
    assert ".masthead" in css
    assert ".returning" in css  # a class that an inline script sets
    paper = (site / "assets/css/paper.css").read_text("utf-8")
    assert ".sheet--plan" in paper  # which is on no page until it is chosen
    assert len(css.encode()) < 54_000


def test_dataset_properties_count_as_attributes():
    used = words_in_script('element.dataset.soFar = "x"')
    assert remove_unused_css('[data-so-far="x"]{color:red}[data-other]{color:red}', used) == (
        '[data-so-far="x"]{color:red}'
    )
