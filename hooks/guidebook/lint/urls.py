"""Rules about the pages that entries stand on."""

import re
from collections.abc import Iterator
from functools import cache

from ..guide import Guide
from ..models import KINDS, Entry, ListTerm
from ..problem import Problem
from ..site.environment import TEMPLATES, named_entries
from ..urls import GROUP_PAGE, OWN_PAGE
from .finding import Finding


def addresses_differ(guide: Guide) -> Iterator[Finding]:
    """No two pages have one address: neither those of two entries, nor that of an entry and one we write."""
    from ..site.pages import uris

    taken = set(guide.docs_pages)
    for uri in uris(guide):
        stem = uri.rpartition("/")[2].removesuffix(".md")
        if uri in taken and (owner := _owner(guide, stem)):
            address = f"/{uri.removesuffix('.md')}/"
            yield Finding(owner, ("id",), f"the page {address} is taken", "choose another id")
        taken.add(uri)


def _owner(guide: Guide, stem: str) -> Entry | None:
    """Return the entry whose page is called `stem`, or the first of a group of that name."""
    if (id_ := guide.renamed.get(stem, stem)) in guide.origins:
        return guide.get(id_)
    return next((entry for entry in guide.all_entries() if guide.group_of(entry) == stem), None)


def anchors_differ(guide: Guide) -> Iterator[Finding]:
    """No id is the name of a heading of our own on the same page, or links to it would lead there."""
    lists = (guide.terms(name) for name in type(guide.taxonomy).model_fields)
    terms = {term.id for found in lists for term in found if isinstance(term, ListTerm)}
    for kind in KINDS:
        ours, prefixes = _anchors(kind)
        taken = ours | {prefix + term for prefix in prefixes for term in terms}
        for entry in guide.entries_of(kind):
            for trail, text in guide.texts(entry):
                if text in taken and {"id", "aliases"} & {*trail}:
                    wrong = f"{text!r} is the name of a heading"
                    yield Finding(entry, trail, wrong, "choose another id")


@cache
def _anchors(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the anchors written out on the pages of a kind, and the beginnings of those made from a term."""
    folder = OWN_PAGE.get(kind) or GROUP_PAGE.get(kind, ("",))[0]
    names = {"changes": "home", "sources": "about"}.get(kind, kind), f"index/{folder}"
    files = [TEMPLATES / f"{name}.md.jinja" for name in names]
    text = "\n".join(file.read_text("utf-8") for file in files if file.is_file())
    headings = re.findall(r"^#+ ([^{\n]+)$", text, re.MULTILINE)
    named = re.findall(r"(?:\{: #|\bid=\")([a-z0-9-]+)[ \"]", text)
    prefixes = re.findall(r"(?:\{: #|\bid=\")([a-z]+-)\{\{", text)
    return frozenset({*map(_slug, headings), *named}), frozenset(prefixes)


def _slug(heading: str) -> str:
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


def named_entries_exist(guide: Guide) -> Iterator[Problem]:
    """An entry that a page names by hand exists; each is named once, at its first page."""
    first = {named.id: named for named in reversed(named_entries())}
    for id_, file, line, kind in first.values():
        if id_ not in guide.entries[kind]:
            new = guide.renamed.get(id_)
            tip = f"write {new!r}" if new else "keep that entry, or name another here"
            yield Problem(file, line, 1, f"this page names {id_!r}, which is not in the data", tip)
