"""Join the style sheets of the site into few files, and prune the rules that no page uses."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from guidebook.assets.unused_css import remove_unused_css, variables_read, words_in_script, words_in_tags

SAFELIST = {".copy-note"}
"""Selectors of elements that are added to pages after the build."""
INLINE_SCRIPT = re.compile(r"<script[^>]*>(.+?)</script>", re.DOTALL)
SHEETS = "print/sheets/**/*.json"
"""Parts of pages that a script inserts."""


def join_styles(config: MkDocsConfig) -> dict[str, str]:
    """Return the text of each joined style sheet by source URI, as `extra.styles` in mkdocs.yml lists their parts.

    The sheet `guide` begins with the theme's own.
    """
    folder = Path(config.docs_dir, "assets/css")
    joined = {}
    for name, parts in config.extra["styles"].items():
        files = [folder / f"{part}.css" for part in parts]
        files = [*_theme_sheets(config), *files] if name == "guide" else files
        joined[f"assets/css/{name}.css"] = "\n".join(file.read_text("utf-8") for file in files)
    return joined


def prune_styles(site: Path) -> None:
    """Rewrite every style sheet of the built `site` without the rules that no page and no script can use."""
    used = SAFELIST | words_in_tags(file.read_text("utf-8") for file in site.rglob("*.html"))
    used |= words_in_tags(json.loads(file.read_bytes())["html"] for file in site.glob(SHEETS))
    used |= set().union(*(words_in_script(file.read_text("utf-8")) for file in site.rglob("*.*js")))
    inline = INLINE_SCRIPT.findall((site / "404.html").read_text("utf-8"))  # alike in all pages
    used |= set().union(*map(words_in_script, inline))
    sheets = {file: file.read_text("utf-8") for file in site.glob("assets/css/*.css")}
    for file, css in sheets.items():
        others = "".join(other for path, other in sheets.items() if path != file)
        file.write_text(remove_unused_css(css, used | variables_read(others)), "utf-8")


def _theme_sheets(config: MkDocsConfig) -> Iterator[Path]:
    for folder in config.theme.dirs:
        yield from Path(folder).glob("assets/stylesheets/main.*.min.css")
