"""Where each entry stands on the site. An address once published keeps working."""

from os.path import commonprefix

from .guide import Guide
from .models import Entry

OWN_PAGE = {
    "formats": "formats",
    "people": "people",
    "timelines": "after",
    "checklists": "prepare",
    "fields": "fields",
    "off_limits": "off-limits",
    "sheets": "print",
}
"""Kinds with a page for each entry, and the folder of those pages."""

GROUP_PAGE = {
    "questions": ("questions", "families"),
    "asks": ("ask", "ask_topics"),
    "red_flags": ("red-flags", "flag_topics"),
    "messages": ("messages", "message_groups"),
}
"""Kinds with a page for each group, the folder of those pages and the list of the groups."""

ONE_PAGE = {"changes": "", "pay": "pay/", "claims": "about/claims/", "sources": "about/"}
"""Kinds that share one page."""


def address(guide: Guide, entry: Entry) -> str:
    """Return the address of `entry` from the root of the site, such as `questions/values/#rule-you-bent`."""
    kind = guide.kind_of(entry)
    if kind in OWN_PAGE:
        return f"{OWN_PAGE[kind]}/{entry.id}/"
    if kind in GROUP_PAGE:
        return f"{GROUP_PAGE[kind][0]}/{guide.group_of(entry)}/#{entry.id}"
    return f"{ONE_PAGE[kind]}#{entry.id}"


def relative(target: str, here: str) -> str:
    """Return the link from the page at `here` to `target`, both addresses from the root."""
    path, sep, anchor = target.partition("#")
    if path == here:
        return sep + anchor or "./"
    shared = commonprefix((path, here)).rfind("/") + 1  # noqa: RUF071 -- cut at a slash just here
    return ("../" * here.count("/", shared) + path[shared:] or "./") + sep + anchor
