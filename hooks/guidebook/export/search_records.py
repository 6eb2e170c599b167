"""Export search records: one for each entry, each part of an entry with an anchor, and each page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Protocol

import yaml

from ..guide import Guide
from ..kind import Kind, PageMode
from ..kinds import KINDS
from ..models import Entry
from ..output import Output
from ..text.headings import heading_anchor
from ..text.inline_markdown import plain
from ..urls import entry_url, sheet_url
from .json_values import to_json

MAX_EXCERPT = 130
"""Characters of an excerpt."""


FIRST_NAMES = 6
"""How many names of a record the file for the first results has."""
FIRST_WEIGHT = 0.8
"""Types that weigh less are missing there."""


class ResultType(NamedTuple):
    """A type of search result: the label shown beside it, and the factor for its score."""

    label: str
    weight: float
    part: bool = False
    """True for a part of an entry that is a result itself."""


class Tool(Protocol):
    """A page that belongs to no kind, such as the plan."""

    title: str
    description: str
    search: tuple[str, ...]

    @property
    def url(self) -> str:
        """The address of the page from the root of the site."""


PAGE = "page"
RESULT_TYPES = {kind.name: ResultType(kind.result_label, kind.weight) for kind in KINDS.values()} | {
    PAGE: ResultType("Page", 0.94),
    "tool": ResultType("Tool", 1.0),
    "step": ResultType("Step", 0.82, part=True),
    "recovery": ResultType("When it goes wrong", 0.86, part=True),
    "own_question": ResultType("Their questions", 0.86, part=True),
    "topic": ResultType("Off-limits questions", 0.84, part=True),
    "item": ResultType("To do", 0.74, part=True),
}

PARTS = (
    ("item", "checklist", "text", "why"),
    ("recovery", "goes_wrong", "title", "do"),
    ("step", "steps", "title", "do"),
    ("own_question", "questions", "title", "listens_for"),
    ("topic", "topics", "title", "rule"),
)
"""Result type, field of the entry that contains the parts, and their fields for the title and the excerpt."""

NAME_FIELDS = ("search", "heard_as", "also", "they_say")
"""Fields that name an entry in other words: they count as much as its title."""


_ATTRIBUTES = re.compile(r"\s*\{:?.*\}")
"""The attribute list of a heading in Markdown."""


@dataclass(frozen=True)
class Record:
    """One search result and the words that match it."""

    type: str
    title: str
    url: str
    where: str = ""
    """Title of the page or list that contains it."""
    names: tuple[str, ...] = ()
    """Other wordings and everyday words."""
    excerpt: str = ""
    language: str | None = None
    """The language of the title, if it isn't English."""


def search_files(guide: Guide, docs: Mapping[str, str], tools: Iterable[Tool] = ()) -> Iterator[Output]:
    """Yield the JSON of every search record, and a smaller one for the first results while that is loading.

    `docs` maps the URL of each hand-written page to its Markdown; `tools` are generated pages that belong to no kind.
    """
    records = [*search_records(guide, docs, tools)]
    first = [
        replace(record, names=record.names[:FIRST_NAMES], excerpt="")
        for record in records
        if not RESULT_TYPES[record.type].part and RESULT_TYPES[record.type].weight >= FIRST_WEIGHT
    ]
    yield Output("search/records.json", _to_json(guide, records))
    yield Output("search/first.json", _to_json(guide, first))


def search_records(guide: Guide, docs: Mapping[str, str], tools: Iterable[Tool] = ()) -> Iterator[Record]:
    """Yield a Record for each entry, part with an anchor, sheet, generated list, tool, and heading of `docs`."""
    for entry in guide.all_entries():
        yield _entry_record(guide, entry)
        yield from _part_records(guide, entry)
        if KINDS[guide.kind_of(entry)].has_one_pager:
            yield _one_pager_record(entry)
    for kind in KINDS.values():
        if kind.pages == PageMode.GROUP:
            yield from _group_records(guide, kind)
        if kind.has_own_page:
            yield _page_record(kind.title, kind.url, kind.description, kind.search)
    for tool in tools:
        yield replace(_page_record(tool.title, tool.url, tool.description, tool.search), type="tool")
    for url, text in docs.items():
        yield from _docs_records(url, text)


def _to_json(guide: Guide, records: Iterable[Record]) -> str:
    """Return the JSON of result types, synonyms, and one list of values for each record."""
    types = [*RESULT_TYPES]
    rows = [
        [types.index(r.type), r.title, r.url, r.where, "|".join(r.names), r.excerpt, *filter(None, [r.language])]
        for r in records
    ]
    synonyms = [group.words for group in guide.taxonomy.synonyms]
    return to_json({"types": [*RESULT_TYPES.values()], "synonyms": synonyms, "records": rows})


def _entry_record(guide: Guide, entry: Entry) -> Record:
    kind = KINDS[guide.kind_of(entry)]
    names = (name for field in NAME_FIELDS for name in getattr(entry, field, ()))
    where = ""
    if kind.pages == PageMode.GROUP:
        where = guide.term(kind.groups, guide.group_of(entry)).title
    return Record(
        kind.name,
        entry.title,
        entry_url(guide, entry),
        where,
        tuple(dict.fromkeys(names)),
        _truncate(kind.excerpt_of(entry)),
        getattr(entry, "language", None),
    )


def _one_pager_record(entry: Entry) -> Record:
    names = (f"print {entry.title}", f"{entry.title} PDF", f"{entry.title} cheat sheet", f"{entry.title} one-pager")
    excerpt = f"One page to print: {plain(entry.summary)}"
    return Record("sheets", entry.title, sheet_url(entry), "", names, _truncate(excerpt))


def _part_records(guide: Guide, entry: Any) -> Iterator[Record]:
    page = entry_url(guide, entry).partition("#")[0]
    for type_, parts, title, excerpt in PARTS:
        for part in (part for part in getattr(entry, parts, ()) if hasattr(part, "id")):
            yield Record(
                type_,
                getattr(part, title),
                f"{page}#{part.id}",
                entry.title,
                part.search,
                _truncate(getattr(part, excerpt) or ""),
            )


def _group_records(guide: Guide, kind: Kind) -> Iterator[Record]:
    for term in guide.terms(kind.groups):
        if guide.entries_of(kind.name, term.id):
            url = f"{kind.url}{term.id}/"
            yield _page_record(term.title, url, term.about or "", term.search, kind.result_label)


def _page_record(title: str, url: str, excerpt: str, names: Iterable[str] = (), where: str = "") -> Record:
    return Record(PAGE, title, url, where, tuple(names), _truncate(excerpt))


def _docs_records(url: str, text: str) -> Iterator[Record]:
    """Yield a Record for a hand-written page and each heading; `search` in its front matter lists other names for them."""
    front = re.match(r"---\n(.*?\n)---\n", text, flags=re.DOTALL)
    names = (yaml.safe_load(front[1]) if front else {}).get("search", {})
    body = text[front.end() :] if front else text
    head, _, rest = body.strip().removeprefix("# ").partition("\n")
    title = _ATTRIBUTES.sub("", head)
    yield _page_record(title, url, _without_tags(rest).split("\n\n")[0], names.get(PAGE, ()))
    for part in re.split(r"^## ", rest, flags=re.MULTILINE)[1:]:
        heading, _, below = part.partition("\n")
        name = _ATTRIBUTES.sub("", heading)
        id_ = heading_anchor(heading)
        yield _page_record(name, f"{url}#{id_}", _without_tags(below), names.get(id_, ()), title)


def _without_tags(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text).strip()


def _truncate(text: str) -> str:
    """Return `text` without Markdown, cut after a word when it is longer than MAX_EXCERPT."""
    flat = plain(text)
    return flat if len(flat) <= MAX_EXCERPT else flat[:MAX_EXCERPT].rsplit(" ", 1)[0] + " …"
