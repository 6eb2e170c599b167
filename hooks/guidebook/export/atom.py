"""Export the entries that were added or reviewed last as an Atom feed (RFC 4287)."""

import datetime as dt
from xml.etree import ElementTree as ET

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry
from ..output import Site
from ..text.inline_markdown import plain
from ..urls import entry_url

MAX_ENTRIES = 50

TAG = "tag:round-two-guide.github.io,2026:"
"""Prefix of the id of every entry in the feed (RFC 4151). It must not change, even if the site moves."""

ATOM = "http://www.w3.org/2005/Atom"


def render_feed(guide: Guide, site: Site) -> str:
    """Return the feed as XML: the latest review first and, of one day, the last in its file, where new entries are added."""
    entries = [e for kind in KINDS.values() if kind.in_feed for e in guide.entries_of(kind.name)]
    newest = sorted(entries, key=lambda e: (e.reviewed, guide.origins[e.id].line), reverse=True)[:MAX_ENTRIES]
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(root, "id", f"{TAG}feed")
    _text(root, "title", "Round Two: what is new in the guide")
    _text(root, "updated", _timestamp(newest[0].reviewed if newest else guide.last_reviewed))
    ET.SubElement(ET.SubElement(root, "author"), "name").text = "Round Two contributors"
    _text(root, "rights", "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/")
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{site.address}feed.xml")
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=site.address)
    for entry in newest:
        _entry(root, guide, site, entry)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _entry(root: ET.Element, guide: Guide, site: Site, entry: Entry) -> None:
    node = ET.SubElement(root, "entry")
    _text(node, "id", f"{TAG}{entry.id}")
    _text(node, "title", entry.title)
    _text(node, "updated", _timestamp(entry.reviewed))
    ET.SubElement(node, "link", rel="alternate", type="text/html", href=site.address + entry_url(guide, entry))
    ET.SubElement(node, "category", term=guide.kind_of(entry))
    _text(node, "summary", plain(KINDS[guide.kind_of(entry)].excerpt_of(entry)))


def _timestamp(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
