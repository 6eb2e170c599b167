"""Guide -> what search looks through: one small record for each entry and each part that has an address."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from ..guide import Guide
from ..models import Entry
from ..site.environment import plain
from ..site.pages import INDEXES, PAY
from ..text import inline_markdown
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

UNSEARCHED = {"id", "aliases", "title", "example", "beats", *NAMES}
"""Fields whose words tell nothing about what an entry is for, or are told by a record of their own."""


@dataclass(frozen=True)
class Record:
    """One result: what it is called, where it stands, and the words that lead to it."""

    sort: str
    title: str
    url: str
    where: str = ""
    """The page or list it belongs to."""
    names: tuple[str, ...] = ()
    """Other wordings and everyday words."""
    about: str = ""
    """The excerpt."""
    text: str = ""
    """Further text, of which only the words are kept that would find nothing otherwise: the others blur the order (measured)."""

    @cached_property
    def told(self) -> list[str]:
        """The words of what is kept whole."""
        return _split(" ".join((self.title, *self.names, self.about, self.where)))

    @cached_property
    def further(self) -> list[str]:
        """The words of the further text, each once, in order."""
        return [*dict.fromkeys(_split(self.text))]


def records(guide: Guide, prose: Mapping[str, str]) -> Iterator[Record]:
    """Yield a Record for each entry, each addressable part, and each heading of `prose` (Markdown by address)."""
    for entry in guide.all():
        yield _record(guide, entry)
        yield from _parts(guide, entry)
    for kind, (folder, terms) in GROUP_PAGE.items():
        for term in guide.terms(terms):
            if guide.of(kind, term.id):
                about = plain(term.about or "")
                yield _page(term.title, f"{folder}/{term.id}/", about, SORTS[kind].label)
    for folder, (title, about) in {**INDEXES, "pay": PAY}.items():
        yield _page(title, f"{folder}/", about)
    for url, text in prose.items():
        yield from _headings(url, text)


def index(guide: Guide, prose: Mapping[str, str]) -> str:
    """Return all records as compact JSON: sorts, synonyms, and one list of values for each record."""
    found = [*records(guide, prose)]
    sorts = [*SORTS]
    known = {word for record in found for word in record.told}
    rows = [
        [
            sorts.index(record.sort),
            record.title,
            record.url,
            record.where,
            "|".join(record.names),
            record.about,
            " ".join(word for word in record.further if word not in known),
        ]
        for record in found
    ]
    synonyms = [group.words for group in guide.taxonomy.synonyms]
    data = {"sorts": [*SORTS.values()], "synonyms": synonyms, "records": rows}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _record(guide: Guide, entry: Entry) -> Record:
    kind = guide.kind(entry)
    about = getattr(entry, ABOUT.get(kind, "summary"))
    names = (name for field in NAMES for name in getattr(entry, field, ()))
    return Record(
        kind,
        entry.title,
        address(guide, entry),
        _where(guide, entry),
        tuple(dict.fromkeys(names)),
        _clipped(about if isinstance(about, str) else about[0]),
        _prose(entry),
    )


def _where(guide: Guide, entry: Entry) -> str:
    kind = guide.kind(entry)
    return guide.term(GROUP_PAGE[kind][1], guide.group(entry)).title if kind in GROUP_PAGE else ""


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
                " ".join([entry.title, _prose(part)]),
            )


def _prose(value: Any, field: str = "") -> str:
    """Return the words inside a model that a reader reads, without those of parts with their own record."""
    if field in UNSEARCHED:
        return ""
    if isinstance(value, str):
        return plain(value) if " " in value and not field.endswith("s_id") else ""
    if isinstance(value, tuple):
        return " ".join(_prose(part, field) for part in value if "id" not in _fields(part))
    fields = _fields(value)
    return " ".join(_prose(getattr(value, name), name) for name in fields)


def _fields(value: Any) -> Mapping[str, Any]:
    return getattr(type(value), "model_fields", {})


def _page(title: str, url: str, about: str, where: str = "", text: str = "") -> Record:
    return Record("page", title, url, where, PAGES.get(url, ()), _clipped(about), text)


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
        yield _page(name, f"{url}#{id_}", _untagged(said), title, said)


def _untagged(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text).strip()


def _clipped(text: str) -> str:
    flat = plain(text)
    return flat if len(flat) <= EXCERPT else flat[:EXCERPT].rsplit(" ", 1)[0] + " …"


def _split(text: str) -> list[str]:
    return re.findall(
        r"[^\W_]{3,}", inline_markdown.INVISIBLE.sub("", text).lower().replace("’", "'")
    )
