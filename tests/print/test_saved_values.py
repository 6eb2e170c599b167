"""What the reader has saved, on paper: everything is printed, on the page of the sheet or on one that it announces."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from guidebook.guide import Guide
from support.printing import PAPER_SIZES, missing_texts, packet_ids, print_pages, wait_for_packet

Visit = Callable[..., Page]

NAMES = (
    "Dana Whitfield",
    "Inês Ferreira",
    "Юлия Соколова",
    "فاطمة الزهراء",
    "Ελένη Παπαδοπούλου",
    "Wilhelmina Mwangi-Montgomery",
)
"""In four scripts that the fonts of every test machine have."""
ROLES = (
    "Head of Operations",
    "Senior nurse",
    "Finance",
    "Technical lead",
    "Планирование",
    "Director of Logistics and Fleet",
)
LINK = "https://meet.example/ardent/a-long-name-for-a-room?pwd=" + "x" * 90
NOTE = "They asked twice about the night shift, and I said I could start in March."


def plan(people: int, place: str = "Floor 4") -> dict:
    """Return a plan with as many people."""
    members = [
        {
            "id": f"p{at}",
            "name": NAMES[at % 6],
            "role": f"{ROLES[at % 6]} {at:02}",
            "person": "peer",
            "story": "Wrong bricks",
        }
        for at in range(people)
    ]
    return {"company": "Ardent Warehousing", "date": "2026-12-03", "time": "10:30", "place": place, "people": members}


STORY = {"name": "Wrong bricks", "situation": "Leeds, 14 people waiting.", "action": "I called three suppliers. " * 20}
ROOM = {"why": "They plan their own fleet", "numbers": "34 drivers\n91 to 97%\n6,200 saved", "phone": "555-0143"}
SAVED = {
    "half": {"plan": plan(2), "story-a": STORY},
    "brim": {"plan": plan(12, LINK), "story-a": STORY, "story-b": STORY | {"name": "Night bus"}, "room": ROOM},
}


def after_interview(guide: Guide) -> tuple[dict, dict]:
    """Return what is saved on every form for after an interview, and the other employers with their scores."""
    (sheet,) = (one for one in guide.entries_of("sheets") if one.saved == "signs")
    shown = [id_ for part in (*sheet.parts, *sheet.right) for id_ in part.red_flags]
    others = [one.id for one in guide.entries_of("red_flags") if one.id not in shown and one.signal != "own"]
    signs = {f"sign-{id_}": {"seen": "yes", "evidence": f"Seen at {id_}"} for id_ in (*shown[::3], *others[::3])}
    fields = ("lingered", "loose", "promised", "theirs", "numbers", "problem", "differs", "thanks", "want")
    debriefs = {f"debrief-{n}": {"name": f"Dana {n}"} | {one: f"My {one} {n}" for one in fields} for n in "ab"}
    factors = [one.id for one in guide.terms("factors")]
    scores = {f"score-{id_}": {"score": 4, "sure": 2} for id_ in factors} | {f"weight-{id_}": 3 for id_ in factors}
    return signs | debriefs | scores, {f"i{n}": (f"Kestrel {n}", scores) for n in "abcd"}


def test_forms_for_after_the_interview_print_everything_saved(visit: Visit, guide: Guide):
    kept, others = after_interview(guide)
    ids = [one.id for one in guide.entries_of("sheets") if one.saved]
    page = wait_for_packet(visit(f"print/packet/?sheets={','.join(ids)}", kept, **others))
    total = str(3 * 4 * len(guide.terms("factors")))
    for size in PAPER_SIZES:
        text = "".join(print_pages(page, size))
        texts = [text for one in kept.values() if isinstance(one, dict) for text in one.values() if " " in str(text)]
        assert missing_texts(text, [*texts, *(name for name, _ in others.values())]) == []
        titles = [guide.get(name.removeprefix("sign-")).title for name in kept if name.startswith("sign-")]
        assert missing_texts(text, [*titles, "4 (guess)", "2 more employers: see the next page."]) == []
        assert text.count(total) == 1 + len(others)


@pytest.mark.parametrize("amount", SAVED)
def test_every_saved_value_is_printed_or_announced(visit: Visit, guide: Guide, amount: str):
    kept = SAVED[amount]
    page = visit(f"print/packet/?sheets={','.join(packet_ids(guide))}", kept)
    wait_for_packet(page)
    articles = page.locator("article.sheet:visible")
    rest = page.locator("article.sheet--rest:visible, .is-long:visible").count()
    titles = articles.evaluate_all(
        "all => all.map(one => [one.dataset.sheet, one.matches('.is-long'), one.textContent])"
    )
    for size in PAPER_SIZES:
        sides = print_pages(page, size)
        long = sum(is_long for _, is_long, _ in titles)
        assert len(titles) <= len(sides) <= len(titles) + long, size
        text = "".join(sides)
        for id_ in packet_ids(guide):
            assert id_ in [name for name, *_ in titles]
        people = kept["plan"]["people"]
        assert missing_texts(text, [one["role"] for one in people]) == []
        assert missing_texts(text + text[::-1], [one["name"] for one in people]) == []  # right to left comes reversed
        assert missing_texts(text, [kept["plan"]["place"], "Thu, Dec 3, 10:30 a.m.", *STORY.values()]) == []
        assert missing_texts(text, kept.get("room", {"why": ""})["why"].split("\n")) == []
    if amount == "half":
        assert rest == 0
    else:
        expect(page.get_by_text("more people: see the next page.").first).to_be_attached()


def test_people_beyond_the_rows_are_on_the_next_page(visit: Visit, guide: Guide):
    page = visit("print/panel-map/", {"plan": plan(24)})
    expect(page.locator(".announced")).to_be_attached()
    first, *rest = print_pages(page, "Letter")
    shown = [one["role"] for one in plan(24)["people"]]
    missing = missing_texts(first, shown)
    assert missing
    assert missing_texts(first, [f"{len(missing)} more people: see the next page."]) == []
    assert missing_texts("".join(rest), missing) == []


@pytest.mark.parametrize("size", PAPER_SIZES)
def test_notes_that_do_not_fit_are_on_the_next_page(page: Page, address: str, guide: Guide, size: str):
    items = [item.id for item in guide.get("panel").checklist if item.essential]
    marks = {id_: {"state": "todo", "rev": 1, "at": "", "note": f"{NOTE} {at}."} for at, id_ in enumerate(items)}
    interview = {"name": "Ardent", "created": "", "at": "", "archived": False, "items": marks, "kept": {}}
    state = {"version": 2, "interview": "default", "interviews": {"default": interview}}
    page.evaluate("state => localStorage.setItem('round-two:state', JSON.stringify(state))", state)
    page.goto(f"{address}print/panel/")
    page.get_by_label("with my checkmarks and notes").check()
    first, second = print_pages(page, size)
    assert missing_texts(first, [f"{len(items)} notes: see the next page."]) == []
    assert missing_texts(second, [mark["note"] for mark in marks.values()]) == []


def test_each_story_fills_a_sheet(visit: Visit):
    page = visit("print/story-sheet/", SAVED["brim"])
    expect(page.get_by_text("Night bus")).to_be_attached()
    sides = print_pages(page, "A4")
    for name in ("Wrong bricks", "Night bus"):
        assert any(missing_texts(side, [name, STORY["situation"]]) == [] for side in sides)


def test_plan_drafts_practice_and_stories_are_printed(visit: Visit, guide: Guide):
    (practiced, *_) = guide.entries_of("questions")
    draft = {"subject": "Thank you, Dana", "body": "You asked\nabout March."}
    kept = SAVED["brim"] | {f"question-{practiced.id}": {"feel": "hard"}, "letter-thanks": draft}
    page = wait_for_packet(visit("print/packet/?sheets=my-plan", kept))
    assert missing_texts("".join(print_pages(page, "A4")), [*draft.values(), f"{practiced.title} hard"]) == []
    page.goto(page.url.partition("print/")[0] + "stories/")
    expect(page.locator(".kept-paper").nth(1)).to_contain_text("Night bus")
    assert missing_texts(print_pages(page, "A4")[0], ["Wrong bricks", *list(STORY.values())[1:]]) == []


BROKEN_WORDS = """() => [...document.querySelectorAll("td, th, dt, dd")].filter(cell => cell.offsetParent).flatMap(cell => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    while (texts.nextNode()) for (const { 0: word, index } of texts.currentNode.data.matchAll(/[\\p{L}]+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index + (texts.currentNode.data[index - 1] === '\u00ad'));  // its hyphen has a box, too
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
    }
    return found;
})"""


def test_large_type_breaks_no_word_and_folds_nothing(visit: Visit, guide: Guide):
    page = visit("print/packet/", SAVED["half"] | {"room": ROOM, "plan": plan(2, LINK)})
    page.set_viewport_size({"width": 718, "height": 1047})
    page.goto(f"{page.url}?large=large&sheets={','.join(packet_ids(guide))}")
    text = "".join(print_pages(wait_for_packet(page), "A4"))
    page.emulate_media(media="print")
    assert [word for word in page.evaluate(BROKEN_WORDS) if word not in LINK] == []
    wide = page.locator(".fill dd").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"
    )
    assert wide == 0, "a wider page is printed smaller"
    assert missing_texts(text, ["Fold the top half"]) == ["Fold the top half"]
    assert missing_texts(text, ["Dana Whitfield", "Head of Operations 00", "Thanked"]) == []


def test_eight_people_fill_both_sides_of_the_sheet_for_the_room(visit: Visit, guide: Guide):
    kept = {"plan": plan(8), "room": ROOM}
    for one, kind in zip(kept["plan"]["people"], guide.entries_of("people"), strict=False):
        one["person"] = kind.id
    kept["plan"]["people"][1]["name"] = "Константин Высокодостопримечательнов"
    kept["plan"]["people"][2]["role"] = "Donaudampfschifffahrtsgesellschaftskapitän"
    ids = [id_ for id_ in packet_ids(guide) if id_.startswith("room/")]
    page = wait_for_packet(visit(f"print/packet/?sheets={','.join(ids)}", kept))
    for size in PAPER_SIZES:
        sides = print_pages(page, size)
        assert len(sides) == 2 * len(ids)
        assert all(missing_texts(side, ["turn it over"]) == [] for side in sides[::2])
        assert all(missing_texts(side, ["Notes"]) == [] for side in sides[1::2])
    page.set_viewport_size({"width": 718, "height": 1047})
    page.emulate_media(media="print")
    assert "" not in page.locator(".people .line-title").all_text_contents()
    assert page.evaluate(BROKEN_WORDS) == []


def test_filled_in_values_are_at_least_10_points(visit: Visit, guide: Guide):
    page = visit(f"print/packet/?sheets={','.join(packet_ids(guide))}", SAVED["half"])
    wait_for_packet(page)
    page.emulate_media(media="print")
    small = page.locator(
        "[data-person]:visible, [data-fill]:visible, [data-due]:visible, .written:visible"
    ).evaluate_all(
        "all => all.filter(one => one.textContent && parseFloat(getComputedStyle(one).fontSize) < 13.3).map(one => one.outerHTML)"
    )
    assert small == []
    room = page.locator(".sheet--room :is(td, dd, li, h2, h3, .written):visible").evaluate_all(
        "all => all.filter(one => parseFloat(getComputedStyle(one).fontSize) < 15.9).map(one => one.outerHTML)"
    )
    assert room == []
