"""Rules about what entries refer to."""

from collections.abc import Iterable, Iterator

from ..guide import Guide
from ..models import Entry
from ..named_entries import ROLES
from ..problem import Problem
from ..text.inline_markdown import ID
from ..text.issue import Issue
from ..text.markdown_checks import lint_text
from ..text.spelling import nearest
from .finding import Finding


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
        if kind and value not in guide.entries[kind]:
            yield Finding(
                entry,
                path,
                f"{field}: {_missing(guide, value, kind)}",
                _instead(guide, value, guide.entries[kind]),
            )
        elif not kind and "](" in value:
            for issue in lint_text(value, check_link=broken_link):
                yield Finding(entry, path, f"{field}: {issue.message}", issue.hint, issue.snippet)


def named_entries_exist(guide: Guide) -> Iterator[Problem]:
    """Each role of hooks/guidebook/named_entries.py is listed in taxonomy.yml, with an entry of its kind."""
    document = guide.taxonomy_document
    for role in ROLES.keys() - guide.named_ids.keys():
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


def _instead(guide: Guide, id_: str, known: Iterable[str]) -> str:
    """Return the hint for an unknown id: its new name, or the most similar of `known`."""
    new = guide.renamed.get(id_)
    return f"write {new!r}" if new else nearest(id_, known)
