"""Rules about what entries refer to."""

import re
from collections.abc import Collection, Iterator

from rapidfuzz import fuzz, process

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry
from ..named_entries import ROLES
from ..problem import Problem
from ..text.inline_markdown import ID
from ..text.issue import Issue
from ..text.markdown_checks import lint_text
from ..text.spelling import MAX_COMPARED, MAX_LISTED, nearest
from .finding import Finding

MIN_SPELLING = 85
"""Per cent of `rapidfuzz.fuzz.ratio` from which an id, or a word of one, is a misspelling of another."""
MIN_SHARED_WORDS = 0.66
"""Share of the words of an unknown id that the suggested entry must have in its id or title."""


def references_exist(guide: Guide) -> Iterator[Finding]:
    """Every reference and every link in a text names an entry; a reference, one of the right kind."""
    for entry in guide.all_entries():
        yield from broken_references(guide, entry)


def broken_references(guide: Guide, entry: Entry) -> Iterator[Finding]:
    """Yield a Finding for each reference and link of `entry` that names no entry of `guide`."""

    def broken_link(target: str) -> Iterator[Issue]:
        if ID.fullmatch(target) and target not in guide.origins:
            message = f"link to {target!r}, which no entry has as its id"
            yield Issue(message, _instead(guide, target, guide.origins))

    for path, value in guide.contents(entry).strings:
        field = next(part for part in reversed(path) if isinstance(part, str))
        kind = getattr(value, "kind", None)
        known = guide.items if kind == "items" else guide.entries[kind] if kind else ()
        if kind and value not in known:
            hint = _instead(guide, value, known, KINDS[kind].path if kind in KINDS else "")
            yield Finding(entry, path, f"{field}: {_missing(guide, value, kind)}", hint)
        elif not kind and "](" in value:
            for issue in lint_text(value, check_link=broken_link):
                yield Finding(entry, path, f"{field}: {issue.message}", issue.hint, issue.snippet)


def named_entries_exist(guide: Guide) -> Iterator[Problem]:
    """Each role of hooks/guidebook/named_entries.py is listed in taxonomy.yml, with an entry of its kind."""
    document = guide.taxonomy_document
    missing = sorted(ROLES.keys() - guide.named_ids.keys())
    misspelled = guide.named_ids.keys() - ROLES.keys()
    for role in missing if len(missing) > len(misspelled) else ():
        hint = f"add `- id: {role}`, with a title and an entry of {ROLES[role]}"
        location = document.locate(("named_entries",))
        yield Problem(document.path, *location, f"the role {role!r} is missing", hint)
    for index, named in enumerate(guide.taxonomy.named_entries):
        path = ("named_entries", index)
        if named.id not in ROLES:
            message = f"no page or script uses the role {named.id!r}"
            hint = nearest(named.id, [*ROLES])
            yield Problem(document.path, *document.locate((*path, "id")), message, hint)
        elif named.entry not in guide.entries[kind := ROLES[named.id]]:
            yield Problem(
                document.path,
                *document.locate((*path, "entry")),
                _missing(guide, named.entry, kind),
                _instead(guide, named.entry, guide.entries[kind]),
            )


def _missing(guide: Guide, id_: str, kind: str) -> str:
    if id_ in guide.renamed:
        return f"{id_!r} was renamed"
    message = f"no entry {id_!r} in {kind.replace('_', ' ')}"
    if id_ in guide.origins:
        message += f", only in {guide.origins[id_].kind.replace('_', ' ')}"
    return message


def _instead(guide: Guide, id_: str, known: Collection[str], place: str = "") -> str:
    """Return the hint for an unknown id: its new name, the id of `known` that resembles it most, or where to look.

    `place` is the file or folder to which a new entry with this id would be added.
    """
    if new := guide.renamed.get(id_) or next((one.id for one in guide.items.values() if id_ in one.aliases), ""):
        return f"write {new!r}"
    match = _most_similar(guide, id_, known)
    if match and fuzz.ratio(id_, match) >= MIN_SPELLING:
        return f"did you mean {match!r}?"
    renamed = f"if you renamed it, write `aliases: [{id_}]` in the entry with the new id"
    if match:
        return f"did you mean {match!r}? {renamed[0].upper()}{renamed[1:]}"
    others = f"one of {', '.join(known)}" if len(known) <= MAX_LISTED else "the id of another entry, or delete this one"
    hint = f"{renamed}; if it was removed, use {others}"
    return f"{hint}; or add the entry to {place}" if place and len(known) > MAX_LISTED else hint


def _most_similar(guide: Guide, id_: str, known: Collection[str]) -> str | None:
    """Return the known id that `id_` is a misspelling of, or the one whose id and title share most of its words."""
    options = {"scorer": fuzz.ratio, "score_cutoff": MIN_SPELLING, "limit": None}
    for other, *_ in process.extract(id_[:MAX_COMPARED], [*known], **options):
        if _short_words(id_) == _short_words(other):
            return other
    words = {word for word in id_.split("-") if len(word) > 2}
    best, share = None, MIN_SHARED_WORDS
    for other in (other for other in known if _short_words(id_) == _short_words(other)):
        kind = guide.origins[other].kind if other in guide.origins else ""
        title = guide.entries[kind][other].title if kind and other in guide.entries[kind] else ""
        there = {*other.split("-"), *re.findall(r"\w+", title.lower())}
        found = sum(any(_is_alike(word, one) for one in there) for word in words)
        score = found / len(words) + fuzz.ratio(id_[:MAX_COMPARED], other) / 1000 if words else 0
        if score > share:
            best, share = other, score
    return best


def _short_words(id_: str) -> list[str]:
    """Return the letters and numbers of an id, which tell apart such ids as `guide-a` and `guide-b`."""
    return [word for word in id_.split("-") if len(word) == 1 or (len(word) == 2 and not word.isalpha())]


def _is_alike(word: str, other: str) -> bool:
    """Tell whether two words are the same, apart from an ending or a slip of the keyboard."""
    return fuzz.ratio(word, other) >= MIN_SPELLING
