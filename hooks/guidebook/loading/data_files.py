"""data/ -> the files that hold entries, and a Problem for each that lies where it would be ignored."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..kind import Kind
from ..kinds import KINDS
from ..problem import Problem
from ..text.inline_markdown import as_id
from ..text.spelling import nearest

TAXONOMY = "taxonomy.yml"
SCHEMA_DIR = "schema"
"""The folder of data/ that holds no entries."""


class DataFile(NamedTuple):
    """A file of entries, its name in messages, and the kind it holds."""

    path: Path
    name: str
    kind: Kind

    @property
    def group(self) -> str:
        """The name of the file for kinds whose files are groups, else empty."""
        return self.path.stem if self.kind.file_groups else ""


def find_data_files(
    data: Path, terms: Mapping[str, tuple[str, ...]]
) -> Iterator[DataFile | Problem]:
    """Yield each file of entries below `data`, in order, and a Problem for what has no place there.

    Links are never followed, so nothing outside `data` is read and no loop is walked.
    """
    for parts in _inside(data):
        if isinstance(parts, Problem):
            yield parts
        elif parts[0] not in (TAXONOMY, SCHEMA_DIR):
            yield _classify(data.joinpath(*parts), parts, data.name, terms)


def _inside(data: Path, *above: str) -> Iterator[tuple[str, ...] | Problem]:
    """Yield the parts of the path of each thing in a folder, and in its folders one level down."""
    try:
        names = sorted(path.name for path in data.joinpath(*above).iterdir())
    except OSError as error:
        name = _printable("/".join((data.name, *above)))
        yield Problem(
            name, 1, 1, f"this folder cannot be read ({error.strerror})", "let it be read"
        )
        return
    for name in names:
        if name.startswith("."):
            continue
        if not above and name != SCHEMA_DIR and _is_folder(data / name):
            yield from _inside(data, name)
        else:
            yield (*above, name)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _classify(
    path: Path, parts: tuple[str, ...], root: str, terms: Mapping[str, tuple[str, ...]]
) -> DataFile | Problem:
    name = _printable("/".join((root, *parts)))
    kind = KINDS.get(parts[0] if len(parts) > 1 else parts[0].removesuffix(".yml"))
    if path.is_symlink():
        return Problem(name, 1, 1, "this is a link", "put the file itself here")
    if _is_folder(path):
        return Problem(name, 1, 1, "this folder has no place in the guide", "move its files up")
    if not parts[-1].endswith(".yml"):
        wrong = "only files that end in .yml belong here"
        stem = as_id(parts[-1].partition(".")[0])
        tip = (
            f"call it {stem}.yml, or move it away" if ".y" in parts[-1].lower() else "move it away"
        )
        return Problem(name, 1, 1, wrong, tip)
    if kind is None or len(parts) != (1 if kind.single else 2):
        homes = [f"{k.name}.yml" if k.single else f"{k.name}/" for k in KINDS.values()]
        tip = f"its place is one of {', '.join(homes)}"
        return Problem(name, 1, 1, "this file has no place in the guide", tip)
    stem = path.stem
    if kind.file_groups and stem not in terms.get(kind.file_groups, (stem,)):
        wrong = f"{_printable(stem)!r} is not one of the {kind.file_groups} in {TAXONOMY}"
        return Problem(name, 1, 1, wrong, nearest(stem, terms[kind.file_groups]))
    return DataFile(path, name, kind)


def _printable(name: str) -> str:
    """Return a name of a file so that it stays on one line and in any encoding."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in name)
