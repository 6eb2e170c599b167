"""The prompt for an assistant, and the debrief that comes back."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from support.plan import PLAN
from support.state import saved_state

Visit = Callable[..., Page]
PAGE = "practice/assistant/"
LONG = "Harbour\u00a0\u00a0Foods’ and DANA’s: " + "word " * 700
STORY = dict.fromkeys(("situation", "task", "action", "result", "learned"), LONG) | {"name": "Bricks"}
CROWD = [{"id": f"p{at}", "name": "Dana", "role": "VP at Harbour Foods " * 14, "person": "peer"} for at in range(40)]


def prompt(page: Page) -> str:
    """Wait for the text of the prompt, and return it."""
    start = page.get_by_role("button", name="Put the text together")
    if "?" not in page.url and not page.locator("#prompt-text").count():
        start.click()
    expect(page.locator("#prompt-text")).to_have_value(re.compile("interview"))
    return page.locator("#prompt-text").input_value()


def paste(page: Page, text: str) -> None:
    """Paste a debrief, and ask what it would add."""
    page.locator("#debrief-text").fill(text)
    page.get_by_role("button", name="Show what it would add").click()


def test_the_prompt_has_our_ladder_and_shares_only_what_is_ticked(page: Page, visit: Visit, guide: Guide):
    people = [PLAN["people"][0] | {"role": "VP, Harbour"}, PLAN["people"][1]]
    visit(PAGE, {"plan": PLAN | {"company": "Harbour Foods Ltd.", "people": people}, "story-a1": STORY})
    text = prompt(page)
    asked = [question for question in guide.entries_of("questions") if f"Id: {question.id}\n" in text]
    assert len(asked) == 4
    for question in asked:
        ladder = question.follow_ups
        assert f"Probe: {ladder.probe.ask}\nDeeper: {ladder.deeper.ask}\nStress: {ladder.stress.ask}\n" in text
    assert "- VP (" in text
    secrets = ("Harbour", "Dana", "Sam", "Robin", "Bricks", "Operations lead")
    assert [secret for secret in secrets if secret in text] == []
    page.locator("[name=stories]").check()
    expect(page.locator("#prompt-text")).to_have_value(re.compile("Bricks"))
    text = prompt(page)
    assert [secret for secret in secrets if re.search(rf"\b{secret}\b", text, re.IGNORECASE)] == ["Bricks"]
    for name in ("employer", "names"):
        page.locator(f"[name={name}]").check()
    expect(page.locator("#prompt-text")).to_have_value(re.compile("Dana, VP"))
    assert [secret for secret in secrets if secret not in prompt(page)] == ["Robin"]


def test_the_prompt_says_when_only_until_the_interview_is_over(planned: Visit):
    nights = {
        "2026-11-30T22:30:00Z": "- When: tomorrow",
        "2026-12-01T09:30:00Z": "- When: today",
        "2026-12-01T21:00:00Z": "",
        "2027-01-02T09:00:00Z": "",
    }
    for now, words in nights.items():
        text = prompt(planned(PLAN, PAGE, now=now))
        assert re.findall("- When: .*", text) == ([words] if words else []), now
        assert ("by then" in text) == bool(words), now


def test_the_largest_prompt_fits(page: Page, visit: Visit):
    visit(PAGE, {"plan": PLAN | {"people": CROWD}, **{f"story-a{at}": STORY for at in range(9)}})
    prompt(page)
    for name in ("employer", "names", "stories"):
        page.locator(f"[name={name}]").check()
    page.locator("[name=minutes]").select_option("60")
    for output in ("assistant", "partner", "paper"):
        page.locator(f"[value={output}]").check()
        expect(page.locator("#prompt-text")).to_have_value(re.compile("60 minutes"))
        assert 2000 < len(prompt(page).encode()) <= 16_000


def test_edits_survive_a_changed_choice(page: Page, visit: Visit):
    visit(PAGE)
    prompt(page)
    page.locator("#prompt-text").fill("mine interview")
    page.locator("[name=minutes]").select_option("60")
    page.get_by_role("button", name="Copy", exact=True).click()
    assert prompt(page) == "mine interview"
    page.get_by_role("button", name="Start over").click()
    expect(page.locator("#prompt-text")).not_to_have_value("mine interview")


def debrief(question: str, **more: object) -> dict[str, object]:
    """Return a debrief as an assistant writes it."""
    story = {"name": "The bus", "action": "I asked the driver.", "questions": [question]}
    next_one = {"question": question, "feel": "hard"}
    return {"format": "round-two-debrief", "version": 1, "keep": "k", "stories": [story], "next": [next_one], **more}


def test_a_debrief_is_previewed_saved_and_undone(page: Page, visit: Visit, guide: Guide):
    question = guide.entries_of("questions")[0].id
    visit(PAGE)
    paste(
        page, f"Here {{you}} are:\n```json\n{json.dumps(debrief(question, change='a<b, 👩‍💻'))}\nGood luck {{again}}!"
    )
    expect(page.locator("debrief-import li").last).to_have_text(f"To practice: {guide.get(question).title} (hard)")
    page.get_by_role("button", name="Merge").click()
    kept = saved_state(page)["interviews"]["default"]["kept"]
    assert kept[f"question-{question}"]["value"]["feel"] == "hard"
    assert [one["value"]["name"] for name, one in kept.items() if name.startswith("story-")] == ["The bus"]
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    assert saved_state(page)["interviews"]["default"]["kept"] == {}


HOSTILE = {
    "": "Paste the JSON",
    "x" * 60_000: "longer than",
    "I can't do that.": "no JSON",
    "{": "isn't complete",
    json.dumps(debrief("x")).replace('"', "“"): "quotation marks",
    json.dumps(debrief("x")) * 2: "more than one debrief",
    '{"a":' * 5000 + "1" + "}" * 5000: "field that the form doesn't have",
    '{"__proto__": {"x": 1}, "format": "round-two-debrief", "version": 1}': "__proto__",
    json.dumps(debrief("no-such-question")): "isn't in this guide",
    json.dumps(debrief("constructor")): "isn't in this guide",
    json.dumps({"format": "round-two-backup", "version": 1}): "isn't a debrief",
    json.dumps({"format": "round-two-debrief", "version": 1, "stories": [{"name": ""}]}): "empty",
    json.dumps({"format": "round-two-debrief", "version": 1, "stories": [{"name": "a"}] * 2}): "in it twice",
    json.dumps({"format": "round-two-debrief", "version": 1, "keep": "<script>alert(1)</script>"}): "markup",
    json.dumps({"format": "round-two-debrief", "version": 1, "keep": "<img src=x onerror=alert(1)"}): "markup",
    json.dumps({"format": "round-two-debrief", "version": 1, "keep": "keep\u202epeek"}): "U+202E",
    json.dumps({"format": "round-two-debrief", "version": 1, "keep": "keep\u200b"}): "U+200B",
    json.dumps({"format": "round-two-debrief", "version": 1, "keep": "keep\ud800"}): "U+D800",
    json.dumps({"format": "round-two-debrief", "version": 1, "keep": {"deep": [[["x"]]]}}): "has to be text",
    json.dumps({"format": "round-two-debrief", "version": 1, "stories": [{"name": "n" * 81}]}): "81 characters",
    json.dumps({"format": "round-two-debrief", "version": 1, "stories": [{}] * 21}): "21 entries",
    json.dumps({"format": "round-two-debrief", "version": 1, "next": "all"}): "has to be a list",
}


def test_a_hostile_debrief_changes_nothing_and_says_why(page: Page, visit: Visit, guide: Guide):
    visit(PAGE, {"plan": PLAN})
    before = saved_state(page)
    twice = [{"question": guide.entries_of("questions")[0].id, "feel": "hard"}] * 2
    for text, reason in (
        HOSTILE | {json.dumps(debrief(twice[0]["question"], next=twice)): "same question twice"}
    ).items():
        paste(page, text)
        note = page.locator("debrief-import .trouble-note")
        expect(note).to_contain_text(reason)
        expect(note).to_contain_text("Nothing has changed.")
        expect(page.get_by_role("button", name="Merge")).to_have_count(0)
    assert saved_state(page) == before


@pytest.mark.parametrize(("kind", "query"), [("questions", "ids"), ("formats", "format")])
def test_each_question_and_format_leads_to_its_prompt(page: Page, visit: Visit, guide: Guide, kind: str, query: str):
    entry = guide.entries_of(kind)[-1]
    visit(f"{PAGE}?{query}={entry.id}")
    assert entry.title in prompt(page)
