"""The events of MkDocs. They hand the files of the package `guidebook` to the build, and hold no logic of their own."""

import gc
import hashlib
import importlib
import logging
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Literal

from jinja2 import Environment, FileSystemBytecodeCache
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from css import join_styles, prune_styles
from guidebook import generate
from guidebook.assets import service_worker
from guidebook.assets.html import strip_indentation
from guidebook.assets.javascript import find_imports, strip_comments
from guidebook.assets.page_assets import PageAssets
from guidebook.lint.prose import prose_is_complete
from guidebook.output import Output, Site
from guidebook.site.html_stash import restore, stash
from nav import add_unlisted_folders, empty_folders, expand_folders, nearby_siblings, shown_navigation
from rebuild import OutputTracker, TrackedFile, fingerprint

log = logging.getLogger("mkdocs.hooks.guidebook")
HOOKS = Path(__file__).parent
UNUSED = ("assets/stylesheets/", "assets/javascripts/", "assets/images/", "partials/")
"""Files of the theme, and of our overrides, that no page asks for."""
PROBLEMS = "problems.html"
"""The list of problems that pages show while the data is edited."""
ERROR_PAGE = Output(
    "index.md", "# The data has problems\n\nFix them and save.\n", title="Problems", reviewed="1970-01-01"
)
"""The only page when the data was invalid from the start."""


class ServeState:
    """What `mkdocs serve` keeps from one build to the next; `mkdocs build` runs once and uses none of it."""

    def __init__(self) -> None:
        self.is_serving = False
        self.valid_outputs: Sequence[Output] = [ERROR_PAGE]
        self.problems: Sequence[str] = ()
        self.tracker = OutputTracker()
        self.cache = generate.OutputCache()
        self.package = fingerprint([HOOKS / "guidebook"])


state = ServeState()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether MkDocs serves the site. Switch the garbage collector off for a single build, which ends soon."""
    state.is_serving = command == "serve"
    if dirty:
        # MkDocs warns that a dirty build leaves stale pages; here it leaves none (rebuild.py).
        logging.getLogger("mkdocs.commands.build").addFilter(lambda one: "'dirty' build" not in one.getMessage())
    if not state.is_serving:
        gc.disable()


def on_config(config: MkDocsConfig) -> None:
    """Tell the templates whether MkDocs serves the site. Load the package again when its code has changed."""
    config.extra["serving"] = state.is_serving
    if state.is_serving:
        _reload_changed_package()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated file, and put the generated pages into the navigation."""
    if problems := [*prose_is_complete(Path(config.docs_dir))]:
        raise PluginError("The pages in docs/ have problems:\n" + "\n".join(map(str, problems)))
    files = Files(_published_files(files, config))
    pages = files.documentation_pages()
    titles = {page.src_uri: get_data(page.content_string)[1]["title"] for page in pages}
    for output in _generate_outputs(config, {page.url: page.content_string for page in pages}):
        file = _file(config, output.uri, output.content, output.edit, output.reviewed)
        if output.title:
            titles[output.uri] = escape(output.title)
        elif file.is_documentation_page():
            file.src_uri, file.dest_uri = f"{output.uri}.txt", output.uri  # a file to download
        files.append(file)
    for uri, text in join_styles(config).items():
        files.append(_file(config, uri, text))
    if state.is_serving:
        files.append(_file(config, PROBLEMS, ""))
    for folder in empty_folders(config.nav, titles) if not state.problems else ():
        log.warning("mkdocs.yml: no page is in the folder %r of the menu; correct its name under nav", folder)
    nav = add_unlisted_folders(config.nav, titles, config.not_in_nav.match_file)
    config.nav = expand_folders(nav, titles)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Date the pages for the sitemap, and find out which files `mkdocs serve --dirty` has to write again."""
    for file in files.documentation_pages():
        file.page.update_date = file.reviewed
    if state.is_serving:
        root = Path(config.config_file_path).parent
        theme = fingerprint([root / "mkdocs.yml", root / "docs/overrides"])
        imports = {file: find_imports(file.read_text("utf-8")) for file in _modules(config)}
        tracked = (file for file in files if isinstance(file, TrackedFile))
        state.tracker.mark_modified(tracked, shown_navigation(nav), (theme, imports))
        state.tracker.remove_stale(files)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Give the templates the filters they use, and list the problems of the data."""
    joined = {part for parts in config.extra["styles"].values() for part in parts}
    assets = PageAssets(Path(config.docs_dir, "assets"), joined)
    env.globals["modules_folder"] = _modules_folder(config)
    env.filters["scripts"] = assets.scripts
    env.filters["style_sheets"] = assets.style_sheets
    env.filters["nearby_siblings"] = nearby_siblings
    env.filters["strip_comments"] = strip_comments
    env.bytecode_cache = FileSystemBytecodeCache()
    if problems := files.get_file_from_path(PROBLEMS):
        template = env.get_template("partials/problem-list.html")
        problems.content_string = template.render(problems=state.problems)
        problems.modified = True


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Escape title and description of a generated page, which the theme prints as they are, and stash its HTML."""
    if not page.file.generated_by:
        return None
    texts = {name: escape(page.meta[name]) for name in ("title", "description") if name in page.meta}
    rest, blocks = stash(markdown)
    page.meta |= texts | {"blocks": blocks}
    return rest


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Restore the stashed HTML of a generated page, and let readers scroll its wide tables by keyboard."""
    blocks = page.meta.pop("blocks", None)
    return (html if blocks is None else restore(html, blocks)).replace("<table>", '<table tabindex="0">')


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Shrink the page."""
    return strip_indentation(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Shrink styles and scripts, and write the precache manifest of the service worker; not while serving."""
    site = Path(config.site_dir)
    if not state.is_serving:
        prune_styles(site)
        for file in site.rglob("*.*js"):
            file.write_text(strip_comments(file.read_text("utf-8")), "utf-8")
        shutil.copytree(site / "assets/js", site / _modules_folder(config))
        service_worker.update_manifest(site)


def _published_files(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Yield the hand-written pages, and the files of docs/ and of the theme that pages ask for."""
    styles = {f"assets/css/{part}.css" for parts in config.extra["styles"].values() for part in parts}
    for file in files:
        if file.is_documentation_page():
            yield TrackedFile(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls)
        elif not file.src_uri.startswith(UNUSED) and file.src_uri not in styles:
            yield file


def _generate_outputs(config: MkDocsConfig, prose: dict[str, str]) -> Sequence[Output]:
    """Return the outputs of the data. While serving, invalid data gives the last valid outputs and a list of problems.

    Raises:
        PluginError: with every problem, unless MkDocs is serving.
    """
    package = _package()
    try:
        data = Path(config.config_file_path).parent / "data"
        outputs = package.generate_files(data, _site(config), prose, state.cache)
    except package.InvalidData as error:
        message = f"The data has problems:\n{error}"
        if not state.is_serving:
            raise PluginError(message) from None
        log.error(message)
        state.problems = [*map(str, error.problems)]
        return state.valid_outputs
    state.problems = ()
    if state.is_serving:
        state.valid_outputs = outputs
    return outputs


def _file(config: MkDocsConfig, uri: str, content: str | bytes, edit: str = "", reviewed: str = "") -> TrackedFile:
    file = TrackedFile.generated(config, uri, content=content)
    file.edit_uri = f"../{edit}" if edit else None
    file.reviewed = reviewed
    return file


def _package() -> ModuleType:
    """Return the module `guidebook.generate` as it was imported last."""
    return importlib.import_module("guidebook.generate")


def _reload_changed_package() -> None:
    """Import `guidebook` again when one of its modules has changed since the last build."""
    package = fingerprint([HOOKS / "guidebook"])
    if package == state.package:
        return
    for name in [name for name in sys.modules if name.partition(".")[0] == "guidebook"]:
        del sys.modules[name]
    sys.path.insert(0, str(HOOKS))
    try:
        state.cache = _package().OutputCache()
    finally:
        sys.path.remove(str(HOOKS))
    state.package = package


def _modules(config: MkDocsConfig) -> Iterator[Path]:
    return Path(config.docs_dir, "assets/js").rglob("*.mjs")


def _modules_folder(config: MkDocsConfig) -> str:
    """Return the folder from which pages load modules; its name is new when one has changed.

    So a page never gets some from the cache of a browser and others from a newer version of the site.
    """
    if state.is_serving:
        return "assets/js/"
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(_modules(config)))).hexdigest()
    return f"assets/js-{digest[:8]}/"


def _site(config: MkDocsConfig) -> Site:
    repository = (config.repo_url or "").rstrip("/")
    branch = (config.edit_uri or "").removesuffix("docs/")
    return Site(
        edit_root=f"{repository}/{branch}",
        lines_root=f"{repository}/{branch.replace('edit/', 'blob/', 1)}",
        repository=repository,
        address=config.extra.get("address", config.site_url),
    )
