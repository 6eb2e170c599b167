"""What comes out of the printer."""

import io
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from conftest import ROOT
from guidebook import paper
from guidebook.guide import Guide
from guidebook.model import Entry
from guidebook.render import plain

Open = Callable[..., Page]
WIDE = "body { font-family: 'DejaVu Sans', Verdana, sans-serif !important }"


def printed(page: Page, paper: str) -> list[str]:
    """Print the page and return the text of each sheet, blanks folded."""
    reader = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))
    return [folded(sheet.extract_text()) for sheet in reader.pages]


def folded(text: str) -> str:
    """Return `text` without blanks and ligatures, so that line breaks and fonts do not matter."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


KEY = "round-two:print"
NOTE = "They asked twice about the night shift. " * 12 + "The end of my note."
STATE = """([key, value]) => localStorage.setItem(key, JSON.stringify(value))"""


def wanted(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield each text that must stand on the sheet of an entry."""
    yield entry.title
    if guide.kind(entry) == "formats":
        for texts in paper.one_pager(guide, entry).values():
            yield from (text.text for text in texts)
        yield from ("Employer", "Place, link", "Notes", f"formats/{entry.id}/")
        return
    yield from (*entry.blanks, f"print/{entry.id}/")
    for part in (*entry.parts, *entry.right):
        yield from (part.title, part.hint or "", *part.boxes, *part.blanks)
        yield from (guide.get(id_).title for id_ in (*part.asks, *part.red_flags, *part.people))
        yield from (guide.get(id_).fears[0] for id_ in part.people)
        if part.checklist:
            yield from (item.text for item in guide.get(part.checklist).checklist)
        if part.timeline:
            yield from (step.title for step in guide.get(part.timeline).steps)
        if part.grid:
            yield from (*part.grid.columns, *part.grid.rows)


def missing(text: str, texts: Iterable[str]) -> list[str]:
    """Return those of `texts` that `text` does not hold."""
    return [one for one in texts if folded(plain(one)) not in text]


def sheets_of(guide: Guide) -> list[Entry]:
    """Return every entry that has a sheet."""
    return [*guide.of("formats"), *guide.of("sheets")]


def choose(page: Page, packet: Iterable[str] = (), **choices: str) -> None:
    """Store what to print, as the form does, and open the page again."""
    page.evaluate(STATE, [KEY, {"version": 1, "choices": choices, "packet": [*packet]}])
    page.reload()


def mark(page: Page, **marks: dict) -> None:
    """Store marks of items, as the checklists do."""
    marks = {
        id_.replace("_", "-"): {"rev": 1, "at": "2026-11-22T09:00:00Z", **mark}
        for id_, mark in marks.items()
    }
    state = {"version": 1, "interview": "default", "interviews": {"default": {"items": marks}}}
    page.evaluate(STATE, ["round-two:state", state])


@pytest.mark.parametrize("font", ["", WIDE], ids=["system font", "wide font"])
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_every_sheet_is_one_page_with_everything_on_it(
    open_page: Open, address: str, guide: Guide, size: str, font: str
):
    """Also with the widest common font."""
    page = open_page("print/panel/")
    for entry in sheets_of(guide):
        page.goto(f"{address}print/{entry.id}/")
        if font:
            page.add_style_tag(content=font)
        sheets = printed(page, size)
        assert len(sheets) == 1, entry.id
        assert missing(sheets[0], wanted(guide, entry)) == [], entry.id


def test_nothing_on_a_sheet_is_clipped(open_page: Open, address: str, guide: Guide):
    """No text runs out of its box, on either width of paper."""
    page = open_page("print/panel/")
    page.emulate_media(media="print")
    for entry in sheets_of(guide):
        page.goto(f"{address}print/{entry.id}/")
        page.add_style_tag(content=WIDE)
        page.set_viewport_size({"width": 718, "height": 980})
        over = page.evaluate(
            "[...document.querySelectorAll('.sheet, .sheet *')]"
            ".filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1 && e.clientWidth)"
            ".map(e => e.textContent)"
        )
        assert over == [], entry.id


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


def test_lines_are_counted_as_they_are_printed(open_page: Open, address: str, guide: Guide):
    """The estimate behind the budget never counts fewer lines than the widest font takes, nor two more a part."""
    page = open_page("print/panel/", viewport={"width": 718, "height": 980})
    page.emulate_media(media="print")
    for entry in guide.of("formats"):
        page.goto(f"{address}print/{entry.id}/")
        page.add_style_tag(content=WIDE)
        counted = paper.one_pager(guide, entry)
        for part, lines in page.locator(".body section").evaluate_all(COUNT):
            estimate = sum(text.lines for text in counted[part])
            assert lines <= estimate <= lines + 2, (entry.id, part)


SEVEN = """() => {
    document.querySelectorAll(".body h3.more").forEach(heading => heading.classList.remove("more"));
    document.querySelector(".title h1").innerHTML = "Two<br>lines";
    document.querySelector(".title p:last-child").innerHTML = "Four<br>more<br>small<br>lines";
}"""
FILL = """budget => {
    for (const part of document.querySelectorAll(".body section")) {
        const items = [...part.querySelectorAll("li")].filter(item => item.offsetParent);
        const lines = Array(items.length).fill(1);
        for (let left = budget[part.dataset.part] - items.length, i = 0; left > 0; left--, i++)
            lines[i % lines.length]++;
        items.forEach((item, i) => {
            if (item.querySelector("i")) item.firstElementChild.textContent = "";
            const target = item.querySelector("span") ?? item;
            const words = count => Array(count).fill("Word").join("<br>");
            const then = item.querySelector("em") ? Math.floor(lines[i] / 2) : 0;
            target.innerHTML = words(lines[i] - then) + (then ? `<em>${words(then)}</em>` : "");
        });
    }
}"""


@pytest.mark.parametrize("right", [(21, 8, 6, 6), (18, 9, 6, 8), (20, 6, 8, 7)])
def test_a_one_pager_that_uses_up_its_budget_still_fits(open_page: Open, right: tuple[int, ...]):
    """What `make check` lets pass, one page holds: with all seven phases, a long title and the widest font."""
    names = ("They ask", "You ask", "Watch for", "Afterwards")
    assert sum(right) == paper.BUDGET[names]
    assert all(lines <= paper.BUDGET[name,] for name, lines in zip(names, right, strict=True))
    left = {name: paper.BUDGET[name,] for name in ("Do", "First five minutes")}
    page = open_page("print/assessment-centre/")
    page.add_style_tag(content=WIDE)
    page.evaluate(FILL, left | dict(zip(names, right, strict=True)))
    page.evaluate(SEVEN)
    assert [len(printed(page, size)) for size in ("Letter", "A4")] == [1, 1]


def test_controls_stay_off_the_paper(open_page: Open):
    """Links, choices and buttons of the screen are not printed."""
    for path in ("print/panel/", "print/packet/"):
        sheet = "".join(printed(open_page(path, java_script_enabled=False), "A4"))
        for words in ("Improve this", "All sheets", "with my ticks", "Choose all"):
            assert folded(words) not in sheet


def test_ticks_and_notes_are_printed_when_asked_for(open_page: Open, guide: Guide):
    """Blank is the default; a note of 500 characters is there to its end; what is done can be left out."""
    first, second, *_ = [item for item in guide.get("panel").checklist if item.essential]
    page = open_page("print/panel/")
    mark(
        page,
        **{
            first.id: {"state": "done", "note": "<b>no</b>"},
            second.id: {"state": "todo", "note": NOTE},
        },
    )
    page.reload()
    blank = "".join(printed(page, "A4"))
    assert folded("The end of my note.") not in blank
    choose(page, boxes="mine")
    mine = "".join(printed(page, "A4"))
    assert missing(mine, [first.text, "✓", NOTE]) == []
    assert folded("<b>no</b>") in mine
    choose(page, boxes="left")
    left = "".join(printed(page, "A4"))
    assert folded(first.text) not in left
    assert missing(left, [second.text, NOTE]) == []


def test_the_full_sheet_holds_the_whole_list_on_two_pages(
    open_page: Open, address: str, guide: Guide
):
    """Every item, question, follow-up and sign."""
    page = open_page("print/panel/")
    choose(page, length="full")
    for entry in guide.of("formats"):
        page.goto(f"{address}print/{entry.id}/")
        sheets = printed(page, "Letter")
        questions = [guide.get(id_) for id_ in entry.likely]
        texts = [item.text for item in entry.checklist] + [q.title for q in questions]
        texts += [q.follow_ups.stress.ask for q in questions]
        texts += [guide.get(id_).title for id_ in (*entry.asks, *entry.red_flags)]
        assert len(sheets) <= 2, entry.id
        assert missing("".join(sheets), texts) == [], entry.id


def test_large_type_is_large_and_cuts_nothing(open_page: Open, address: str, guide: Guide):
    """No letter under 18 points, on as many pages as it needs."""
    page = open_page("print/panel/")
    choose(page, large="large")
    for entry in sheets_of(guide):
        page.goto(f"{address}print/{entry.id}/")
        reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
        assert (
            missing("".join(folded(p.extract_text()) for p in reader.pages), wanted(guide, entry))
            == []
        )
        page.emulate_media(media="print")
        small = page.evaluate(
            "[...document.querySelectorAll('.sheet *')].filter(e => e.offsetParent"
            " && parseFloat(getComputedStyle(e).fontSize) < 23.9).map(e => e.textContent)"
        )
        page.emulate_media(media=None)
        assert small == [], entry.id


def test_choices_are_remembered_and_filled_in(open_page: Open, address: str):
    """Typed on one sheet, they stand on the next, and no other key is touched."""
    page = open_page("print/panel/", viewport={"width": 390, "height": 800})
    page.get_by_label("Employer").fill("<i>Ardent</i> & Sons")
    page.get_by_label("Day, time").fill("3 December, 10:30")
    page.get_by_label("People").fill("Amara Okafor")
    page.get_by_label("large").check()
    page.goto(f"{address}print/role-play/")
    assert page.get_by_label("large").is_checked()
    text = "".join(printed(page, "A4"))
    assert missing(text, ["Amara Okafor"]) == []
    assert folded("<i>Ardent</i> & Sons") in text
    assert page.evaluate("Object.keys(localStorage)") == [KEY]


@pytest.mark.parametrize("stored", ["{", "7", "null", '{"version":1,"choices":7,"packet":{}}'])
def test_spoilt_choices_do_no_harm(open_page: Open, stored: str):
    """What cannot be read counts as nothing chosen."""
    page = open_page("print/panel/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, stored])
    page.reload()
    assert page.get_by_label("blank").is_checked()
    assert len(printed(page, "A4")) == 1


def test_a_packet_prints_the_chosen_sheets_each_on_its_own_page(open_page: Open, guide: Guide):
    """Chosen, remembered, and with the wide font; without JavaScript all are printed."""
    page = open_page("print/packet/")
    for id_ in ("role-play", "panel-map"):
        page.get_by_label(guide.get(id_).title, exact=True).check()
    page.reload()
    page.add_style_tag(content=WIDE)
    for size in ("A4", "Letter"):
        sheets = printed(page, size)
        assert len(sheets) == 2
        for sheet, id_ in zip(sheets, ("role-play", "panel-map"), strict=True):
            assert missing(sheet, wanted(guide, guide.get(id_))) == []
    plain_page = open_page("print/packet/", java_script_enabled=False)
    assert len(printed(plain_page, "Letter")) == len(sheets_of(guide))


def test_pdfs_are_written_tagged_and_linked(site: Path, tmp_path: Path, chromium: object):
    """One page of each size, with text, title, language and embedded fonts, from the same HTML."""
    copy = shutil.copytree(site, tmp_path / "site")
    index = copy / "print/index.html"
    kept = 'data-pdf="panel-map">'
    text = index.read_text("utf-8")
    assert kept in text
    index.write_text(
        text.replace("data-pdf=", "data-other=").replace(f"data-other={kept[9:]}", kept)
    )
    script = [sys.executable, str(ROOT / "scripts/pdf.py"), str(copy)]
    subprocess.run(script, check=True, capture_output=True)
    for name, width in (("a4", 595), ("letter", 612)):
        reader = PdfReader(copy / f"print/panel-map-{name}.pdf")
        root = reader.trailer["/Root"]
        assert len(reader.pages) == 1
        assert abs(float(reader.pages[0].mediabox.width) - width) < 2
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en"
        assert "Panel map" in reader.metadata.title
        assert "Around the table" in reader.pages[0].extract_text()
        for font in reader.pages[0]["/Resources"]["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in descendant.get_object()["/FontDescriptor"]
        assert f'href="panel-map-{name}.pdf"' in index.read_text("utf-8")


def test_no_page_prints_a_blank_last_sheet(open_page: Open, address: str):
    """Stock Material does."""
    page = open_page("")
    for path in ("formats/panel/", "questions/values/", "after/no-date-given/", ""):
        page.goto(address + path)
        assert len(printed(page, "A4")[-1]) > 20, path


def test_folded_parts_print_open(open_page: Open, guide: Guide):
    """The worked examples are on the paper."""
    text = "".join(printed(open_page("questions/values/"), "A4"))
    for question in guide.of("questions", "values"):
        first = folded(question.example.text)[:40]
        assert re.sub(r"[^A-Za-z]", "", first) in re.sub(r"[^A-Za-z]", "", text), question.id


def test_a_dark_screen_prints_light(open_page: Open):
    """Ink is expensive."""
    page = open_page("formats/panel/", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    assert (
        page.evaluate("getComputedStyle(document.querySelector('article h1')).color")
        == "rgb(0, 0, 0)"
    )
