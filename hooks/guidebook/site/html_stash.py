"""Stash the HTML blocks of a generated page before Markdown runs: it would parse each twice and change nothing."""

import re

_GAP = re.compile(r"\n{2,}")
_PLACEHOLDER = re.compile("<p>\ue000(\\d+)</p>")


def stash(markdown: str) -> tuple[str, list[str]]:
    """Return `markdown` with each run of HTML replaced by a placeholder, and the runs.

    A paragraph, between empty lines, that begins with `<` is HTML to its end.
    """
    rest: list[str] = []
    blocks: list[str] = []
    in_block = False
    for paragraph in _GAP.split(markdown.strip()):
        is_block = paragraph.startswith("<")
        if is_block and in_block:
            blocks[-1] += f"\n{paragraph}"
        elif is_block:
            rest.append(f"\ue000{len(blocks)}")
            blocks.append(paragraph)
        else:
            rest.append(paragraph)
        in_block = is_block
    return "\n\n".join(rest), blocks


def restore(html: str, blocks: list[str]) -> str:
    """Return `html` with each placeholder replaced by its run."""
    return _PLACEHOLDER.sub(lambda place: blocks[int(place[1])], html)
