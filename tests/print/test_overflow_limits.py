"""Entries filled to the limits that `make check` accepts fit their printed page."""

import datetime as dt
import random
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from guidebook import sheets
from guidebook.guide import Guide
from guidebook.lint.printing import one_pagers_fit, sheets_fit
from guidebook.models import Entry, Sheet
from guidebook.output import Site
from guidebook.site import svg
from guidebook.site.environment import make_renderer
from support.printing import PAPER_SIZES, WIDE_FONT, print_pages

Open = Callable[..., Page]

WORDS = {
    "wide letters": lambda: "".join(random.choices("MWm", k=random.randint(1, 9))),
    "unbreakable words": lambda: "W" * random.randint(30, 50),
    "one letter": lambda: random.choice("WMi"),
    "plain words": lambda: "".join(random.choices("etaoinshrdlu", k=random.randint(2, 11))),
}
LIMITS = {"Title": 60, "They score": 60, "Afterward": 42, "Do": 110}
"""The most letters of one text by part, where it is not that of a line."""


class Stretched:
    """A copy of the guide in which the texts of one format can be written anew."""

    def __init__(self, guide: Guide, id_: str = "panel") -> None:
        """Give the format as much of everything as the model allows and the page prints."""
        entries = {kind: dict(of) for kind, of in guide.entries.items()}
        entries["formats"] = {id_: guide.get(id_)}
        self.guide = Guide(guide.taxonomy, entries, guide.origins, guide.renamed)
        self.id = id_
        phases = [phase.id for phase in guide.terms("phases")]
        items = [item for item in guide.get(id_).checklist if item.essential]
        items = [
            item.model_copy(update={"phase": phases[index % len(phases)], "text": "a"})
            for index, item in enumerate((items * 2)[:12])
        ]
        self.put(guide.get(id_), checklist=tuple(items))
        for text in self.texts():
            self.write(text.entry, text.path, "a")

    def put(self, entry: Entry, **update: object) -> None:
        """Replace fields of an entry."""
        of = self.guide.entries[self.guide.kind_of(entry)]
        of[entry.id] = of[entry.id].model_copy(update=update)

    def parts(self) -> dict[str, list]:
        """Return the texts of each part of the one-pager, as they are now."""
        return sheets.one_pager(self.guide, self.guide.get(self.id))

    def texts(self) -> Iterator:
        """Yield all of them."""
        for texts in self.parts().values():
            yield from texts

    def write(self, entry: Entry, trail: tuple, text: str) -> None:
        """Write one text. All that is scored stands in one."""
        entry = self.guide.get(entry.id)
        if trail == ("scores",):
            self.put(entry, scores=(entry.scores[0].model_copy(update={"what": text}),))
        else:
            self.put(entry, **{trail[0]: written(getattr(entry, trail[0]), trail[1:], text)})

    def refused(self) -> list:
        """Return what the rule says of this format."""
        return [found for found in one_pagers_fit(self.guide) if self.id in found.message]


def written(value: object, trail: tuple, text: str) -> object:
    """Return a copy of a model or tuple with `text` at the end of the `trail`."""
    if not trail:
        return text
    if isinstance(value, tuple):
        changed = written(value[trail[0]], trail[1:], text)
        return (*value[: trail[0]], changed, *value[trail[0] + 1 :])
    return value.model_copy(update={trail[0]: written(getattr(value, trail[0]), trail[1:], text)})


def fill(stretched: Stretched, word: Callable[[], str]) -> None:
    """Add words to every part, until nothing more is allowed."""
    for name in stretched.parts():
        index = tries = 0
        while tries < 12:
            texts = stretched.parts()[name]
            text = texts[index % len(texts)]
            index += 1
            longer = f"{text.text} {word()}"
            fits = len(longer) <= LIMITS.get(name, 130)
            if fits:
                stretched.write(text.entry, text.path, longer)
            if not fits or stretched.refused():
                tries += 1
                stretched.write(text.entry, text.path, text.text)


def sheet_html(guide: Guide, entry: Entry) -> str:
    """Return the sheet of an entry as a page of the site holds it."""
    site = Site(address="https://guide-of-someone.example/")
    render = make_renderer(guide, site=site, draw=svg, paper=sheets, today=dt.date(2026, 11, 22))
    html = render("sheet.md.jinja", "print/x/", entry=entry, title=entry.title).text
    return html[html.index("<article") :]


def pages_needed(page: Page, sheets: list[str]) -> dict[str, int]:
    """Print sheets in the widest font, and return how many pages they take on each paper."""
    page.add_style_tag(content=WIDE_FONT)
    page.evaluate("html => { document.querySelector('main').innerHTML = html }", "".join(sheets))
    return {size: len(print_pages(page, size)) for size in PAPER_SIZES}


@pytest.fixture(scope="module")
def full(guide: Guide) -> dict[str, Stretched]:
    """A format for each kind of words, filled to the limit."""
    random.seed(5)
    stretched = {words: Stretched(guide) for words in WORDS}
    for words, one in stretched.items():
        fill(one, WORDS[words])
    return stretched


def test_one_pagers_at_the_limit_print_on_one_page(open_page: Open, full: dict[str, Stretched]):
    assert [one.refused() for one in full.values()] == [[]] * len(full)
    sheets = [sheet_html(one.guide, one.guide.get(one.id)) for one in full.values()]
    assert pages_needed(open_page("print/panel/", bypass_csp=True), sheets) == dict.fromkeys(PAPER_SIZES, len(sheets))


def test_one_line_too_many_names_the_line_to_shorten(full: dict[str, Stretched]):
    for one in full.values():
        for name, texts in one.parts().items():
            if sum(text.lines for text in texts) < sheets.LINE_LIMITS.get((name,), 99):
                continue
            longest = max(texts, key=lambda text: text.lines)
            one.write(longest.entry, longest.path, f"{longest.text} {'W' * 40}")
            found = [f for f in one.refused() if f"“{name}”" in f.message]
            assert [(f.entry.id, f.path) for f in found] == [(longest.entry.id, longest.path)]
            one.write(longest.entry, longest.path, longest.text)


GROWN = {
    "lines": lambda part: {"lines": part.lines + 1},
    "blanks": lambda part: {"blanks": (*part.blanks, "Something to fill in")},
    "boxes": lambda part: {"boxes": (*part.boxes, "W" * 25 + " m" * 40)},
    "grid": lambda part: {"grid": part.grid.model_copy(update={"blank": part.grid.blank + 1})},
}


def grown(guide: Guide, sheet: Sheet, random_: random.Random) -> tuple[Sheet, Sheet]:
    """Return the sheet with as many lines, rows and boxes as `make check` accepts, and one that is too long."""
    accepted = sheet
    while True:
        columns = {name: [*getattr(accepted, name)] for name in ("parts", "right")}
        name, index, part = random_.choice(
            [
                (name, index, part)
                for name, parts in columns.items()
                for index, part in enumerate(parts)
                if part.holds in GROWN
            ]
        )
        parts = columns[name]
        parts[index] = part.model_copy(update=GROWN[part.holds](part))
        longer = accepted.model_copy(update={name: tuple(parts)})
        if any(used > most for _, used, most in sheets.measure_columns(guide, longer)):
            return accepted, longer
        accepted = longer


def test_sheets_at_the_limit_print_on_one_page(open_page: Open, guide: Guide):
    random_ = random.Random(7)
    sheets = []
    for sheet in guide.entries_of("sheets"):
        accepted, longer = grown(guide, sheet, random_)
        sheets.append(sheet_html(guide, accepted))
        entries = dict(guide.entries) | {"sheets": {sheet.id: longer}}
        (found, *_) = sheets_fit(Guide(guide.taxonomy, entries, guide.origins, guide.renamed))
        assert "too long" in found.message
    assert pages_needed(open_page("print/panel/", bypass_csp=True), sheets) == dict.fromkeys(PAPER_SIZES, len(sheets))
