"""The style sheets of the built site: joined where they belong together, and none with a rule that no page uses."""

import json
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from guidebook.assets.unused_css import slim, variables_read, words_of_pages, words_of_script

ADDED = {".copy-note"}
"""What is put into pages after the build."""
SHEETS = "print/sheets/*.json"
"""Parts of pages that are loaded when they are chosen."""


def join(site: Path, config: MkDocsConfig) -> None:
    """Put the sheets that belong together into one, those of the guide after the theme's."""
    folder = site / "assets/css"
    for name, parts in config.extra["styles"].items():
        own = [folder / f"{part}.css" for part in parts]
        files = [*_theme_sheets(config), *own] if name == "guide" else own
        text = "\n".join(file.read_text("utf-8") for file in files)
        for file in own:
            file.unlink()
        (folder / f"{name}.css").write_text(text, "utf-8")


def write(site: Path, config: MkDocsConfig) -> None:
    """Join the sheets, and leave out of each what no page uses."""
    join(site, config)
    used = ADDED | words_of_pages(file.read_text("utf-8") for file in site.rglob("*.html"))
    used |= words_of_pages(json.loads(file.read_bytes())["html"] for file in site.glob(SHEETS))
    used |= set().union(*(words_of_script(file.read_text("utf-8")) for file in site.rglob("*.*js")))
    sheets = {file: file.read_text("utf-8") for file in site.glob("assets/css/*.css")}
    for file, css in sheets.items():
        others = "".join(other for path, other in sheets.items() if path != file)
        file.write_text(slim(css, used | variables_read(others)), "utf-8")


def _theme_sheets(config: MkDocsConfig) -> Iterator[Path]:
    for folder in config.theme.dirs:
        yield from Path(folder).glob("assets/stylesheets/main.*.min.css")
