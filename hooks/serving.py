"""While somebody edits: what a change of the data alone costs is what it changed, in the site of the last whole build."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from guidebook.pages import Output

Stamps = Mapping[Path, tuple[int, int]]


@dataclass
class Whole:
    """A whole build: what MkDocs made of which outputs, and the state of every file that is not data."""

    config: MkDocsConfig
    files: Files
    outputs: Sequence[Output]
    stamps: Stamps
    nav: Navigation | None = None
    env: Environment | None = None

    def renew(self, outputs: Sequence[Output]) -> bool:
        """Write what differs in `outputs`; or nothing, and tell so, where that could touch other pages too."""
        if [*map(_frame, outputs)] != [*map(_frame, self.outputs)]:
            return False
        changed = [new for new, old in zip(outputs, self.outputs, strict=True) if new != old]
        pages = self.files.documentation_pages()
        for output in changed:
            self._write(output, pages)
        for file in pages:
            file.page.validate_anchor_links(
                files=self.files, log_level=self.config.validation.links.anchors
            )
        self.outputs = outputs
        return True

    def _write(self, output: Output, pages: Sequence[File]) -> None:
        file = self.files.get_file_from_path(output.uri)
        content = output.content
        file.edit_uri = f"../{output.edit}" if output.edit else None
        file.content_bytes = content if isinstance(content, bytes) else content.encode()
        if file.page:
            _populate_page(file.page, self.config, self.files)
            _build_page(file.page, self.config, pages, self.nav, self.env)
        else:
            file.copy_file()


def _frame(output: Output) -> tuple[str, str]:
    """Return what other pages show of a page: its address and its title, with which its head begins."""
    return output.uri, output.content.split("\n", 2)[1] if output.uri.endswith(".md") else ""


def stamps(root: Path) -> Stamps:
    """Return when each file was changed that a build reads and that is not an entry, with its size."""
    files = [root / "mkdocs.yml"]
    for folder in ("docs", "hooks", "data/schema"):
        files += (file for file in (root / folder).rglob("*") if file.suffix != ".pyc")
    states = ((file, file.stat()) for file in files if file.is_file())
    return {file: (state.st_mtime_ns, state.st_size) for file, state in states}
