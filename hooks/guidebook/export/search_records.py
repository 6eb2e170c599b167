"""Guide -> what search looks through: one small record for each entry and each part that has an address."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..guide import Guide
from ..models import Entry
from ..site.environment import plain
from ..site.pages import INDEXES, PAY
from ..urls import GROUP_PAGE, address
from .everyday import PAGES

EXCERPT = 130
"""Most characters of an excerpt."""


class Sort(NamedTuple):
    """A sort of result: the word shown beside it, and how readily it comes first among equals."""

    label: str
    weight: float
    part: bool = False
    """It stands on the page of an entry that may be a result itself."""


SORTS = {
    "questions": Sort("They ask", 1),
    "formats": Sort("Format", 1.06),
    "people": Sort("Person", 1),
    "timelines": Sort("What to do after", 1.05),
    "pay": Sort("Pay", 1),
    "messages": Sort("Message", 0.96),
    "checklists": Sort("Checklist", 0.98),
    "fields": Sort("Line of work", 1),
    "asks": Sort("You ask", 0.93),
    "red_flags": Sort("Sign", 0.95),
    "off_limits": Sort("The law", 1),
    "claims": Sort("Figure", 0.84),
    "changes": Sort("What changes", 0.8),
    "sheets": Sort("To print", 0.8),
    "sources": Sort("Source", 0.6),
    "page": Sort("Page", 0.94),
    "step": Sort("Step", 0.82, part=True),
    "trouble": Sort("When it goes wrong", 0.86, part=True),
    "own": Sort("They ask", 0.86, part=True),
    "topic": Sort("Off limits", 0.84, part=True),
    "item": Sort("To do", 0.74, part=True),
}

ABOUT = {
    "questions": "changed",
    "asks": "why",
    "red_flags": "notice",
    "pay": "you_say",
    "claims": "advice",
    "changes": "now",
    "sources": "note",
}
"""The field an excerpt is taken from, where it is not the summary."""

NAMES = ("search", "heard_as", "also", "they_say")
"""Fields that name an entry in other words: they count as much as its title."""


@dataclass(frozen=True)
class Record:
    """One search result and the words that match it."""

    sort: str
    title: str
    url: str
    where: str = ""
    """The page or list it belongs to."""
    names: tuple[str, ...] = ()
    """Other wordings and everyday words."""
    about: str = ""
    """The excerpt."""


def records(guide: Guide, prose: Mapping[str, str]) -> Iterator[Record]:
    """Yield a Record for each entry, each addressable part, and each heading of `prose` (Markdown by address)."""
    for entry in guide.all_entries():
        yield _record(guide, entry)
        yield from _parts(guide, entry)
    for kind, (folder, terms) in GROUP_PAGE.items():
        for term in guide.terms(terms):
            if guide.entries_of(kind, term.id):
                about = plain(term.about or "")
                yield _page(term.title, f"{folder}/{term.id}/", about, SORTS[kind].label)
    for folder, (title, about) in {**INDEXES, "pay": PAY}.items():
        yield _page(title, f"{folder}/", about)
    for url, text in prose.items():
        yield from _headings(url, text)


def index(guide: Guide, prose: Mapping[str, str]) -> str:
    """Return all records as compact JSON: result types, synonyms, and one list of values for each record."""
    sorts = [*SORTS]
    rows = [
        [
            sorts.index(record.sort),
            record.title,
            record.url,
            record.where,
            "|".join(record.names),
            record.about,
        ]
        for record in records(guide, prose)
    ]
    synonyms = [group.words for group in guide.taxonomy.synonyms]
    data = {"types": [*SORTS.values()], "synonyms": synonyms, "records": rows}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _record(guide: Guide, entry: Entry) -> Record:
    kind = guide.kind_of(entry)
    about = getattr(entry, ABOUT.get(kind, "summary"))
    names = (name for field in NAMES for name in getattr(entry, field, ()))
    return Record(
        kind,
        entry.title,
        address(guide, entry),
        _where(guide, entry),
        tuple(dict.fromkeys(names)),
        _clipped(about if isinstance(about, str) else about[0]),
    )


def _where(guide: Guide, entry: Entry) -> str:
    kind = guide.kind_of(entry)
    return (
        guide.term(GROUP_PAGE[kind][1], guide.group_of(entry)).title if kind in GROUP_PAGE else ""
    )


def _parts(guide: Guide, entry: Any) -> Iterator[Record]:
    here = address(guide, entry).partition("#")[0]
    for sort, parts, title, about in (
        ("item", "checklist", "text", "why"),
        ("trouble", "goes_wrong", "title", "do"),
        ("step", "steps", "title", "do"),
        ("own", "questions", "title", "listens_for"),
        ("topic", "topics", "title", "rule"),
    ):
        for part in getattr(entry, parts, ()):
            yield Record(
                sort,
                getattr(part, title),
                f"{here}#{part.id}",
                entry.title,
                part.search,
                _clipped(getattr(part, about) or ""),
            )


def _page(title: str, url: str, about: str, where: str = "") -> Record:
    return Record("page", title, url, where, PAGES.get(url, ()), _clipped(about))


def _headings(url: str, text: str) -> Iterator[Record]:
    """Yield the page and each of its headings that has an id."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    title, _, rest = body.strip().removeprefix("# ").partition("\n")
    yield _page(title, url, _untagged(rest).split("\n\n")[0])
    for part in re.split(r"^## ", rest, flags=re.MULTILINE)[1:]:
        heading, _, said = part.partition("\n")
        name = re.sub(r"\s*\{:?.*\}", "", heading)
        given = re.search(r"#([\w-]+)", heading)
        id_ = given[1] if given else re.sub(r"[^\w]+", "-", name.lower()).strip("-")
        yield _page(name, f"{url}#{id_}", _untagged(said), title)


def _untagged(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text).strip()


def _clipped(text: str) -> str:
    flat = plain(text)
    return flat if len(flat) <= EXCERPT else flat[:EXCERPT].rsplit(" ", 1)[0] + " …"
