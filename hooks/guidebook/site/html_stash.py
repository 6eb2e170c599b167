"""The blocks of HTML in a generated page, taken by Markdown's side: it would read each twice and change nothing."""

import re

_GAP = re.compile(r"\n{2,}")
_PLACE = re.compile("<p>\ue000(\\d+)</p>")


def taken_out(markdown: str) -> tuple[str, list[str]]:
    """Return what is left for Markdown, each run of HTML replaced by a place, and the runs.

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


def put_back(html: str, blocks: list[str]) -> str:
    """Return `html` with each place filled by its run."""
    return _PLACE.sub(lambda place: blocks[int(place[1])], html)
