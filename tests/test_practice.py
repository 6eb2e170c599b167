"""Practising aloud and keeping stories: what a reader does on these pages, and what stays."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from axe import ALL, FEWER, LOOKS, violations
from guidebook.guide import Guide
from guidebook.practice import TOOLS, judged_by

Open = Callable[..., Page]
Visit = Callable[..., Page]
KEY = "round-two:state"
PRACTICE = "practice/?seed=7"
PLAN = {
    "date": "2099-12-01",
    "formats": ["panel"],
    "people": [
        {"id": "a", "name": "Dana", "role": "", "person": "hiring-manager"},
        {"id": "b", "name": "Ines", "role": "Night lead", "person": "peer"},
        {"id": "c", "name": "Sam", "role": "", "person": "executive"},
    ],
    "field": "health-care",
}
STORIES = {
    "story-a": {"name": "Wrong bricks", "competencies": ["ownership", "planning", "judgement"]},
    "story-b": {"name": "Night bus", "competencies": ["conflict", "collaboration"], "told": True},
}

TAKE = {
    "id": "a",
    "question": "conflict-at-work",
    "part": "answer",
    "wording": "How did it end?",
    "name": "",
    "at": "2026-01-01T00:00:00.000Z",
    "type": "audio/mp4",
    "seconds": 60,
    "target": 90,
}


def stored(kept: dict[str, Any], **interviews: tuple[str, dict[str, Any]]) -> str:
    """Return what an earlier visit kept, as the browser holds it."""
    one = {"created": "", "at": "", "archived": False, "items": {}}

    def interview(name: str, values: dict[str, Any]) -> dict[str, Any]:
        cells = {key: {"value": value, "at": ""} for key, value in values.items()}
        return one | {"name": name, "kept": cells}

    all_ = {"default": interview("My interview", kept)}
    all_ |= {id_: interview(*named) for id_, named in interviews.items()}
    return json.dumps({"version": 2, "interview": "default", "interviews": all_})


@pytest.fixture
def visit(page: Page) -> Visit:
    """`visit(path, kept, **interviews)` opens a page of the site where an earlier visit kept something."""

    def visited(path: str, kept: dict[str, Any] | None = None, **interviews: tuple) -> Page:
        text = stored(kept or {}, **interviews)
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        page.goto(urljoin(page.url, f"/{path}"))
        return page

    return visited


def kept(page: Page, name: str) -> Any:
    """What is kept under `name` for the interview in use."""
    stored = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "{}")
    cell = stored["interviews"][stored["interview"]]["kept"].get(name)
    return cell and cell["value"]


def module(page: Page, name: str, script: str, argument: object = None) -> Any:
    """Run `script`, a function of (module, argument), with a module of the site."""
    call = f"async ([url, given]) => ({script})(await import(url), given)"
    return page.evaluate(call, [f"/assets/js/{name}.mjs", argument])


@pytest.fixture(scope="module")
def lab(chromium: Any, address: str) -> Page:
    """One page on which modules are tried, with the data of practice."""
    context = chromium.new_context(timezone_id="Europe/Berlin")
    page = context.new_page()
    page.goto(address + "practice/")
    page.evaluate(
        "async () => { window.data = await (await fetch('../api/v1/practice.json')).json(); }"
    )
    yield page
    context.close()


def test_the_export_holds_every_question_with_its_ladder_in_plain_text(guide: Guide, site: Path):
    """A round shows text as text: no Markdown marks, no reference left over."""
    data = json.loads((site / "api/v1/practice.json").read_text("utf-8"))
    assert [one["id"] for one in data["questions"]] == [one.id for one in guide.of("questions")]
    for question in data["questions"]:
        assert len(question["follow_ups"]) == 3
        assert "](" not in json.dumps(question)
        assert "*" not in json.dumps(question)


def test_a_person_is_known_by_what_they_ask_more_than_others(guide: Guide):
    """A technical expert asks about craft, a recruiter about motivation, whatever is common in the guide."""
    assert judged_by(guide, "technical-expert")[0] == "craft"
    assert judged_by(guide, "direct-report")[0] == "leadership"
    assert "service" in judged_by(guide, "client")[:1]
    assert "motivation" in judged_by(guide, "recruiter")[:2]


PICK = "(m, choice) => m.pick(data.questions, choice, q => (choice.records ?? {})[q.id])"
ANY = {"formats": [], "people": [], "families": [], "field": "", "count": 5, "minutes": 0}
CHOICE = ANY | {"think": 15, "order": "mixed", "seed": "a"}


def test_a_round_is_the_same_for_the_same_seed(lab: Page):
    """And another one for another seed; the words differ as people do."""
    rounds = [module(lab, "round", PICK, CHOICE | {"seed": seed}) for seed in ("a", "a", "b")]
    assert rounds[0] == rounds[1] != rounds[2]
    titles = lab.evaluate("Object.fromEntries(data.questions.map(q => [q.id, q.title]))")
    many = module(lab, "round", PICK, CHOICE | {"count": 20})["asked"]
    assert {one["wording"] == titles[one["id"]] for one in many} == {True, False}


def test_a_mixed_round_is_of_many_families(lab: Page):
    """Five questions come from five families, and all thirteen come before one comes twice."""
    family = lab.evaluate("Object.fromEntries(data.questions.map(q => [q.id, q.family]))")
    asked = module(lab, "round", PICK, CHOICE | {"count": 13})["asked"]
    assert len({family[one["id"]] for one in asked}) == 13


def test_a_round_fits_its_filters_and_its_minutes(guide: Guide, lab: Page):
    """Nothing is asked that nobody on the panel would ask; time to think counts."""
    choice = CHOICE | {"formats": ["panel"], "people": ["peer"], "field": "sales", "count": 20}
    got = module(lab, "round", PICK, choice | {"minutes": 20})
    for one in got["asked"]:
        question = guide.get(one["id"])
        assert "panel" in question.formats
        assert "peer" in question.people
        assert not question.fields or "sales" in question.fields
    assert 0 < got["seconds"] <= 20 * 60
    longer = module(lab, "round", PICK, choice | {"minutes": 20, "think": 60})
    assert len(longer["asked"]) < len(got["asked"])
    assert len(module(lab, "round", PICK, choice | {"minutes": 1})["asked"]) == 1
    assert module(lab, "round", PICK, choice | {"families": ["none"]})["asked"] == []


def test_hard_ones_and_new_ones_come_first_when_asked_for(lab: Page):
    """Hard before new before fine before solid; not yet practised before the longest ago."""
    records = {
        "conflict-at-work": {"feel": "solid", "last": "2026-01-03T00:00:00Z"},
        "leading-under-pressure": {"feel": "hard", "last": "2026-01-02T00:00:00Z"},
    }
    behavioural = CHOICE | {"families": ["behavioural"], "count": 20, "records": records}
    hard = module(lab, "round", PICK, behavioural | {"order": "hard"})["asked"]
    assert (hard[0]["id"], hard[-1]["id"]) == ("leading-under-pressure", "conflict-at-work")
    new = module(lab, "round", PICK, behavioural | {"order": "new"})["asked"]
    assert [one["id"] for one in new[-2:]] == ["leading-under-pressure", "conflict-at-work"]


DUE = [
    ("hard", "", "2026-11-24"),
    ("fine", "", "2026-11-26"),
    ("solid", "", "2026-11-30"),
    ("hard", "2026-11-25", "2026-11-24"),
    ("hard", "2026-11-24", ""),
    ("fine", "2026-11-27", "2026-11-25"),
    ("fine", "2026-12-20", "2026-11-26"),
    ("solid", "2026-11-30", ""),
    ("solid", "2026-12-01", "2026-11-30"),
    ("hard", "2026-11-20", "2026-11-24"),
    ("odd", "", ""),
]


def test_when_a_question_returns(lab: Page):
    """Sooner when it was hard and when the day is near, and not on the day itself."""
    last = "2026-11-22T23:30:00.000Z"  # the 23rd in Berlin
    script = "(m, [last, all]) => all.map(([feel, interview]) => [feel, interview, m.dueOn({ feel, last }, interview)])"
    assert module(lab, "spaced", script, [last, DUE]) == [list(case) for case in DUE]


def test_broken_records_and_plans_harm_nothing(page: Page, visit: Visit):
    """Whatever another version left behind, a round can be started."""
    broken = {"feel": 7, "rounds": "x", "last": {}}
    values = {
        "plan": {"people": [None, {"person": 4}, "x"], "formats": "panel", "date": 9},
        "question-conflict-at-work": broken,
        "round": {"asked": [{"id": "gone", "wording": "?"}], "at": 0, "stage": "answer"},
        "practice": {"count": "many", "order": ["?"], "think": None},
        "story-x": {"name": 5, "competencies": "all"},
        "sign-pay-dodged": [1],
    }
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    visit("practice/", values)
    page.get_by_role("button", name="Start a round").click()
    expect(page.locator("dialog.round h2")).not_to_be_empty()
    for path in ("stories/", "stories/scorecard/", "practice/partner/"):
        visit(path, values)
        expect(page.locator("h1")).to_be_visible()
    assert errors == []


def test_a_round_by_keyboard_alone(open_page: Open, address: str):
    """Space and the arrow go on, Esc pauses, every stage says what it is, and what was felt stays."""
    page = open_page("api/v1/index.json", reduced_motion="reduce")
    page.clock.install()
    text = stored({"plan": PLAN} | STORIES)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(address + PRACTICE)
    expect(page.locator(".round-about")).to_contain_text("From your plan")
    page.get_by_role("button", name="Start a round").focus()
    page.keyboard.press("Enter")
    place = page.locator(".round-place")
    heading = page.locator(".round-question")
    expect(place).to_have_text("Question 1 of 5 · Think")
    expect(heading).to_be_focused()
    asked = heading.inner_text()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    before = page.locator(".dial").inner_text()
    page.clock.run_for(3000)
    assert page.locator(".dial").inner_text() == before
    page.keyboard.press("Escape")
    page.clock.run_for(3000)
    assert page.locator(".dial").inner_text() != before
    page.keyboard.press("Space")
    expect(place).to_have_text("Question 1 of 5 · Answer")
    expect(heading).to_have_text(asked)
    expect(page.locator(".beatlist")).to_be_hidden()
    for stage in ("The probe", "Deeper", "The stress test"):
        page.keyboard.press("ArrowRight")
        expect(place).to_have_text(f"Question 1 of 5 · {stage}")
        expect(heading).to_be_focused()
        expect(page.locator(".round-asker")).to_have_text(asked)
    page.keyboard.press("Space")
    expect(place).to_contain_text("Looking back")
    page.get_by_label("a number").check()
    page.get_by_label("The story I told").select_option(label="Night bus")
    page.get_by_role("button", name="Hard").press("Enter")
    expect(place).to_have_text("Question 2 of 5 · Think")
    question = kept(page, "round")["asked"][0]["id"]
    record = kept(page, f"question-{question}")
    assert (record["feel"], record["rounds"], record["said"]) == ("hard", 1, ["number"])
    assert kept(page, "story-b")["questions"] == [question]


def test_a_round_survives_a_reload_and_ends(visit: Visit):
    """Where was I? On the same question, in the same words, at the same step."""
    page = visit(PRACTICE, {"practice": {"count": 2, "think": 0}})
    page.get_by_role("button", name="Start a round").click()
    page.locator(".round-foot .big-button").click()
    asked = page.locator(".round-question").inner_text()
    page.reload()
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".round-question")).to_have_text(asked)
    expect(page.locator(".round-place")).to_have_text("Question 1 of 2 · The probe")
    page.get_by_role("button", name="Enough of this one").click()
    page.get_by_role("button", name="Fine").click()
    for _ in range(4):
        page.locator(".round-foot .big-button").click()
    page.get_by_role("button", name="Skip this").click()
    expect(page.locator(".round-question")).to_have_text("That was a round.")
    expect(page.locator(".round-done li").first).to_contain_text("fine, comes back on")
    ids = [one["id"] for one in kept(page, "round")["asked"]]
    link = page.get_by_role("link", name="for a friend").get_attribute("href") or ""
    assert link.endswith(f"practice/partner/?ids={','.join(ids)}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Start a round")).to_be_visible()
    expect(page.get_by_role("button", name="Go on")).to_have_count(0)


def test_thinking_ends_by_itself_without_taking_the_focus(visit: Visit):
    """The clock starts when the time is over; a screen reader does not read the question again over the answer."""
    asked = [{"id": "conflict-at-work", "wording": "What became of it?"}]
    page = visit(PRACTICE, {"round": {"asked": asked, "at": 0, "stage": "think", "think": 0.5}})
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.evaluate(
        """() => {
            document.querySelector('.round-open button').click();
            document.querySelector('dialog.round button').focus();
        }"""
    )
    expect(page.locator(".round-place")).to_contain_text("Think")
    expect(page.locator(".round-place")).to_contain_text("Answer")
    expect(page.locator("dialog.round [role=status]")).to_have_text("Your turn.")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()


def test_what_is_due_comes_back(visit: Visit):
    """A hard one from the day before is offered; with nothing due, nothing is."""
    hard = {"feel": "hard", "rounds": 1, "last": "2026-01-01T10:00:00.000Z"}
    page = visit("practice/", {"question-conflict-at-work": hard})
    expect(page.locator(".round-due")).to_contain_text("One question comes back today.")
    page.get_by_role("button", name="Practise these").click()
    expect(page.locator(".round-place")).to_contain_text("of 1")
    page.get_by_role("button", name="Leave").click()
    visit("practice/", {"question-conflict-at-work": hard, "plan": {"date": "2026-01-02"}})
    expect(page.locator(".round-due")).to_be_visible()
    module(page, "store", "m => m.store.keep('question-conflict-at-work', {})")
    expect(page.locator(".round-about")).to_contain_text("5 questions")
    expect(page.locator(".round-due")).to_be_hidden()


def test_the_other_chair_opens_the_same_questions(visit: Visit, guide: Guide):
    """On another phone, from a link that says nothing about the candidate; ticks survive a reload; a former or foreign id is passed over."""
    page = visit("practice/partner/?ids=why-you-left,no-such-id,conflict-at-work")
    heads = page.locator(".partner-question h2")
    expect(heads).to_have_count(2)
    expect(heads.first).to_contain_text(guide.get("why-you-left").title)
    for level in ("probe", "deeper", "stress"):
        follow_up = getattr(guide.get("why-you-left").follow_ups, level)
        expect(page.locator(".partner-question").first).to_contain_text(follow_up.ask)
    page.get_by_label("a number").first.check()
    page.reload()
    expect(page.get_by_label("a number").first).to_be_checked()
    link = page.get_by_role("textbox", name="Link to these questions").input_value()
    assert link.endswith("/practice/partner/?ids=why-you-left,conflict-at-work")
    page.goto(page.url.split("?")[0])
    expect(heads).to_have_count(5)


def test_stories_are_kept_while_they_are_written(visit: Visit):
    """Also when the tab closes at once, and when another tab writes into the same story."""
    page = visit("stories/")
    page.get_by_role("button", name="Add a story").click()
    expect(page.get_by_label("Name in two or three words")).to_be_focused()
    page.keyboard.type("Night bus")
    page.get_by_role("checkbox", name="Conflict").check()
    page.get_by_label("It answers").select_option(value="conflict-at-work")
    page.get_by_label("Situation").fill("Line 40, in March")
    page.reload()
    page.locator(".kept-list summary").click()
    expect(page.get_by_label("Situation")).to_have_value("Line 40, in March")
    expect(page.locator(".many li")).to_contain_text("Tell me about a conflict at work")
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".kept-list summary").click()
    other.locator("[name=result]").fill("No more complaints")
    page.locator("[name=task]").fill("The rota was mine")
    expect(page.locator("[name=result]")).to_have_value("No more complaints")
    expect(other.locator("[name=task]")).to_have_value("The rota was mine")
    page.get_by_role("button", name="Delete").click()
    expect(other.locator(".kept-list > li")).to_have_count(0)
    expect(page.locator("story-map")).to_contain_text("appears here")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".kept-title")).to_have_text("Night bus")
    expect(other.locator(".kept-title")).to_have_text("Night bus")


def test_the_map_tells_gaps_and_overuse_and_whom_to_tell_what(visit: Visit):
    """In words, and in a table with heads; each person gets another story where there is one, with the reason."""
    loaded = {
        "name": "Everything",
        "competencies": ["craft", "learning", "service", "motivation", "integrity", "influence"],
    }
    page = visit("stories/", {"plan": PLAN, **STORIES, "story-c": loaded})
    words = page.locator(".map-words")
    expect(words).to_contain_text("Your panel asks about")
    expect(words).to_contain_text("“Everything” is down for 6 things")
    table = page.locator("table.map")
    expect(table.locator("thead th")).to_have_text(
        ["It shows", "Wrong bricks", "Night bus", "Everything", "Sum"]
    )
    row = table.locator("tbody tr", has_text="Conflict")
    assert row.locator("td").all_inner_texts() == ["no", "yes", "no", "1"]
    expect(table.locator("tr.map-gap", has_text="Analysis")).to_contain_text("gap")
    people = page.locator(".map-panel > li")
    expect(people.nth(0)).to_contain_text("Dana, Hiring manager: “Wrong bricks”. It shows")
    expect(people.nth(1)).to_contain_text("Ines, Night lead: “")
    expect(people.nth(1)).not_to_contain_text("Wrong bricks")


def test_two_people_who_ask_alike_get_two_stories(lab: Page):
    """The second best goes to the second person, not the best one again; where nothing fits, nothing is made up."""
    person = {"id": "p", "title": "P", "judges": [], "competencies": ["craft", "learning"]}
    script = "(m, [all, panel]) => m.suggestions(all, panel).map(({ story }) => story?.name ?? '')"
    story = {"questions": [], "told": False}
    best, next_ = (
        story | {"id": name, "name": name, "competencies": shows}
        for name, shows in (("Best", ["craft", "learning"]), ("Next", ["craft"]))
    )
    panel = [{"name": "A", "person": person}, {"name": "B", "person": person}]
    assert module(lab, "stories", script, [[best, next_], panel]) == ["Best", "Next"]
    assert module(lab, "stories", script, [[story | best | {"competencies": []}], panel]) == [
        "",
        "",
    ]


def test_stories_print_as_a_sheet(visit: Visit):
    """What was written is on the paper; the form and its buttons are not."""
    story = STORIES["story-a"] | {"action": "I rang three yards", "told": True}
    page = visit("stories/", {"story-a": story})
    page.emulate_media(media="print")
    paper = page.locator(".kept-paper")
    expect(paper).to_be_visible()
    expect(paper).to_contain_text("I rang three yards")
    expect(page.locator(".kept-list form")).to_be_hidden()
    expect(page.get_by_role("button", name="Add a story")).to_be_hidden()


def test_signs_are_kept_with_what_was_seen(visit: Visit):
    """The sum counts, names what is serious, and asks for evidence."""
    page = visit("stories/scorecard/")
    row = page.locator("[data-sign=pay-dodged]")
    row.get_by_label("Yes").check()
    expect(page.locator("sign-sum")).to_contain_text("1 warning sign, 0 signs of health. ")
    expect(page.locator("sign-sum")).to_contain_text("1 without what you saw")
    row.get_by_label("What I saw").fill("“We will find something”")
    page.reload()
    expect(row.get_by_label("What I saw")).to_have_value("“We will find something”")
    assert kept(page, "sign-pay-dodged")["seen"] == "yes"


FACTORS = [{"id": "work", "title": "The work"}, {"id": "pay", "title": "Pay"}]


def compared(lab: Page, first: dict, second: dict, weights: dict) -> tuple[list, list[str]]:
    """Return the ranges of two employers and what is said about them."""
    script = """(m, [options, weights, factors]) => {
        const all = m.results(options, weights);
        return [all, m.reading(all, weights, factors)];
    }"""
    options = [
        {"id": "a", "name": "A", "scores": first},
        {"id": "b", "name": "B", "scores": second},
    ]
    return tuple(module(lab, "decision", script, [options, weights, FACTORS]))


def scored(score: int, sure: int = 0) -> dict[str, int]:
    """Return a score, seen, heard or guessed."""
    return {"score": score, "sure": sure}


def test_a_decision_shows_ranges_and_what_would_turn_it(lab: Page):
    """Weighted means; a guess widens; an overlap is said; a flip is named; there is no verdict."""
    weights = {"work": 3, "pay": 1}
    first, second = {"work": scored(4), "pay": scored(2)}, {"work": scored(3, 1), "pay": scored(4)}
    (a, b), words = compared(lab, first, second, weights)
    assert (a["low"], a["mid"], a["high"]) == (3.5, 3.5, 3.5)
    assert (b["low"], b["mid"], b["high"]) == (2.5, 3.25, 4)
    assert words[0] == "A and B overlap: these answers cannot tell them apart."
    assert "“The work” at B turned out to be 4 rather than 3" in " ".join(words)
    assert "“Pay” counted 2 rather than 1" in " ".join(words)
    _, apart = compared(lab, {"work": scored(5), "pay": scored(5)}, second, weights)
    assert "even at its lowest" in apart[0]
    assert "would change the order of the middles" in apart[1]
    (_, open_), gaps = compared(lab, first, {"work": scored(3)}, weights)
    assert (open_["low"], open_["high"]) == (2.5, 3.5)
    assert "B lacks one score" in gaps[1]
    assert compared(lab, first, {}, weights)[1] == [
        "One employer is scored. Score another to compare."
    ]
    assert "Nothing counts yet" in compared(lab, first, second, {"work": 0, "pay": 0})[1][0]


def test_interviews_are_compared_by_one_set_of_weights(visit: Visit):
    """Scores go to their own interview, the newest weights count for all, and both survive a reload and a switch."""
    clinic = ("City Clinic", {"sign-pay-dodged": {"seen": "yes", "evidence": "x"}})
    page = visit("stories/decision/", other=clinic)
    page.get_by_label("How much “Pay for a year, all of it” counts").select_option("3")
    page.get_by_label("Score of “Pay for a year, all of it” at My interview").select_option("2")
    page.get_by_label("Score of “Pay for a year, all of it” at City Clinic").select_option("5")
    page.get_by_label("How sure of “Pay for a year, all of it” at City Clinic").select_option(
        "a guess"
    )
    expect(page.locator(".range").nth(1)).to_contain_text("City Clinic")
    expect(page.locator(".range").nth(1)).to_contain_text("On your scorecard: 1 warning")
    expect(page.locator("decision-sheet .map-words")).to_contain_text("overlap")
    page.evaluate("async () => (await import('/assets/js/store.mjs')).store.switch('other')")
    page.reload()
    assert kept(page, "score-pay") == {"score": 5, "sure": 2}
    assert kept(page, "weight-pay") is None
    expect(page.get_by_label("How much “Pay for a year")).to_have_value("3")
    expect(page.get_by_label("Score of “Pay for a year, all of it” at My interview")).to_have_value(
        "2"
    )


def test_the_sheet_on_paper_weighs_the_same(guide: Guide):
    """The rows to fill in by hand are the factors of the page."""
    rows = guide.get("decision-sheet").parts[0].grid.rows
    assert list(rows) == [term.title for term in guide.terms("factors")]


def test_a_debrief_is_kept_for_each_conversation(visit: Visit):
    """Two people, two debriefs; another interview has its own."""
    page = visit("stories/debrief/")
    for name in ("Dana, hiring manager", "Ines, peer"):
        page.get_by_role("button", name="Add a conversation").click()
        page.keyboard.type(name)
        page.get_by_label("I promised").last.fill(f"The plan for {name}")
        page.get_by_role("button", name="Done").last.click()
    page.reload()
    expect(page.locator(".kept-title")).to_have_count(2)
    expect(page.locator(".kept-paper", has_text="The plan for Ines, peer")).to_have_count(1)
    page.evaluate("""async () => {
        const { store } = await import('/assets/js/store.mjs');
        const { create } = await import('/assets/js/interviews.mjs');
        store.change('Started', state => create(state, 'Clinic'));
    }""")
    expect(page.locator(".kept-title")).to_have_count(0)


def test_every_tool_is_clean_for_assistive_technology(page: Page, visit: Visit):
    """Axe finds nothing with a round, stories and a panel on the page, and nothing is wider than a phone: every rule on a phone by day, then what size and colours change."""
    page.emulate_media(reduced_motion="reduce")
    module(page, "takes", "(m, take) => m.put({ ...take, sound: new Blob(['x']) })", TAKE)
    mine = {"plan": PLAN} | STORIES
    found = []

    def look(where: str, within: str = "html") -> None:
        page.set_viewport_size({"width": 360, "height": 800})
        page.emulate_media(color_scheme="light")
        found.extend(violations(page, where, ALL, within))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(color_scheme="dark")
        found.extend(violations(page, f"{where} dark", LOOKS, within))

    for uri in TOOLS:
        visit(uri.removesuffix("index"), mine)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.evaluate(FEWER)
        look(uri)
    visit(PRACTICE, mine)
    page.get_by_role("button", name="Start a round").click()
    for stage in ("think", "answer", "follow", "deeper", "stress", "review"):
        if stage in ("answer", "follow", "review"):
            look(stage, "dialog.round")
        page.keyboard.press("ArrowRight")
    assert found == []


def test_nothing_leaves_the_page(page: Page, visit: Visit, address: str):
    """No request to another host, and nothing asked for that names the reader."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for path in ("practice/", "stories/", "practice/partner/"):
        visit(path, {"plan": PLAN} | STORIES)
        page.wait_for_load_state("networkidle")
    assert len(requests) > 3
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    assert [url for url in requests if "Dana" in url] == []


def test_without_javascript_the_pages_explain_and_lead_on(open_page: Open, address: str):
    """Each names what to do instead, and the questions and sheets are a link away."""
    page = open_page("practice/", java_script_enabled=False)
    for uri in TOOLS:
        page.goto(address + uri.removesuffix("index"))
        expect(page.locator("article noscript p").first).to_contain_text("JavaScript")
        expect(page.locator("dialog, .round-setup:visible")).to_have_count(0)
    page.goto(address + "practice/")
    expect(page.locator(".links a[href*='questions/']")).to_have_count(13)
