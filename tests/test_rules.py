"""Each rule over the whole guide refuses a bad case at its place, and accepts the good one."""

import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from guidebook.guide import Guide
from guidebook.load import examine
from guidebook.reading import HARDEST, grade, grades
from guidebook.rules import RULES

# rule: (file, what stands there, what makes it bad, what is said)
BAD = {
    "essentials_fit_the_page": (
        "formats/panel.yml",
        "essential: true",
        "essential: false",
        "items are essential",
    ),
    "spans_rise": ("formats/panel.yml", "least: 45", "least: 450", "is more than"),
    "one_stop": (
        "timelines/no-date-given.yml",
        "    do:",
        "    stop: true\n    do:",
        "stops twice",
    ),
    "laws_are_listed": (
        "off_limits/germany.yml",
        "    law: ",
        "    law: No such ",
        "is not listed under laws",
    ),
    "disagreements_are_marked": (
        "claims.yml",
        "\n  obtained:",
        "\n  disagree: true\n  obtained:",
        "one position",
    ),
    "plain_wording": (
        "pay.yml",
        "  why: >-\n    ",
        "  why: >-\n    At a world-class place. ",
        "'world-class' says little",
    ),
    "questions_differ": (
        "questions/probing.yml",
        "title: What is your biggest failure?",
        "title: Why did you leave your last job, then?",
        "asks the same as",
    ),
    "examples_from_many_lines_of_work": (
        "questions/values.yml",
        "    field: ",
        "    field: trades #",
        "1 lines of work",
    ),
    "figures_name_their_claim": (
        "checklists/night-before.yml",
        "summary: >-\n  ",
        "summary: >-\n  It helps 9 % of people. ",
        "a figure without a claim",
    ),
    "something_leads_here": (
        "off_limits/germany.yml",
        "red_flags:\n  - private-questions\n",
        "",
        "nothing leads here",
    ),
    "items_in_order_of_time": (
        "formats/panel.yml",
        "phase: week-before",
        "phase: within-a-day",
        "stands after",
    ),
    "one_pagers_fit": (
        "formats/panel.yml",
        "    text: ",
        "    text: Long before you go, do ",
        "lines under “Do”",
    ),
    "sheets_fit": ("sheets.yml", "lines: 2", "lines: 9", "too long"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real data to break."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("rules") / "data"))


def test_every_rule_has_a_bad_case():
    """A rule without one might never fire."""
    assert {rule.__name__ for rule in RULES} == BAD.keys()


def test_the_real_pages_are_easy_to_read(guide: Guide):
    """US grade 9 or lower, on every page of advice."""
    assert {page: grade for page, grade in grades(guide).items() if grade > HARDEST} == {}


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The cat sat on the mat. It was red.", -9, 2),
        (
            "Organisational considerations necessitate comprehensive interdepartmental documentation procedures.",
            20,
            60,
        ),
    ],
)
def test_the_reading_level_tells_easy_from_hard(text: str, least: float, most: float):
    """A measure that calls everything easy measures nothing."""
    assert least < grade([text]) < most


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_refuses_the_bad_case(copy: Path, rule):
    """With the place of what breaks it."""
    name, old, new, said = BAD[rule.__name__]
    text = (copy / name).read_text("utf-8")
    assert old in text
    try:
        (copy / name).write_text(text.replace(old, new), "utf-8")
        found = [p for p in examine(copy)[1] if p.path == f"data/{name}" and said in p.message]
    finally:
        (copy / name).write_text(text, "utf-8")
    assert found
    assert rule.__doc__
