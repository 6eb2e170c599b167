"""Practice rounds: choosing questions, running a round, due questions and the partner page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from guidebook.guide import Guide
from support.state import KEY, PLAN, STORIES, call_module, saved_value, state_with_values

Visit = Callable[..., Page]
PRACTICE = "practice/?seed=7"


@pytest.fixture(scope="module")
def lab(chromium: Browser, address: str) -> Page:
    """One page on which modules are tried, with the cards of every question."""
    context = chromium.new_context(timezone_id="Europe/Berlin")
    page = context.new_page()
    page.goto(address + "practice/")
    page.evaluate("async () => { window.cards = (await (await fetch('../api/v1/cards.json')).json()).items; }")
    yield page
    context.close()


PICK = "(m, choice) => m.pickQuestions(cards, choice, q => (choice.records ?? {})[q.id])"
ANY = {"formats": [], "people": [], "families": [], "field": "", "count": 5, "minutes": 0}
CHOICE = ANY | {"think": 15, "order": "mixed", "seed": "a"}


def test_same_seed_gives_the_same_round(lab: Page):
    rounds = [call_module(lab, "practice/question-picker", PICK, CHOICE | {"seed": seed}) for seed in ("a", "a", "b")]
    assert rounds[0] == rounds[1] != rounds[2]
    question = {"id": "a", "title": "Why?", "heard_as": ["How so?", "What for?"]}
    script = "(m, q) => ['1', '1', ...'abcdefgh'].map((seed) => m.pickWording(q, seed))"
    words = call_module(lab, "practice/question-picker", script, question)
    assert words[0] == words[1]
    assert {*words} == {"Why?", "How so?", "What for?"}


def test_mixed_round_uses_every_family_before_repeating_one(lab: Page):
    family = lab.evaluate("Object.fromEntries(cards.map(q => [q.id, q.family]))")
    asked = call_module(lab, "practice/question-picker", PICK, CHOICE | {"count": 13})["asked"]
    assert len({family[id_] for id_ in asked}) == 13


def test_round_respects_filters_and_minutes(guide: Guide, lab: Page):
    choice = CHOICE | {"formats": ["panel"], "people": ["peer"], "field": "sales", "count": 20}
    got = call_module(lab, "practice/question-picker", PICK, choice | {"minutes": 20})
    for id_ in got["asked"]:
        question = guide.get(id_)
        assert "panel" in question.formats
        assert "peer" in question.people
        assert not question.fields or "sales" in question.fields
    assert 0 < got["seconds"] <= 20 * 60
    longer = call_module(lab, "practice/question-picker", PICK, choice | {"minutes": 20, "think": 60})
    assert len(longer["asked"]) < len(got["asked"])
    assert len(call_module(lab, "practice/question-picker", PICK, choice | {"minutes": 1})["asked"]) == 1
    assert call_module(lab, "practice/question-picker", PICK, choice | {"families": ["none"]})["asked"] == []


def test_order_puts_hard_or_new_questions_first(lab: Page):
    records = {
        "conflict-at-work": {"feel": "solid", "last": "2026-01-03T00:00:00Z"},
        "leading-under-pressure": {"feel": "hard", "last": "2026-01-02T00:00:00Z"},
    }
    behavioural = CHOICE | {"families": ["behavioural"], "count": 20, "records": records}
    hard = call_module(lab, "practice/question-picker", PICK, behavioural | {"order": "hard"})["asked"]
    assert (hard[0], hard[-1]) == ("leading-under-pressure", "conflict-at-work")
    new = call_module(lab, "practice/question-picker", PICK, behavioural | {"order": "new"})["asked"]
    assert new[-2:] == ["leading-under-pressure", "conflict-at-work"]


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


def test_questions_are_due_sooner_when_hard_or_close_to_the_interview(lab: Page):
    last = "2026-11-22T23:30:00.000Z"  # the 23rd in Berlin
    script = "(m, [last, all]) => all.map(([feel, interview]) => [feel, interview, m.nextDueDate({ feel, last }, interview)])"
    assert call_module(lab, "practice/spaced-repetition", script, [last, DUE]) == [list(case) for case in DUE]


def test_invalid_practice_records_are_ignored(page: Page, visit: Visit):
    broken = {"feel": 7, "rounds": "x", "last": {}}
    values = {
        "plan": {"people": [None, {"person": 4}, "x"], "formats": "panel", "date": 9},
        "question-conflict-at-work": broken,
        "round": {"asked": [{"id": "gone", "wording": "?"}], "at": 0, "stage": "answer"},
        "practice": {"count": "many", "order": ["?"], "think": None},
        "story-x": {"name": 5, "competencies": "all"},
        "sign-pay-dodged": [1],
    }
    nothing = {"toString": 1, "valueOf": 1}
    hollow = {"practice": {"own": True, "field": nothing}, "round": {"asked": [], "stage": nothing}}
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    visit("practice/", values)
    page.get_by_role("button", name="Start a round").click()
    expect(page.locator("dialog.round h2")).not_to_be_empty()
    for path in ("stories/", "stories/scorecard/", "practice/partner/"):
        visit(path, values)
        expect(page.locator("h1")).to_be_visible()
    visit("practice/", hollow)
    expect(page.locator(".round-about")).to_contain_text("picked from")
    visit("stories/", {"story-a": {"name": nothing}})
    expect(page.locator(".kept-title")).to_have_text("Untitled story")
    assert errors == []


def test_round_works_by_keyboard(open_page: Visit, address: str):
    page = open_page("api/v1/index.json", reduced_motion="reduce")
    page.clock.install()
    text = state_with_values({"plan": PLAN} | STORIES)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(address + PRACTICE)
    expect(page.locator(".round-about")).to_contain_text("that fit your plan")
    page.get_by_role("button", name="Start a round").focus()
    page.keyboard.press("Enter")
    place = page.locator(".round-place")
    heading = page.locator(".round-question")
    expect(place).to_have_text("Question 1 of 5 · Think")
    expect(heading).to_be_focused()
    asked = heading.inner_text()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Continue")).to_be_visible()
    for is_paused in (True, False):
        before = page.locator(".dial").inner_text()
        page.clock.run_for(3000)
        assert (page.locator(".dial").inner_text() == before) is is_paused
        page.keyboard.press("Escape" if is_paused else "Space")
    expect(place).to_have_text("Question 1 of 5 · Answer")
    expect(heading).to_have_text(asked)
    expect(page.locator(".beatlist")).to_be_hidden()
    for stage in ("First follow-up", "Second follow-up", "Third follow-up"):
        page.keyboard.press("ArrowRight")
        expect(place).to_have_text(f"Question 1 of 5 · {stage}")
        expect(heading).to_be_focused()
        expect(page.locator(".round-asker")).to_have_text(asked)
    page.keyboard.press("Space")
    expect(place).to_contain_text("Review")
    page.get_by_label("a number").check()
    page.get_by_label("The story I told").select_option(label="Night bus")
    page.get_by_role("button", name="Hard").press("Enter")
    expect(place).to_have_text("Question 2 of 5 · Think")
    question = saved_value(page, "round")["asked"][0]["id"]
    record = saved_value(page, f"question-{question}")
    assert (record["feel"], record["rounds"], record["said"]) == ("hard", 1, ["number"])
    assert saved_value(page, "story-b")["questions"] == [question]


def test_round_resumes_after_a_reload_and_ends(visit: Visit):
    page = visit(PRACTICE, {"practice": {"count": 2, "think": 0}})
    page.get_by_role("button", name="Start a round").click()
    page.locator(".round-foot .big-button").click()
    asked = page.locator(".round-question").inner_text()
    page.reload()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".round-question")).to_have_text(asked)
    expect(page.locator(".round-place")).to_have_text("Question 1 of 2 · First follow-up")
    page.get_by_role("button", name="Skip the follow-ups").click()
    page.get_by_role("button", name="Fine").click()
    for _ in range(4):
        page.locator(".round-foot .big-button").click()
    page.get_by_role("button", name="Skip this").click()
    expect(page.locator(".round-question")).to_have_text("You finished the round.")
    expect(page.locator(".round-done li").first).to_contain_text("fine, due again on")
    ids = [one["id"] for one in saved_value(page, "round")["asked"]]
    link = page.get_by_role("link", name="to a practice partner").get_attribute("href") or ""
    assert link.endswith(f"practice/partner/?ids={','.join(ids)}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Start a round")).to_be_visible()
    expect(page.get_by_role("button", name="Continue")).to_have_count(0)


def test_thinking_time_ends_without_moving_the_focus(page: Page, visit: Visit):
    asked = [{"id": "conflict-at-work", "wording": "What became of it?"}]
    page.clock.install()
    visit(PRACTICE, {"round": {"asked": asked, "at": 0, "stage": "think", "think": 600}})
    expect(page.get_by_role("button", name="Continue")).to_be_visible()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".round-place")).to_contain_text("Think")
    page.get_by_role("button", name="Pause").focus()
    page.clock.run_for(600_000)
    expect(page.locator(".round-place")).to_contain_text("Answer")
    expect(page.locator("dialog.round [role=status]")).to_have_text("Your turn.")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()


def test_due_questions_are_offered(visit: Visit):
    hard = {"feel": "hard", "rounds": 1, "last": "2026-01-01T10:00:00.000Z"}
    page = visit("practice/", {"question-conflict-at-work": hard})
    expect(page.locator(".round-due")).to_contain_text("One question is due again today.")
    page.get_by_role("button", name="Practice these").click()
    expect(page.locator(".round-place")).to_contain_text("of 1")
    page.get_by_role("button", name="Leave").click()
    visit("practice/", {"question-conflict-at-work": hard, "plan": {"date": "2026-01-02"}})
    expect(page.locator(".round-due")).to_be_visible()
    call_module(page, "storage/store", "m => m.store.setRecord('question-conflict-at-work', {})")
    expect(page.locator(".round-about")).to_contain_text("5 questions")
    expect(page.locator(".round-due")).to_be_hidden()


def test_partner_page_shows_the_linked_questions(visit: Visit, guide: Guide):
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
    expect(heads).to_have_count(4)
