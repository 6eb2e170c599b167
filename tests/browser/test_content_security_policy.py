"""The content security policy of every page, and its effect in the browser."""

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page

from guidebook.assets.javascript import strip_comments
from support.broken_data import ROOT

INLINE = [
    strip_comments((ROOT / f"docs/overrides/partials/{name}.js").read_text("utf-8").rstrip("\n"))
    for name in ("scheme", "modules")
]
"""The only scripts that stand in a page."""

DATA = {"application/json", "application/ld+json"}
"""Blocks that a browser does not run."""


class Tags(HTMLParser):
    """Every tag of a page with its attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the tag."""
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Tags]:
    """The tags of every page, the page of nothing found, sheets and moved pages among them; without INLINE."""
    known = "|".join(map(re.escape, INLINE))
    return {
        file.relative_to(site).as_posix(): Tags(
            re.sub(rf'<script(?: data-modules="[^"]+")?>(?:{known})</script>', "", file.read_text("utf-8"))
        )
        for file in site.rglob("*.html")
    }


def hash_of(script: str) -> str:
    """Return how a policy names a script that may stand in a page (CSP level 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def inline(tag: str, attrs: dict[str, str | None]) -> list[str]:
    """Return what in a tag would run or style without a file: handlers, styles, scripts, addresses that run."""
    found = [name for name in attrs if name.startswith("on") or name in ("style", "srcdoc")]
    found += [name for name, value in attrs.items() if (value or "").strip().lower().startswith("javascript:")]
    if tag == "style" or (tag == "script" and "src" not in attrs and attrs.get("type") not in DATA):
        found.append(tag)
    return found


def test_every_page_starts_with_a_strict_policy(pages: dict[str, Tags]):
    for path, page in pages.items():
        names = [tag for tag, _ in page.tags]
        assert names[:4] == ["html", "head", "meta", "meta"], path
        policy = page.tags[3][1]
        assert policy.get("http-equiv") == "Content-Security-Policy", path
        rules = (policy["content"] or "").split("; ")
        assert "default-src 'self'" in rules, path
        assert "object-src 'none'" in rules, path
        assert "base-uri 'none'" in rules, path
        assert " ".join(["script-src 'self'", *map(hash_of, INLINE)]) in rules, path
        assert "unsafe" not in (policy["content"] or ""), path
        assert "http" not in (policy["content"] or ""), path


def test_pages_have_no_inline_code_except_the_allowed_scripts(pages: dict[str, Tags]):
    found = [
        (path, tag, what) for path, page in pages.items() for tag, attrs in page.tags for what in inline(tag, attrs)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["<p onclick=x()>", "<p style=color:red>", "<script>x()</script>", "<style>", "<a href=' JavaScript:x()'>"]
)
def test_inline_code_is_detected(text: str):
    assert [what for tag, attrs in Tags(text).tags for what in inline(tag, attrs)]


def test_policy_blocks_injected_scripts_styles_and_hosts(open_page: Callable[..., Page]):
    page = open_page("pay/")
    page.evaluate(
        """() => {
          const article = document.querySelector("article");
          article.insertAdjacentHTML("beforeend", "<img src=x: onerror='window.ran = 1'><p style='color: rgb(1, 2, 3)' id=styled>x</p>");
          const script = document.createElement("script");
          script.textContent = "window.ran = 2";
          article.append(script);
          const far = document.createElement("img");
          addEventListener("securitypolicyviolation", (event) => (window.refused ??= []).push(event.effectiveDirective));
          far.src = "https://elsewhere.invalid/x.png";
          article.append(far);
        }"""
    )
    page.wait_for_function("window.refused?.includes('img-src')")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(1, 2, 3)"
