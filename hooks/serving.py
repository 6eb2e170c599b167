"""While somebody edits: after a change of the data alone, the build of MkDocs, but only of what comes out different.

Pages and the navigation are laid out anew. A page keeps its content where its source is the same, and is written again
where its source differs, or what it shows of other pages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from guidebook.output import Output
from nav import expanded

Stamps = Mapping[Path, tuple[int, int]]

CONTENT = (
    "markdown",
    "meta",
    "content",
    "toc",
    "present_anchor_ids",
    "links_to_anchors",
    "_title_from_render",
)
"""What MkDocs learns of a page from its source."""


@dataclass
class Whole:
    """The site as it was written last, and what it was made of."""

    config: MkDocsConfig
    plan: list
    """The navigation as it stands in mkdocs.yml."""
    given: Sequence[File]
    """The files that are not made from the data."""
    stamps: Stamps
    """The state of every file that is not data."""
    outputs: Sequence[Output] = ()
    files: Files | None = None
    nav: Navigation | None = None
    env: Environment | None = None
    banner: str | None = None
    """What each page says of problems in the data; None while not all is written."""

    def fill(self, outputs: Sequence[Output]) -> Files:
        """Return the files of the site with these `outputs`, and put its pages into the navigation."""
        known = self.files or Files([])
        self.outputs = outputs
        self.files = Files([*self.given, *(_file(one, known, self.config) for one in outputs)])
        pages = [file.src_uri for file in self.files.documentation_pages()]
        self.config.nav = expanded(self.plan, pages)
        return self.files

    def finish(self) -> None:
        """Remember that all is written."""
        template = self.env.get_template("partials/problems.html")
        self.banner = template.render(config=self.config)

    def renew(self, outputs: Sequence[Output]) -> None:
        """Write what differs with these `outputs`."""
        banner, self.banner = self.banner, None
        files, shown = self.files, _shown(self.files, self.nav)
        changed = self._changed(outputs)
        self._lay_out(outputs, changed)
        for file in files:
            if file.src_uri not in self.files.src_uris:
                Path(file.abs_dest_path).unlink()
        self._write(changed, shown)
        self.finish()
        self._replace(banner)

    def _changed(self, outputs: Sequence[Output]) -> set[str]:
        before = {output.uri: output for output in self.outputs}
        changed = {output.uri for output in outputs if output != before.get(output.uri)}
        if [*before] != [output.uri for output in outputs]:
            changed |= {file.src_uri for file in self.given if file.page}  # it may link there
        return changed

    def _lay_out(self, outputs: Sequence[Output], changed: set[str]) -> None:
        old = {file.src_uri: file.page for file in self.files}
        for file in self.files:
            file.page = None
        set_exclusions(self.fill(outputs), self.config)
        self.nav = get_navigation(self.files, self.config)
        for file in self.files.documentation_pages():
            if file.src_uri in changed:
                _populate_page(file.page, self.config, self.files)
            else:
                _take(file.page, old[file.src_uri])

    def _write(self, changed: set[str], shown: Mapping[str, list]) -> None:
        pages, shows = self.files.documentation_pages(), _shown(self.files, self.nav)
        for file in self.files:
            if file.page and (
                file.src_uri in changed or shows[file.src_uri] != shown[file.src_uri]
            ):
                _build_page(file.page, self.config, pages, self.nav, self.env)
            elif not file.page and file.src_uri in changed:
                file.copy_file()
        if shows[""] != shown[""]:
            for name in self.config.theme.static_templates:
                _build_theme_template(name, self.env, self.files, self.config, self.nav)
        for file in pages:
            level = self.config.validation.links.anchors
            file.page.validate_anchor_links(files=self.files, log_level=level)

    def _replace(self, banner: str) -> None:
        """Let each page that was not written say what the others say of problems, instead of `banner`."""
        if banner == self.banner:
            return
        for file in Path(self.config.site_dir).rglob("*.html"):
            html = file.read_text("utf-8")
            if banner in html:
                file.write_text(html.replace(banner, self.banner, 1), "utf-8")


def _file(output: Output, known: Files, config: MkDocsConfig) -> File:
    content = output.content
    file = known.get_file_from_path(output.uri)
    file = file or File.generated(config, output.uri, content=content)
    file.content_bytes = content if isinstance(content, bytes) else content.encode()
    file.edit_uri = f"../{output.edit}" if output.edit else None
    return file


def _take(page: Page, old: Page) -> None:
    """Give `page` the content of the `old` one."""
    for name in CONTENT:
        setattr(page, name, getattr(old, name))


def _shown(files: Files, nav: Navigation) -> dict[str, tuple]:
    """Return what each page shows of others; and under no address, which pages there are."""
    sections = [_name(item) for item in nav.items]
    shown = {file.src_uri: (sections,) for file in files.documentation_pages()}
    for item in nav.items:
        inside = [*_inside(item)]
        names = [_name(one) for one in inside]
        for page in inside:
            if page.is_page:
                beside = [one and _name(one) for one in (page.previous_page, page.next_page)]
                shown[page.file.src_uri] = sections, names, beside
    return {"": (sections, [*shown]), **shown}


def _inside(item: StructureItem) -> Iterator[StructureItem]:
    """Yield `item` and all below it."""
    yield item
    for child in item.children or ():
        yield from _inside(child)


def _name(item: StructureItem) -> tuple[str, str]:
    """Return the title of `item` and the address it leads to."""
    return item.title, next((one.url for one in _inside(item) if not one.is_section), "")


def stamps(root: Path) -> Stamps:
    """Return when each file was changed that a build reads and that is not an entry, with its size."""
    files = [root / "mkdocs.yml"]
    for folder in ("docs", "hooks", "data/schema"):
        files += (file for file in (root / folder).rglob("*") if file.suffix != ".pyc")
    states = ((file, file.stat()) for file in files if file.is_file())
    return {file: (state.st_mtime_ns, state.st_size) for file, state in states}
