"""What MkDocs loads: hands the pages of `guidebook` to the build. All logic lives in the package."""

import gc
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from guidebook import offline
from guidebook.blocks import put_back, taken_out
from guidebook.exports import exports
from guidebook.load import load
from guidebook.pages import Output, Site, outputs
from guidebook.problem import InvalidData
from guidebook.reuse import downloads
from guidebook.scripts import bare
from guidebook.search import index
from guidebook.slim import slim, variables_read, words_of_pages, words_of_script

log = logging.getLogger("mkdocs.hooks.guidebook")
STYLE = "assets/css/guide.css"
"""The style sheet of every page: Material's and those of `extra_css`, without what no page uses."""
UNUSED = ("assets/stylesheets/", "assets/javascripts/", "assets/images/")
"""Files of the theme that no page asks for."""
ADDED = {".copy-note"}
"""What is put into pages after the build."""
_serving = False
_last_good: list[Output] = [
    Output("index.md", "# The data cannot be read yet\n\nMend what stands above, and save.\n")
]


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether somebody is editing."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Tell the templates that the server of `make serve` adds a script of its own."""
    config.extra["serving"] = _serving


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and export, and put the pages into the navigation."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    prose = {file.url: file.content_string for file in files.documentation_pages()}
    for output in _generated(config, prose):
        files.append(_file(output, config))
    for schema in (_root(config) / "data/schema").glob("*.json"):
        uri = f"api/v1/schema/{schema.name}"
        files.append(File.generated(config, uri, abs_src_path=str(schema)))
    config.nav = _expanded(config.nav, [file.src_uri for file in files.documentation_pages()])
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Escape what the data gives to the theme, which writes titles and descriptions as they are; hold HTML back."""
    if not page.file.generated_by:
        return None
    texts = {
        name: escape(page.meta[name]) for name in ("title", "description") if name in page.meta
    }
    rest, blocks = taken_out(markdown)
    page.meta |= texts | {"blocks": blocks}
    return rest


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Put the HTML back that Markdown need not see."""
    blocks = page.meta.pop("blocks", None)
    return None if blocks is None else put_back(html, blocks)


def on_post_build(config: MkDocsConfig) -> None:
    """Write style sheets without what no page uses, and the worker that keeps the whole site for later."""
    site = Path(config.site_dir)
    _write_styles(site, config)
    if not _serving:
        for file in site.rglob("*.*js"):
            file.write_text(bare(file.read_text("utf-8")), "utf-8")
        offline.renew(site)


def _write_styles(site: Path, config: MkDocsConfig) -> None:
    used = ADDED | words_of_pages(file.read_text("utf-8") for file in site.rglob("*.html"))
    used |= set().union(*(words_of_script(file.read_text("utf-8")) for file in site.rglob("*.*js")))
    sheets = {file: file.read_text("utf-8") for file in site.glob("assets/css/*.css")}
    common = [*_theme_sheets(config), *(site / path for path in config.extra["styles"])]
    sheets[site / STYLE] = "\n".join(file.read_text("utf-8") for file in common)
    for path in config.extra["styles"]:
        sheets.pop(site / path)
        (site / path).unlink()
    for file, css in sheets.items():
        others = "".join(other for path, other in sheets.items() if path != file)
        file.write_text(slim(css, used | variables_read(others)), "utf-8")


def _theme_sheets(config: MkDocsConfig) -> Iterator[Path]:
    for folder in config.theme.dirs:
        yield from Path(folder).glob("assets/stylesheets/main.*.min.css")


def _generated(config: MkDocsConfig, prose: dict[str, str]) -> list[Output]:
    """Return the outputs; of broken data, while somebody edits, those of the last good state."""
    global _last_good
    try:
        guide = load(_root(config) / "data")
        site = _site(config)
        search = Output("search/records.json", index(guide, prose))
        _last_good = [*outputs(guide, site), *exports(guide), *downloads(guide, site), search]
        if not _serving:
            gc.freeze()  # what was read stays to the end: the collector need not look at it again
    except InvalidData as error:
        message = f"{len(error.problems)} to mend in the data:\n{error}"
        if not _serving:
            raise PluginError(message) from None
        # A failed rebuild would leave MkDocs' server hanging; this shows the problems on every page.
        log.error(message)
        config.extra["problems"] = [*map(str, error.problems)]
    return _last_good


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _site(config: MkDocsConfig) -> Site:
    repository = (config.repo_url or "").rstrip("/")
    branch = (config.edit_uri or "").removesuffix("docs/")
    return Site(
        edit_root=f"{repository}/{branch}",
        lines_root=f"{repository}/{branch.replace('edit/', 'blob/', 1)}",
        repository=repository,
        address=config.extra.get("address", config.site_url),
    )


def _file(output: Output, config: MkDocsConfig) -> File:
    file = File.generated(config, output.uri, content=output.content)
    file.edit_uri = f"../{output.edit}" if output.edit else None
    return file


def _expanded(nav: list, uris: list[str]) -> list:
    """Return `nav` with each folder, written as `folder/`, replaced by the pages in it, its index first."""
    return [item for entry in nav for item in _items(entry, uris)]


def _items(entry: dict | str, uris: list[str]) -> Iterator[dict | str]:
    if isinstance(entry, str):
        yield from _pages(entry, uris) if entry.endswith("/") else (entry,)
        return
    for title, value in entry.items():
        if isinstance(value, list):
            yield {title: _expanded(value, uris)}
        else:
            pages = list(_items(value, uris))
            if pages:
                yield {title: pages if len(pages) > 1 else pages[0]}


def _pages(folder: str, uris: list[str]) -> list[str]:
    inside = [uri for uri in uris if uri.startswith(folder) and "/" not in uri.removeprefix(folder)]
    return sorted(inside, key=lambda uri: uri != f"{folder}index.md")
