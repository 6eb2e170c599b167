"""What a page costs to load: its bytes after gzip, with every file that it loads by itself."""

import gzip
import re
from collections.abc import Set
from pathlib import Path
from urllib.parse import urljoin

_LOADED = re.compile(
    r"""<(?:link[^>]*\brel="?stylesheet"?|script|img)\b[^>]*?\b(?:href|src)="?([^"\s>]+)|<link rel="stylesheet" href="([^"]+)"""
)
_MODULES = re.compile(r"""<script data-modules="([^"]+)""")
_WORKER = re.compile(r""""search": "([^"]+worker[^"]+)\"""")
_ROOT = "https://site.invalid/"


def weight(site: Path, path: str, seen: Set[str] = frozenset()) -> int:
    """Return the bytes of the page at `path` and of what it loads, but for the files already `seen`."""
    return sum(packed(site / name) for name in {*files(site, path)} - seen)


def files(site: Path, path: str) -> set[str]:
    """Return the files of a page: itself, style sheets, scripts with all they import, images; with stock Material its search.

    What a script asks for when it runs is not among them; tests/browser/test_page_smoke.py weighs that too.
    """
    name = f"{path}index.html"
    html = (site / name).read_text("utf-8")
    loaded = {_from(name, one or other) for one, other in _LOADED.findall(html)}
    if worker := _WORKER.search(html):
        loaded |= {_from(name, worker[1]), "search/search_index.json"}
    if modules := _MODULES.search(html):
        loaded |= {_from(name, module) for module in modules[1].split(" ")}
    return {name, *loaded}


def _from(path: str, link: str) -> str:
    return urljoin(_ROOT + path, link).removeprefix(_ROOT)


def packed(file: Path) -> int:
    """Return the bytes of a file after gzip."""
    return len(gzip.compress(file.read_bytes(), 6))
