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
OURS_TOO = {".note", ".question"}
"""Our classes that the theme has rules for, with another meaning."""
VARIABLE = re.compile(r"(--md-[\w-]+):[^;}]+;?")
"""A variable that the theme sets; those that ours set again are left out."""
OURS = "/* the guide's own */"
"""Separates the theme's rules from ours in the sheet `guide`."""


def join_styles(config: MkDocsConfig) -> dict[str, str]:
    """Return the text of each joined style sheet by source URI, as `extra.styles` in mkdocs.yml lists their parts.

    The sheet `guide` begins with the theme's own.
    """
    folder = Path(config.docs_dir, "assets/css")
    joined = {}
    for name, parts in config.extra["styles"].items():
        files = [folder / f"{part}.css" for part in parts]
        joined[f"assets/css/{name}.css"] = "\n".join(file.read_text("utf-8") for file in files)
    theme = "\n".join(file.read_text("utf-8") for file in _theme_sheets(config))
    theme = theme.replace("var(--md-admonition-icon--note)", "none")  # the icon before a summary, which ours never show
    ours = joined["assets/css/guide.css"]
    theme = VARIABLE.sub(lambda match: "" if f"{match[1]}:" in ours else match[0], theme)
    joined["assets/css/guide.css"] = theme + OURS + ours
    return joined


def prune_styles(site: Path) -> None:
    """Rewrite every style sheet of the built `site` without the rules that no page and no script can use.

    Scripts set no class of the theme's, only ours, some of which share a name with one of the theme's, as OURS_TOO do.
    """
    tags = words_in_tags(file.read_text("utf-8") for file in site.rglob("*.html"))
    tags |= words_in_tags(json.loads(file.read_bytes())["html"] for file in site.glob(SHEETS))
    inline = INLINE_SCRIPT.findall((site / "404.html").read_text("utf-8"))  # alike in all pages
    scripts = [*inline, *(file.read_text("utf-8") for file in site.rglob("*.*js"))]
    words = set().union(*map(words_in_script, scripts))
    used = tags | words | SAFELIST
    used_of_theme = {word for word in tags | words if word not in OURS_TOO and (word in tags or word[0] != ".")}
    sheets = {file: file.read_text("utf-8") for file in site.glob("assets/css/*.css")}
    for file, css in sheets.items():
        others = "".join(other for path, other in sheets.items() if path != file)
        theme, _, ours = css.rpartition(OURS)
        theme = remove_unused_css(theme, used_of_theme | variables_read(others + ours))
        file.write_text(theme + remove_unused_css(ours, used | variables_read(others + theme)), "utf-8")


def _theme_sheets(config: MkDocsConfig) -> Iterator[Path]:
    for folder in config.theme.dirs:
        yield from Path(folder).glob("assets/stylesheets/main.*.min.css")
