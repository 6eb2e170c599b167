"""A copy of a small, valid guide that tests may break. It outlives the ids and words of the real one."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from guidebook.loading.load import load_with_problems
from guidebook.problem import Problem

ROOT = Path(__file__).parent.parent.parent
VALID = ROOT / "tests/cases/valid"
"""A guide with a few entries of each kind, as contributors write them."""
Content = str | bytes | None
"""Content of a file; None removes the file."""


class Copy:
    """A copy of the folder data/ of the small guide, with docs/ beside it."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(VALID, root, dirs_exist_ok=True)
        self.data = root / "data"

    def text(self, name: str) -> str:
        """Return the text of the file `name`."""
        return (self.data / name).read_text("utf-8")

    @contextmanager
    def with_files(self, files: Mapping[str, Content]) -> Iterator[Path]:
        """Write `files` into the folder, and restore it after the block."""
        before = {name: self._bytes(name) for name in files}
        try:
            for name, content in files.items():
                self._put(name, content)
            yield self.data
        finally:
            for name, content in before.items():
                self._put(name, content)

    def problems(self, files: Mapping[str, Content]) -> list[Problem]:
        """Return the problems of the folder with `files` in it, sorted."""
        with self.with_files(files) as data:
            return sorted(set(load_with_problems(data)[1]))

    def edited(self, name: str, *edits: tuple[str, str]) -> list[Problem]:
        """Return the problems once each (old, new) text is replaced in the file `name`."""
        text = self.text(name)
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        return self.problems({name: text})

    def _bytes(self, name: str) -> bytes | None:
        file = self.data / name
        return file.read_bytes() if file.exists() else None

    def _put(self, name: str, content: Content) -> None:
        file = self.data / name
        file.unlink(missing_ok=True)  # a test may have replaced it by a pipe or a link
        if content is None:
            if file.parent != self.data and not any(file.parent.iterdir()):
                file.parent.rmdir()
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
