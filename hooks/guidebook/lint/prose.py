"""A rule about the pages in docs/, which only `make check` applies, because they are no part of the data."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..parsing.error_hints import CONFLICT
from ..parsing.reader import parse
from ..problem import Problem
from ..text.headings import heading_anchor
from ..text.spelling import nearest

_FRONT = re.compile(r"\ufeff?---\n(?P<fields>.*?\n)---\n", re.DOTALL)
NO_END = "the fields at the top of the page have no end", "write `---` on the line below them"
NO_FIELDS = (
    "the page does not begin with its title and description",
    "begin it with `---`, and put `title:`, `description:` and `---` on the next lines",
)
_HEADING = re.compile(r"^## (.+)", re.MULTILINE)


def prose_is_complete(docs: Path) -> Iterator[Problem]:
    """Every page in docs/ begins with a title and a description; `search` names the page or its headings."""
    for file in sorted(docs.rglob("*.md")):
        path = f"{docs.name}/{file.relative_to(docs).as_posix()}"
        text = file.read_text("utf-8", errors="replace")
        front = _FRONT.match(text)
        if not front and not CONFLICT.search(text):
            wrong, hint = NO_END if text.startswith("---\n") else NO_FIELDS
            yield Problem(path, 1, 1, wrong, hint)
            continue
        document = parse(text if CONFLICT.search(text) else text[: front.start("fields")] + front["fields"], path)
        yield from document.problems
        fields = document.data if isinstance(document.data, dict) else {}
        for name in ("title", "description") if not document.problems else ():
            if not fields.get(name):
                yield Problem(path, 1, 1, f"{name!r} is missing", f"add `{name}:` below the first line")
        anchors = ["page", *map(heading_anchor, _HEADING.findall(text))]
        for name in fields.get("search", ()):
            if name not in anchors:
                location = document.locate(("search", name), is_key=True)
                yield Problem(path, *location, f"no heading has the anchor {name!r}", nearest(name, anchors))
