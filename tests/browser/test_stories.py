"""Stories, scorecard, decision and debriefs."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from guidebook.export.practice import top_competencies
from guidebook.guide import Guide
from support.state import PLAN, STORIES, call_module, saved_value

Visit = Callable[..., Page]


def test_competencies_of_a_person_are_those_they_ask_about_most(guide: Guide):
    judged = top_competencies(guide)
    assert judged["technical-expert"][0] == "craft"
    assert judged["direct-report"][0] == "leadership"
    assert "service" in judged["client"][:1]
    assert "motivation" in judged["recruiter"][:2]


def test_stories_are_saved_while_typing_in_several_tabs(visit: Visit):
    page = visit("stories/")
    page.get_by_role("button", name="Add a story").click()
    expect(page.get_by_label("Name it in two or three words")).to_be_focused()
    page.keyboard.type("Night bus")
    assert page.locator(".autosave-form :is(input, textarea, select):visible").count() == 3
    page.get_by_role("button", name="Add the follow-ups").click()
    page.get_by_role("checkbox", name="Conflict").check()
    page.get_by_label("Questions it answers").select_option(value="conflict-at-work")
    page.get_by_label("Situation").fill("Line 40, in March")
    page.reload()
    page.locator(".record-list summary").click()
    expect(page.get_by_label("Situation")).to_have_value("Line 40, in March")
    expect(page.locator(".many li")).to_contain_text("Tell me about a conflict at work")
    expect(page.locator("label .many")).to_have_count(0)
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".record-list summary").click()
    other.locator("[name=result]").fill("No more complaints")
    page.locator("[name=task]").fill("The rota was mine")
    expect(page.locator("[name=result]")).to_have_value("No more complaints")
    expect(other.locator("[name=task]")).to_have_value("The rota was mine")
    page.get_by_role("button", name="Delete").click()
    expect(other.locator(".record-list > li")).to_have_count(0)
    expect(page.locator("story-map")).to_contain_text("Example:")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".kept-title")).to_have_text("Night bus")
    expect(other.locator(".kept-title")).to_have_text("Night bus")


def test_story_map_names_gaps_overuse_and_a_story_per_person(visit: Visit):
    loaded = {
        "name": "Everything",
        "competencies": ["craft", "learning", "service", "motivation", "integrity", "influence"],
    }
    page = visit("stories/", {"plan": PLAN, **STORIES, "story-c": loaded})
    words = page.locator(".map-words")
    expect(words).to_contain_text("Your panel asks about")
    expect(words).to_contain_text("“Everything” is tagged with 6 things")
    table = page.locator("table.map")
    expect(table.locator("thead th")).to_have_text(
        ["What it shows", "Wrong bricks", "Night bus", "Everything", "Total"]
    )
    row = table.locator("tbody tr", has_text="Conflict")
    assert row.locator("td").all_inner_texts() == ["no", "yes", "no", "1"]
    expect(table.locator("tr.map-gap", has_text="Analysis")).to_contain_text("gap")
    people = page.locator(".map-panel > li")
    expect(people.nth(0)).to_contain_text("Dana, Hiring manager: “Wrong bricks”. It shows")
    expect(people.nth(1)).to_contain_text("Ines, Night lead: “")
    expect(people.nth(1)).not_to_contain_text("Wrong bricks")


def test_people_with_equal_interests_get_different_stories(page: Page):
    person = {"id": "p", "title": "P", "judges": [], "competencies": ["craft", "learning"]}
    script = "(m, [all, panel]) => m.suggestStories(all, panel).map(({ story }) => story?.name ?? '')"
    story = {"questions": [], "told": False}
    best, next_ = (
        story | {"id": name, "name": name, "competencies": shows}
        for name, shows in (("Best", ["craft", "learning"]), ("Next", ["craft"]))
    )
    panel = [{"name": "A", "person": person}, {"name": "B", "person": person}]
    assert call_module(page, "stories/stories", script, [[best, next_], panel]) == ["Best", "Next"]
    assert call_module(page, "stories/stories", script, [[story | best | {"competencies": []}], panel]) == ["", ""]


def test_stories_print_without_the_form(visit: Visit):
    story = STORIES["story-a"] | {"action": "I rang three yards", "told": True}
    page = visit("stories/", {"story-a": story})
    page.emulate_media(media="print")
    paper = page.locator(".kept-paper")
    expect(paper).to_be_visible()
    expect(paper).to_contain_text("I rang three yards")
    expect(page.locator(".record-list form")).to_be_hidden()
    expect(page.get_by_role("button", name="Add a story")).to_be_hidden()


def test_scorecard_saves_evidence_and_sums_up(visit: Visit):
    page = visit("stories/scorecard/")
    row = page.locator("[data-sign=pay-dodged]")
    row.get_by_label("Yes").check()
    expect(page.locator("scorecard-summary")).to_contain_text("1 warning sign, 0 good signs. ")
    expect(page.locator("scorecard-summary")).to_contain_text("One has no evidence yet")
    row.get_by_label("What I saw").fill("“We will find something”")
    page.reload()
    expect(row.get_by_label("What I saw")).to_have_value("“We will find something”")
    assert saved_value(page, "sign-pay-dodged")["seen"] == "yes"


FACTORS = [{"id": "work", "title": "The work"}, {"id": "pay", "title": "Pay"}]


def compared(page: Page, first: dict, second: dict, weights: dict) -> tuple[list, list[str]]:
    """Return the ranges of two employers and what is said about them."""
    script = """(m, [options, weights, factors]) => {
        const all = m.computeResults(options, weights);
        return [all, m.describeResults(all, weights, factors)];
    }"""
    options = [{"id": "a", "name": "A", "scores": first}, {"id": "b", "name": "B", "scores": second}]
    return tuple(call_module(page, "stories/decision", script, [options, weights, FACTORS]))


def scored(score: int, sure: int = 0) -> dict[str, int]:
    """Return a score, seen, heard or guessed."""
    return {"score": score, "sure": sure}


def test_decision_shows_ranges_and_what_would_change_the_order(page: Page):
    weights = {"work": 3, "pay": 1}
    first, second = {"work": scored(4), "pay": scored(2)}, {"work": scored(3, 1), "pay": scored(4)}
    (a, b), words = compared(page, first, second, weights)
    assert (a["low"], a["mid"], a["high"]) == (3.5, 3.5, 3.5)
    assert (b["low"], b["mid"], b["high"]) == (2.5, 3.25, 4)
    assert words[0] == "A and B overlap, so your answers don't separate them."
    assert "“The work” at B turned out to be 4 instead of 3" in " ".join(words)
    assert "“Pay” counted 2 instead of 1" in " ".join(words)
    _, apart = compared(page, {"work": scored(5), "pay": scored(5)}, second, weights)
    assert "even at its lowest" in apart[0]
    assert "No single change" in apart[1]
    (_, open_), gaps = compared(page, first, {"work": scored(3)}, weights)
    assert (open_["low"], open_["high"]) == (2.5, 3.5)
    assert "B is missing one score" in gaps[1]
    assert compared(page, first, {}, weights)[1] == ["You have scored one employer. Score another to compare them."]
    assert "Nothing counts yet" in compared(page, first, second, {"work": 0, "pay": 0})[1][0]


def test_decision_weights_apply_to_all_interviews(visit: Visit):
    clinic = ("City Clinic", {"sign-pay-dodged": {"seen": "yes", "evidence": "x"}})
    page = visit("stories/decision/", other=clinic)
    page.get_by_label("Weight of “Total pay for a year”").select_option("3")
    page.get_by_label("Score for “Total pay for a year” at My interview").select_option("2")
    page.get_by_label("Score for “Total pay for a year” at City Clinic").select_option("5")
    page.get_by_label("How you know: “Total pay for a year” at City Clinic").select_option("guess")
    expect(page.locator(".range").nth(1)).to_contain_text("City Clinic")
    expect(page.locator(".range").nth(1)).to_contain_text("On your scorecard: 1 warning")
    expect(page.locator("decision-sheet .map-words")).to_contain_text("overlap")
    call_module(page, "storage/store", "m => m.store.switchTo('other')")
    page.reload()
    assert saved_value(page, "score-pay") == {"score": 5, "sure": 2}
    assert saved_value(page, "weight-pay") is None
    expect(page.get_by_label("Weight of “Total pay for a year")).to_have_value("3")
    expect(page.get_by_label("Score for “Total pay for a year” at My interview")).to_have_value("2")


def test_decision_sheet_has_the_factors_of_the_page(guide: Guide):
    name, *rows, total = guide.get("decision-sheet").parts[0].grid.rows
    assert (name.split()[0], total.split(":")[0]) == ("Name", "Total")
    assert rows == [term.title for term in guide.terms("factors")]


def test_debriefs_are_saved_per_conversation_and_interview(visit: Visit):
    page = visit("stories/debrief/")
    for name in ("Dana, hiring manager", "Ines, peer"):
        page.get_by_role("button", name="Add a conversation").click()
        page.keyboard.type(name)
        page.get_by_label("I promised").last.fill(f"The plan for {name}")
        page.get_by_role("button", name="Done").last.click()
    page.reload()
    expect(page.locator(".kept-title")).to_have_count(2)
    expect(page.locator(".kept-paper", has_text="The plan for Ines, peer")).to_have_count(1)
    start = """async ({ store }) => {
        const { createInterview } = await import('/assets/js/storage/interviews.mjs');
        store.change('Started', state => createInterview(state, 'Clinic'));
    }"""
    call_module(page, "storage/store", start)
    expect(page.locator(".kept-title")).to_have_count(0)
