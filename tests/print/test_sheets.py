"""Every printed sheet: one page, complete, nothing clipped."""

import io
from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from guidebook import sheets
from guidebook.guide import Guide
from support.printing import (
    PAPER_SIZES,
    WIDE_FONT,
    count_pages,
    expected_texts,
    missing_texts,
    print_pages,
    sheets_of,
    wait_for_packet,
    without_spaces,
)

Open = Callable[..., Page]


def packet(open_page: Open, **options: object) -> Page:
    """Open the packet with every sheet to prepare with and to fill in, so that one print holds them all."""
    page = open_page("print/packet/", bypass_csp=True, **options)
    page.evaluate(
        "document.querySelectorAll('[name=sheet]:not([value^=room])').forEach(box => box.value === 'my-plan' || box.click())"
    )
    return wait_for_packet(page)


def choose(page: Page, **choices: str) -> None:
    """Set choices as the form does, without storing them."""
    page.evaluate("choices => Object.assign(document.documentElement.dataset, choices)", choices)


def incomplete(guide: Guide, pages: list[str]) -> dict[str, list[str]]:
    """Return what is missing on the side of each sheet."""
    found = zip(sheets_of(guide), pages, strict=True)
    lacks = {entry.id: missing_texts(side, expected_texts(guide, entry)) for entry, side in found}
    return {id_: texts for id_, texts in lacks.items() if texts}


def test_every_sheet_prints_completely_on_one_page(open_page: Open, guide: Guide):
    page = packet(open_page, viewport={"width": 360, "height": 740}, color_scheme="dark")
    page.add_style_tag(content=WIDE_FONT)
    for size in PAPER_SIZES:
        assert incomplete(guide, print_pages(page, size)) == {}, size


@pytest.mark.parametrize("margin", ["6mm", "9mm", "12.7mm"])
def test_every_sheet_is_one_page_with_any_margins(open_page: Open, guide: Guide, margin: str):
    page = packet(open_page)
    page.add_style_tag(content=f"{WIDE_FONT} @page {{ margin: {margin} }}")
    assert [count_pages(page, size) for size in PAPER_SIZES] == [len(sheets_of(guide))] * 2


def test_every_sheet_prints_from_its_own_page_without_javascript(open_page: Open, address: str, guide: Guide):
    page = open_page("print/panel/", java_script_enabled=False)
    for entry in sheets_of(guide):
        page.goto(f"{address}print/{entry.id}/")
        assert count_pages(page, "Letter") == 1, entry.id
        assert page.title().startswith(entry.title)


OVER = """() => [...document.querySelectorAll(".sheet, .sheet *")]
    .filter(e => e.offsetParent && e.clientWidth && !e.closest(".notes")
        && (e.scrollWidth > e.clientWidth + 1 || getComputedStyle(e).overflow === "hidden"))
    .map(e => e.textContent)"""


def test_sheets_clip_no_text(open_page: Open):
    page = packet(open_page, viewport={"width": 718, "height": 1047})
    page.emulate_media(media="print")
    page.add_style_tag(content=WIDE_FONT)
    assert page.evaluate(OVER) == []


def heights(page: Page, size: str, words: str) -> list[float]:
    """Print one page, and return how high above its lower edge the `words` stand, as parts of its height."""
    (side,) = PdfReader(io.BytesIO(page.pdf(format=size))).pages
    found: list[float] = []

    def note(text: str, cm: list, tm: list, *_: object) -> None:
        if words in text:
            found.append((cm[5] + cm[3] * tm[5]) / float(side.mediabox.height))

    side.extract_text(visitor_text=note)
    return found


def test_sheets_fill_the_page_and_the_card_folds_in_the_middle(open_page: Open, address: str):
    page = open_page("print/panel/")
    assert all(min(heights(page, size, "CC BY")) < 0.072 for size in PAPER_SIZES)
    page.goto(f"{address}print/pocket-questions/")
    for size in PAPER_SIZES:
        assert heights(page, size, "fold 1") == [pytest.approx(0.49, abs=0.01)], size


FOLD = """direction => {
    document.body.dir = direction;
    const [mark, sheet] = [".crease--second", ".sheet--fold"].map(name => document.querySelector(name).getBoundingClientRect());
    const others = [...document.querySelectorAll(".quarter h1, .quarter h2, .quarter .line, .colophon > *")];
    return [mark.left + mark.width / 2 - sheet.left - sheet.width / 2, others.filter(other => {
        const box = other.getBoundingClientRect();
        return box.left < mark.right && mark.left < box.right && box.top < mark.bottom && mark.top < box.bottom;
    }).length];
}"""


def test_fold_label_is_beside_the_fold_and_covers_nothing(open_page: Open):
    page = open_page("print/pocket-questions/", viewport={"width": 718, "height": 1047})
    page.emulate_media(media="print")
    for direction in ("ltr", "rtl"):
        distance, covered = page.evaluate(FOLD, direction)
        assert abs(distance) < 5 * 96 / 25.4
        assert not covered


COUNT = """parts => parts.map(part => {
    const ends = item => {
        const found = [];
        const texts = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            for (const box of range.getClientRects())
                if (box.width > 1 && !found.some(y => Math.abs(y - box.bottom) < 4))
                    found.push(box.bottom);
        }
        return found.length;
    };
    const items = [...part.querySelectorAll("li")].filter(item => item.offsetParent);
    return [part.dataset.part, items.reduce((sum, item) => sum + ends(item), 0)];
})"""


def test_line_estimate_is_at_most_two_above_the_printed_lines(open_page: Open, guide: Guide):
    page = packet(open_page, viewport={"width": 718, "height": 1047})
    page.emulate_media(media="print")
    page.add_style_tag(content=WIDE_FONT)
    for entry in guide.entries_of("formats"):
        counted = sheets.one_pager(guide, entry)
        for part, lines in (
            page.locator(f"#{entry.id}").locator("xpath=ancestor::article").locator(".body section").evaluate_all(COUNT)
        ):
            estimate = sum(text.lines for text in counted[part])
            assert lines <= estimate <= lines + 2, (entry.id, part)


def test_sheet_controls_are_not_printed(open_page: Open):
    for path in ("print/panel/", "print/packet/"):
        side = "".join(print_pages(open_page(path), "A4"))
        for words in ("Improve this", "All sheets", "with my checkmarks", "Choose all", "one per line"):
            assert without_spaces(words) not in side


def every_text(guide: Guide, id_: str) -> Iterable[str]:
    """Yield what the full sheet of a format holds."""
    entry = guide.get(id_)
    yield from (item.text for item in entry.checklist)
    for question in map(guide.get, entry.likely):
        yield from (question.title, question.follow_ups.stress.ask)
    yield from (guide.get(id_).title for id_ in (*entry.asks, *entry.red_flags))


def test_full_sheet_has_every_item_on_two_pages(open_page: Open, guide: Guide):
    page = packet(open_page)
    page.add_style_tag(content=WIDE_FONT)
    choose(page, length="full")
    pages = print_pages(page, "Letter")
    formats = guide.entries_of("formats")
    last = [next(i for i, text in enumerate(pages) if f"formats/{f.id}/" in text) for f in formats]
    for entry, before, end in zip(formats, [-1, *last], last, strict=False):
        assert end - before <= 2, entry.id
        text = "".join(pages[before + 1 : end + 1])
        assert missing_texts(text, every_text(guide, entry.id)) == [], entry.id


def test_large_type_is_at_least_18_points_and_complete(open_page: Open, guide: Guide):
    page = packet(open_page)
    choose(page, large="large")
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    sizes: set[float] = set()

    def note(text: str, cm: list, tm: list, _: object, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(cm[3] * tm[3] * size), 1))

    text = "".join(without_spaces(side.extract_text(visitor_text=note)) for side in reader.pages)
    for entry in sheets_of(guide):
        assert missing_texts(text, expected_texts(guide, entry)) == [], entry.id
    assert min(sizes) >= 17.9


def test_packet_prints_each_chosen_sheet_on_its_own_page(open_page: Open, guide: Guide):
    page = open_page("print/packet/")
    for id_ in ("role-play", "panel-map"):
        page.get_by_label(guide.get(id_).title, exact=True).check()
    page.reload()
    chosen = print_pages(wait_for_packet(page), "Letter")
    assert len(chosen) == 2
    for side, id_ in zip(chosen, ("role-play", "panel-map"), strict=True):
        assert missing_texts(side, expected_texts(guide, guide.get(id_))) == []
