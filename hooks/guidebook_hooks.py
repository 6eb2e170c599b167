"""What MkDocs loads: hands the pages of `guidebook` to the build. All logic lives in the package."""

import gc
import logging
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import css
from guidebook.assets import service_worker
from guidebook.assets.javascript import bare, with_imports
from guidebook.export import downloads
from guidebook.export.api import exports
from guidebook.export.search_records import index
from guidebook.loading.load import gc_paused, load
from guidebook.output import Output, Site
from guidebook.problem import InvalidData
from guidebook.site.html_stash import put_back, taken_out
from guidebook.site.pages import render_pages
from nav import beside
from serving import Stamps, Whole, stamps

log = logging.getLogger("mkdocs.hooks.guidebook")
UNUSED = ("assets/stylesheets/", "assets/javascripts/", "assets/images/")
"""Files of the theme that no page asks for."""
UNREAD = Output("index.md", "# The data cannot be read yet\n\nMend what stands above, and save.\n")
_serving = False
_prose: dict[str, str] = {}
_last_good: list[Output] = [UNREAD]
_stamps: Stamps = {}
_whole: Whole | None = None
"""While somebody edits: what was read and made before, the state of what is not data, and the site as it stands."""


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether somebody is editing."""
    global _serving
    _serving = command == "serve"
    if not _serving:
        gc.disable()  # a build ends soon and leaves little; looking for it costs more, the larger the guide


def on_config(config: MkDocsConfig) -> None:
    """Tell the templates that the server of `make serve` adds a script of its own; see what may change from now on."""
    global _stamps
    config.extra["serving"] = _serving
    _stamps = stamps(_root(config))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and export, and put the pages into the navigation."""
    global _prose, _whole
    _prose = {file.url: file.content_string for file in files.documentation_pages()}
    _whole = Whole(config, config.nav, [*_given(files, config)], _stamps)
    return _whole.fill(_generated(config))


def _given(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Yield the files of docs/ and of the theme that some page asks for, and the schemas."""
    for file in files:
        if not file.src_uri.startswith(UNUSED) and not file.src_uri.endswith(".map"):
            yield file
    for schema in (_root(config) / "data/schema").glob("*.json"):
        uri = f"api/v1/schema/{schema.name}"
        yield File.generated(config, uri, abs_src_path=str(schema))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember the navigation."""
    _whole.nav = nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Remember the templates, and let them name all that a module imports, and the pages beside one."""
    _whole.env = env
    env.filters["beside"] = beside
    env.bytecode_cache = FileSystemBytecodeCache()  # templates are compiled when they change
    folder = _root(config) / "docs/assets/js"
    read = cache(lambda path: (folder / path).read_text("utf-8"))
    whole = cache(lambda names: with_imports([f"{name}.mjs" for name in names], read))
    env.filters["with_imports"] = lambda names: whole(tuple(names))  # most pages load the same


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """After a change of the data alone, which is noticed sooner, build only what it changed."""
    server.observer._timeout = 0.1  # seconds between two looks, where MkDocs waits half a second
    server.build_delay = 0.05  # seconds without a change, until which somebody may still be saving
    gc.freeze()  # the first build stays to the end: the collector need not look at it again
    server.builder = lambda: _is_renewed() or builder()
    return server


def _is_renewed() -> bool:
    """Renew what changed, if all that was changed is data, and all was written before."""
    if _whole.banner is None or stamps(_root(_whole.config)) != _whole.stamps:
        return False
    with gc_paused():
        _whole.renew(_generated(_whole.config))
    return True


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
    if _serving:
        css.join(site, config)  # whole: the next entry may be the first to need a rule
        _whole.finish()
    else:
        css.write(site, config)
        for file in site.rglob("*.*js"):
            file.write_text(bare(file.read_text("utf-8")), "utf-8")
        service_worker.renew(site)


def _read(config: MkDocsConfig) -> list[Output]:
    """Return the outputs of the data. Raises InvalidData."""
    guide = load(_root(config) / "data")
    site = _site(config)
    search = Output("search/records.json", index(guide, _prose))
    return [
        *render_pages(guide, site),
        *exports(guide),
        *downloads(guide, site),
        search,
    ]


def _generated(config: MkDocsConfig) -> list[Output]:
    """Return the outputs; of broken data, while somebody edits, those of the last good state."""
    global _last_good
    config.extra.pop("problems", None)
    try:
        _last_good = _read(config)
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
