"""Guide -> Outputs: every page of the site as Markdown, with nothing known of the builder."""

import json
from collections.abc import Iterator
from itertools import starmap
from typing import Any

from .. import sheets
from ..export.plan import COUNTRIES, newest
from ..export.practice import TOOLS
from ..guide import Guide
from ..models import KINDS, Claim, Entry
from ..output import Output, Site
from ..text.inline_markdown import plain
from ..urls import GROUP_PAGE, OWN_PAGE, address
from . import svg
from .environment import make_renderer
from .field_reference import reference
from .packet import packet
from .page_assets import loaded

INDEXES = {
    "formats": (
        "Interview formats",
        "Every format of a second interview: what it scores, how it runs, what to do.",
    ),
    "questions": (
        "Questions they ask",
        "Second-round questions with answer shapes, worked examples and three levels of follow-up.",
    ),
    "ask": (
        "Questions you ask",
        "What to ask in a second interview, whom, and what the answers mean.",
    ),
    "people": (
        "People you meet",
        "What each person in a second interview judges, fears and wants to hear.",
    ),
    "red-flags": (
        "Red flags and good signs",
        "Signs to watch in a second interview, with the innocent explanation and the question that tests it.",
    ),
    "after": (
        "After the interview",
        "What to do after a second interview and when, from the thank-you note to the answer.",
    ),
    "messages": (
        "Messages to send",
        "Messages for every moment around a second interview, each in a short and a warmer form.",
    ),
    "prepare": ("Prepare", "Checklists and short guides for the days before a second interview."),
    "fields": ("Lines of work", "What differs in second interviews by line of work."),
    "off-limits": (
        "What they may not ask",
        "Questions interviewers may not ask, by place, with the legal basis.",
    ),
    "print": (
        "Print",
        "One page to print for every interview format, and sheets to fill in, for A4 and Letter.",
    ),
}
"""Index pages by folder: title and description."""

PAY = ("Pay", "What to say when pay comes up in a second interview.")


def render_pages(guide: Guide, site: Site) -> Iterator[Output]:
    """Yield every generated page, in the order in which readers meet them, and the sheets of the packet."""
    render = make_renderer(guide, **shared(guide, site))
    yield from _pages(render, guide)
    yield from starmap(Output, packet(render, guide))


def shared(guide: Guide, site: Site) -> dict[str, Any]:
    """Return what every template knows beside the guide."""
    return {
        "site": site,
        "draw": svg,
        "paper": sheets,
        "today": newest(guide),
        "countries_by_id": COUNTRIES,
    }


def uris(guide: Guide) -> Iterator[str]:
    """Yield where each page goes, without rendering any."""
    return (page.uri for page in _pages(None, guide))


def _pages(render, guide: Guide) -> Iterator[Output]:
    yield _page(
        render,
        "index.md",
        "home",
        "Round Two",
        "The open guidebook to the second job interview.",
        layout="home.html",
    )
    yield from _plan(render)
    for folder, (title, description) in INDEXES.items():
        yield _page(render, f"{folder}/index.md", f"index/{folder}", title, description)
        yield from _below(render, guide, folder)
    yield from _sheets(render, guide)
    for uri, (title, description) in TOOLS.items():
        yield _page(render, f"{uri}.md", uri, title, description)
    yield _page(
        render,
        "pay/index.md",
        "pay",
        *PAY,
        edit="data/pay.yml",
    )
    yield _page(
        render,
        "find/index.md",
        "find",
        "All entries, A to Z",
        "Every entry of the guide to second interviews, in the order of the alphabet.",
    )
    yield _page(
        render,
        "about/index.md",
        "about",
        "About",
        "How this guide is made, and every source it rests on.",
        edit="data/sources.yml",
    )
    yield _page(
        render,
        "about/claims.md",
        "claims",
        "Figures and disagreements",
        "Every figure of this guide, who says it, and how far to trust it.",
        edit="data/claims.yml",
        meta={"faq": [[claim.title, faq(claim)] for claim in guide.entries_of("claims")]},
    )
    yield from _for_developers(render, guide)


def _for_developers(render, guide: Guide) -> Iterator[Output]:
    """Yield the pages for those who reuse the data."""
    yield _page(
        render,
        "data/index.md",
        "data",
        "Use the data",
        "The guide as JSON, CSV, flash cards and a feed: what each file holds, and what you can rely on.",
        kinds=[*KINDS],
    )
    yield _page(
        render,
        "data/fields.md",
        "data_fields",
        "Field reference",
        "Every field of every entry: what it means and what it may hold.",
        listed=False,
        reference=reference(guide) if render else (),
        single={"taxonomy", *(kind.name for kind in KINDS.values() if kind.single)},
    )


def faq(claim: Claim) -> str:
    """Return the answer to the question of `claim`, in words that stand on its page."""
    return f"{plain(claim.value)}. {plain(claim.advice)}"


def _below(render, guide: Guide, folder: str) -> Iterator[Output]:
    for kind, home in OWN_PAGE.items():
        if home == folder != "print":
            for entry in guide.entries_of(kind):
                yield _entry_page(render, guide, kind, folder, entry)
                yield from _redirects(render, folder, entry, address(guide, entry))
    for kind, (home, terms) in GROUP_PAGE.items():
        for term in guide.terms(terms) if home == folder else ():
            if entries := guide.entries_of(kind, term.id):
                description = (
                    plain(term.about) if term.about else f"{INDEXES[folder][0]}: {term.title}."
                )
                yield _page(
                    render,
                    f"{folder}/{term.id}.md",
                    kind,
                    term.title,
                    description,
                    edit=guide.origins[entries[0].id].path,
                    term=term,
                    entries=entries,
                )


def _plan(render) -> Iterator[Output]:
    """Yield the reader's plan, and the view of it for the day itself."""
    yield _page(
        render,
        "plan/index.md",
        "plan",
        "My plan",
        "Your second interview from today to the last follow-up: what to do on which day, what to expect, when to write.",
        layout="home.html",
    )
    yield _page(
        render,
        "plan/day.md",
        "plan_day",
        "The day",
        "Where, who, the first five minutes, three stories, three questions: your interview on one screen.",
        listed=False,
        layout="home.html",
    )


def _sheets(render, guide: Guide) -> Iterator[Output]:
    """Yield a page for each sheet of paper, and the one where a packet of them is put together."""
    for entry in (*guide.entries_of("formats"), *guide.entries_of("sheets")):
        origin = guide.origins[entry.id]
        yield _page(
            render,
            f"print/{entry.id}.md",
            "sheet",
            entry.title,
            f"One page to print: {plain(entry.summary)}",
            layout="sheet.html",
            edit=f"{origin.path}#L{origin.line}",
            entry=entry,
        )
        yield from _redirects(render, "print", entry, f"print/{entry.id}/")
    yield _page(
        render,
        "print/packet.md",
        "packet",
        "A packet of sheets",
        "Choose the sheets for your interview and print them in one go.",
        layout="sheet.html",
        edit="data/sheets.yml",
    )


def _entry_page(render, guide: Guide, kind: str, folder: str, entry: Any) -> Output:
    return _page(
        render,
        f"{folder}/{entry.id}.md",
        kind,
        entry.title,
        plain(entry.summary),
        edit=guide.origins[entry.id].path,
        entry=entry,
    )


def _redirects(render, folder: str, entry: Entry, to: str) -> Iterator[Output]:
    for alias in entry.aliases:
        yield _page(
            render,
            f"{folder}/{alias}.md",
            "moved",
            entry.title,
            "This page has moved.",
            layout="moved.html",
            to=to,
            meta={"to": to},
        )


def _page(
    render,
    uri: str,
    template: str,
    title: str,
    description: str,
    *,
    layout: str = "",
    edit: str = "",
    meta: dict[str, Any] | None = None,
    **context: Any,
) -> Output:
    if render is None:
        return Output(uri, "", edit)
    here = (
        uri.removesuffix("index.md") if uri.endswith("index.md") else uri.removesuffix(".md") + "/"
    )
    body = render(f"{template}.md.jinja", here, title=title, description=description, **context)
    meta = {"title": title, "description": description, **(meta or {})}
    if layout:
        meta["template"] = layout
    meta |= loaded(body)
    # JSON is YAML, and quicker to write.
    front = "\n".join(f"{key}: {json.dumps(it, ensure_ascii=False)}" for key, it in meta.items())
    return Output(uri, f"---\n{front}\n---\n\n{body}", edit, title)
