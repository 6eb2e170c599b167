"""Stash the HTML blocks of a generated page, because Markdown would parse each twice without changing it."""

import re
from itertools import groupby

_GAP = re.compile(r"\n{2,}")
_PLACEHOLDER = re.compile("<p>\ue000(\\d+)</p>")


def stash(markdown: str) -> tuple[str, list[str]]:
    """Return `markdown` with a placeholder for each run of HTML, and the runs.

    A paragraph that begins with `<` is HTML; adjacent ones are one run.
    """
    rest: list[str] = []
    blocks: list[str] = []
    for is_html, run in groupby(_GAP.split(markdown.strip()), lambda text: text.startswith("<")):
        if is_html:
            rest.append(f"\ue000{len(blocks)}")
            blocks.append("\n".join(run))
        else:
            rest += run
    return "\n\n".join(rest), blocks


def restore(html: str, blocks: list[str]) -> str:
    """Return `html` with each run of HTML in place of its placeholder."""
    return _PLACEHOLDER.sub(lambda match: blocks[int(match[1])], html)
