"""The bytes that a visitor downloads for a page."""

import gzip
import re
from collections.abc import Set
from pathlib import Path
from urllib.parse import urljoin

FIRST, LATER = 48_000, 25_000
"""Bytes after gzip that a page costs who comes first (53 % of stock Material), and who has been on the home page."""
_LINKED = re.compile(
    r"""<(?:link[^>]*\brel="?stylesheet"?|script|img)\b[^>]*?\b(?:href|src)="?([^"\s>]+)|<link rel="stylesheet" href="([^"]+)"""
)
_MODULES = re.compile(r"""<script data-modules="([^"]+)""")
_SEARCH_WORKER = re.compile(r""""search": "([^"]+worker[^"]+)\"""")
_ROOT = "https://site.invalid/"


def page_weight(site: Path, path: str, cached: Set[str] = frozenset()) -> int:
    """Return the bytes after gzip of the page at `path` and its files, except those already `cached`."""
    return sum(gzip_size(site / name) for name in page_files(site, path) - cached)


def page_files(site: Path, path: str) -> set[str]:
    """Return the files that the HTML of a page loads, by their path in the site, the page itself included.

    These are style sheets, scripts with their imports, images, and the search index of stock Material. Files that a
    script requests later are not included; tests/browser/test_page_smoke.py counts those too.
    """
    name = f"{path}index.html"
    html = (site / name).read_text("utf-8")
    found = {_resolve(name, one or other) for one, other in _LINKED.findall(html)}
    if worker := _SEARCH_WORKER.search(html):
        found |= {_resolve(name, worker[1]), "search/search_index.json"}
    if modules := _MODULES.search(html):
        found |= {_resolve(name, module) for module in modules[1].split(" ")}
    return {name, *found}


def _resolve(path: str, link: str) -> str:
    return urljoin(_ROOT + path, link).removeprefix(_ROOT)


def gzip_size(file: Path) -> int:
    """Return the bytes of a file after gzip."""
    return len(gzip.compress(file.read_bytes(), 6))
