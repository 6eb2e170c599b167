"""A rule about the table of kinds, which only `make check` applies, because changes of the data cannot break it."""

from collections.abc import Iterator
from pathlib import Path

from .. import kinds
from ..guide import Guide
from ..kind import TEMPLATES, Kind
from ..problem import Problem

TABLE = "hooks/guidebook/kinds.py"
SCHEMAS = Path(kinds.__file__).parents[2] / "data/schema"


def kinds_are_complete(guide: Guide) -> Iterator[Problem]:
    """Every kind has its template, its data, and the fields and lists that its row names."""
    lines = Path(kinds.__file__).read_text("utf-8").split("\n")
    for kind in kinds.KINDS.values():
        line = next((n for n, text in enumerate(lines, 1) if f'"{kind.name}"' in text), 1)
        for message, hint in _missing_pieces(guide, kind):
            yield Problem(TABLE, line, 1, f"the kind {kind.name!r} {message}", hint)


def _missing_pieces(guide: Guide, kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield (message, hint) for each piece of `kind` that is missing."""
    template = TEMPLATES / f"{kind.template}.md.jinja"
    if not template.is_file():
        yield "has no template", f"add hooks/guidebook/site/templates/{template.name}"
    if not guide.entries_of(kind.name):
        yield "has no entries", f"add one to {kind.path}, or remove the row"
    if not (SCHEMAS / f"{kind.name}.json").is_file():
        yield "has no schema for editors", "run `make schema`"
    if kind.groups and kind.groups not in type(guide.taxonomy).model_fields:
        yield (
            f"is grouped by {kind.groups!r}, which is not a list of the taxonomy",
            "add the list to models/taxonomy.py and data/taxonomy.yml, or correct `groups`",
        )
    if kind.url and not kind.url.endswith("/"):
        yield f"has the address {kind.url!r}", f"write {kind.url + '/'!r}"
    for name in filter(None, (kind.excerpt, kind.group_field, *kind.faq)):
        if name not in kind.model.model_fields:
            yield (
                f"names the field {name!r}, which {kind.model.__name__} does not have",
                f"write one of {', '.join(kind.model.model_fields)}, or add the field",
            )
