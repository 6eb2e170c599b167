"""Rebuild only what changed under `mkdocs serve --dirty`.

MkDocs then skips every file whose `is_modified()` is false. Here a file is modified when anything that its output depends on
differs from the last build: its content, the titles its menus show, and the theme.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.structure.files import File, Files


class TrackedFile(File):
    """A file that knows whether its output is out of date."""

    modified = True
    reviewed = ""
    """Day of the latest review of its content, if it is known."""

    def is_modified(self) -> bool:
        """Return True when the output has to be written again."""
        return self.modified


class OutputTracker:
    """Remembers, between two builds, what each output file was made from."""

    def __init__(self) -> None:
        """Start without any output."""
        self._digests: dict[str, object] = {}
        self._outputs: set[str] = set()

    def mark_modified(self, files: Iterable[TrackedFile], shown: Mapping[str, object], theme: object) -> None:
        """Set `modified` on each file that was made from something else in the last build.

        `shown` maps the source URI of a page to what the page shows of other pages; every page also depends on its edit link and on `theme`.
        """
        digests = {}
        for file in files:
            uri, content = file.src_uri, hashlib.sha256(file.content_bytes).digest()
            is_page = file.is_documentation_page()
            digests[uri] = (content, file.edit_uri, shown.get(uri), theme) if is_page else content
            file.modified = digests[uri] != self._digests.get(uri)
        self._digests = digests

    def remove_stale(self, files: Files) -> None:
        """Delete the outputs of the last build that `files` no longer contain."""
        outputs = {file.abs_dest_path for file in files}
        for path in self._outputs - outputs:
            Path(path).unlink(missing_ok=True)
        self._outputs = outputs


def fingerprint(paths: Iterable[Path]) -> list[tuple[str, int, int]]:
    """Return the path, modification time in nanoseconds and size in bytes of every file at or below `paths`, sorted."""
    files = (file for path in paths for file in (path, *path.rglob("*")))
    stats = ((file, file.stat()) for file in files if file.is_file() and file.suffix != ".pyc")
    return sorted((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in stats)
