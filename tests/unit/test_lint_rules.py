"""Each rule reports its bad case at its location."""

import re

import pytest

from guidebook.authoring.readability import MAX_GRADE, grade, grade_pages
from guidebook.guide import Guide
from guidebook.lint import RULES, with_location
from guidebook.lint.privacy import find_private_data
from guidebook.lint.references import references_exist
from guidebook.loading import load
from support.broken_data import Copy

EVERY_RULE = (references_exist, *RULES)

# rule: (file, pattern of what is there, what makes it bad, message)
BAD = {
    "named_entries_exist": ("taxonomy.yml", "entry: no-date-given", "entry: on-ice", "no entry 'on-ice' in timelines"),
    "references_exist": ("formats/panel.yml", "timeline: ", "timeline: no-such-", "no entry 'no-such-"),
    "essentials_fit_the_page": ("formats/panel.yml", "essential: true", "essential: false", "items are essential"),
    "ranges_are_ordered": ("formats/panel.yml", "least: 45", "least: 450", "is more than"),
    "stop_is_last_step": ("timelines/verbal-offer.yml", "    do:", "    stop: true\n    do:", "more steps follow"),
    "laws_are_listed": ("off_limits/germany.yml", "    law: ", "    law: No such ", "is not listed under laws"),
    "disagreements_are_marked": (
        "claims.yml",
        r"(?<!disagree: true)\n  obtained:",
        "\n  disagree: true\n  obtained:",
        "at least two positions",
    ),
    "messages_use_literal_blocks": (
        "messages/withdraw.yml",
        r"short: \|-",
        "short: >-",
        "`>` joins all lines of this message into one",
    ),
    "prerequisites_come_first": (
        "checklists/story-bank.yml",
        r"after: \[story-fifteen-moments\]",
        "after: [story-four-lines]",
        "comes after itself",
    ),
    "cores_are_whole": ("formats/panel.yml", "    - panel-first-sentence\n", "", "which this version leaves out"),
    "plain_wording": (
        "pay.yml",
        "  why: >-\n    ",
        "  why: >-\n    At a world-class place. ",
        "'world-class' is a phrase to avoid",
    ),
    "serial_commas": (
        "pay.yml",
        "  why: >-\n    ",
        "  why: >-\n    Bring a pen, a card and a map. ",
        "lists three things",
    ),
    "no_duplicate_questions": (
        "questions/probing.yml",
        r"title: What is your biggest failure\?",
        "title: Why did you leave your last job, then?",
        "asks the same as",
    ),
    "examples_from_many_lines_of_work": (
        "questions/probing.yml",
        "    field: ",
        "    field: trades  # ",
        "1 lines of work",
    ),
    "figures_name_their_claim": (
        "checklists/night-before.yml",
        "summary: >-\n  ",
        "summary: >-\n  It helps 9 % of people. ",
        "this percentage names no claim",
    ),
    "entries_are_linked": (
        "off_limits/france.yml",
        "red_flags:\n  - answers-differ\n",
        "",
        "no other entry is linked to this one",
    ),
    "items_in_order_of_time": ("formats/panel.yml", "phase: week-before", "phase: within-a-day", "which is later"),
    "one_pagers_fit": ("formats/panel.yml", "    text: ", "    text: Long before you go, do ", "lines under “Do”"),
    "urls_are_unique": (
        "checklists/night-before.yml",
        "reviewed:",
        "aliases: [answering]\nreviewed:",
        "the page /prepare/answering/ is taken",
    ),
    "anchors_are_unique": (
        "questions/values.yml",
        "- id: credit-and-blame",
        "- id: list-values",
        "is the anchor of a heading on the same page",
    ),
    "no_private_data": (
        "messages/withdraw.yml",
        "Please thank the others I met",
        "Ring +49 151 2345678. Please thank the others I met",
        "'+49 151 2345678' looks like a phone number",
    ),
    "search_phrases_are_answered": (
        "timelines/they-reschedule.yml",
        "- postponed interview",
        "- hiring panel",
        "'hiring panel' promises what this entry does not answer: it never says 'panel'",
    ),
    "sheets_fit": ("sheets.yml", "lines: 6", "lines: 24", "too long"),
}


def test_every_rule_has_a_bad_case():
    assert {rule.__name__ for rule in EVERY_RULE} == BAD.keys()


def test_every_page_is_within_the_reading_grade(guide: Guide):
    assert {page: grade for page, grade in grade_pages(guide).items() if grade > MAX_GRADE} == {}


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The cat sat on the mat. It was red.", -9, 2),
        ("Organisational considerations necessitate comprehensive interdepartmental documentation procedures.", 20, 60),
    ],
)
def test_reading_grade_separates_easy_from_hard_text(text: str, least: float, most: float):
    assert least < grade([text]) < most


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Write to jo.smith@gmail.com today.", "an email address"),
        ("Write to anna@example.org or jo@mail.example.com, kit@firm.test.", None),
        ("Write to jo@example.com.firm.org.", "an email address"),
        ("Ring (415) 867-5309.", "a phone number"),
        ("Ring +44 7911 123456 at nine.", "a phone number"),
        ("Ring 0049 (0)30 901820.", "a phone number"),
        ("Ring (020) 8123 4567.", "a phone number"),
        ("Ring 030 9018 2000.", "a phone number"),
        ("Ring 415-867-5309 or wait.", "a phone number"),
        ("Ring 212-555-0143, or 020 7946 0958, or +44 7700 900123.", None),
        ("In 2024-2025, 1,200 of 30 000 stayed; 10-12 of 3-4, 09:30-10:15, +3 %, 2026-11-22.", None),
        ("Pay rose from 52,000 to 58,000 000 a year (2019) 2020.", None),
        ("Ask @jane_doe on the network.", "a handle"),
        ("See https://www.linkedin.com/in/somebody.", "a handle"),
        ("Meet @ 9, or look at [the panel](panel) @home.", "a handle"),
        ("Pay to DE89 3704 0044 0532 0130 00.", "a bank account"),
        ("ISO 9001 and EN 60601 and AB12 CD are norms.", None),
        ("She lives at 221 Baker Street.", "a home address"),
        ("Er wohnt Lindenstraße 12.", "a home address"),
        ("The first 12 Street traders, and 30 Days.", None),
    ],
)
def test_private_data_is_detected(text: str, what: str | None):
    assert [name for name, _ in find_private_data(text)][:1] == ([what] if what else [])


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.__name__)
def test_rule_reports_its_bad_case(copy: Copy, monkeypatch: pytest.MonkeyPatch, rule):
    monkeypatch.setattr(load, "run_rules", lambda guide: with_location(guide, rule(guide)))
    name, old, new, said = BAD[rule.__name__]
    text = copy.text(name)
    assert re.search(old, text)
    found = [p for p in copy.problems({name: re.sub(old, new, text)}) if said in p.message]
    assert found
    assert {p.path for p in found} <= {f"data/{name}", "hooks/guidebook/site/templates/home.md.jinja"}
    assert rule.__doc__


@pytest.mark.parametrize(("phrase", "said"), [("palmistry", ["no entry says 'palmistry'"]), ("pannel of three", [])])
def test_new_search_words_are_refused_but_misspellings_are_not(copy: Copy, phrase: str, said: list[str]):
    text = copy.text("formats/panel.yml").replace("- interview board", f"- {phrase}")
    assert [problem.message for problem in copy.problems({"formats/panel.yml": text})] == said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("jargon", "\u017fynergy"),  # a long s, which folds to s
        ("jargon", "\u0130nitiative"),
    ],
)
def test_case_folding_letters_are_compared(copy: Copy, old: str, new: str):
    edits = [("- say: world-class", f"- say: {new.replace(chr(0x17F), 's').replace(chr(0x130), 'i')}")]
    text = copy.text("taxonomy.yml").replace(*edits[0])
    pay = copy.text("pay.yml").replace("  why: >-\n    ", f"  why: >-\n    A {new}. ", 1)
    found = copy.problems({"taxonomy.yml": text, "pay.yml": pay})
    assert all("is a phrase to avoid" in problem.message for problem in found)


TAKEN = {
    "an index": ("checklists/night-before.yml", "index", "/prepare/index/"),
    "a page of prose": ("checklists/night-before.yml", "answering", "/prepare/answering/"),
    "the packet": ("formats/panel.yml", "packet", "/print/packet/"),
}


@pytest.mark.parametrize(("name", "id_", "address"), TAKEN.values(), ids=TAKEN.keys())
def test_ids_of_existing_pages_are_refused(copy: Copy, name: str, id_: str, address: str):
    text = copy.text(name)
    old = name.rpartition("/")[2].removesuffix(".yml")
    moved = f"{name.partition('/')[0]}/{id_}.yml"
    text = text.replace(f"id: {old}\n", f"id: {id_}\naliases: [{old}-x]\n", 1)
    found = copy.problems({name: None, moved: text})
    assert any(f"the page {address} is taken" in p.message and p.path == f"data/{moved}" for p in found)


def test_unknown_units_and_signals_are_refused(copy: Copy):
    found = copy.edited(
        "taxonomy.yml",
        ("units:\n", "units:\n  - id: weeks\n    title: weeks\n"),
        ("signals:\n", "signals:\n  - id: rumour\n    title: Rumour\n"),
    )
    assert ["'weeks' is not known" in p.message or "'rumour'" in p.message for p in found] == [True] * 2
