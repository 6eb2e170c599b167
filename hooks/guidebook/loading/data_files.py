"""Find the files of entries in data/, and report files that would be ignored."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ..kind import Kind
from ..kinds import KINDS
from ..models import Terms
from ..models.introspection import field_names
from ..problem import Problem
from ..text.inline_markdown import ID, as_id
from ..text.spelling import nearest

TAXONOMY = "taxonomy.yml"
SCHEMA_DIR = "schema"
"""The folder of data/ that contains the generated JSON Schemas."""

LEFTOVERS = (
    ".*",
    "*~",
    "~$*",
    "#*#",
    "4913",
    "*.sw[a-p]",
    "*.bak",
    "*.orig",
    "*.rej",
    "*.tmp",
    "*.un~",
    "*.lnk",
    "*___jb_*___",
)
LEFTOVERS += ("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin")  # fmt: skip
"""Patterns, in lower case, of files that editors, merge tools and operating systems leave behind."""

_COPY = re.compile(
    r"(?:copy of )?(?P<stem>.+?)(?: ?\(\d+\)| \d+|[ -]+(?:copy|kopie|copie|copia)(?: ?\(?\d+\)?)?"
    r"| \([^)]*conflicted copy[^)]*\)|_(?:base|local|remote|backup)_\d+)?",
    re.IGNORECASE,
)
"""Names that file managers, browsers, merge tools and synchronization give to the copy of a file."""


class DataFile(NamedTuple):
    """A file of entries."""

    path: Path
    name: str
    """Its name in messages: the path from the root of the project."""
    kind: Kind

    @property
    def group(self) -> str:
        """The name of the file for kinds whose files are groups, else empty."""
        return self.path.stem if self.kind.file_groups else ""


@cache
def known_fields() -> frozenset[str]:
    """Return the names of all fields of all kinds."""
    return field_names(kind.model for kind in KINDS.values())


def find_data_files(data: Path, terms: Terms) -> Iterator[DataFile | Problem]:
    """Yield each file of entries below `data`, in order, and a Problem for everything else.

    Symbolic links are never followed, so nothing outside `data` is read and no loop is entered.
    """
    for parts in _walk(data):
        if isinstance(parts, Problem):
            yield parts
        elif parts[0] not in (TAXONOMY, SCHEMA_DIR):
            yield _classify(data.joinpath(*parts), parts, data.name, terms)


def find_yaml_files(data: Path) -> list[Path]:
    """Return every YAML file below `data`, in order, even in unexpected places; symbolic links are left out."""
    return sorted(
        file
        for file in data.rglob("*.yml")
        if file.is_file() and not file.is_symlink() and not any(map(is_leftover, file.relative_to(data).parts))
    )


def is_leftover(name: str) -> bool:
    """Return True for the name of a file or folder that an editor or an operating system left behind."""
    return any(fnmatchcase(name.lower(), pattern) for pattern in LEFTOVERS)


def _walk(data: Path, *folders: str) -> Iterator[tuple[str, ...] | Problem]:
    """Yield the parts of the path, from `data` on, of each file in it and in its folders."""
    try:
        names = sorted(path.name for path in data.joinpath(*folders).iterdir())
    except OSError as error:
        name = _printable("/".join((data.name, *folders)))
        message = f"this folder cannot be read ({error.strerror})"
        yield Problem(name, 1, 1, message, "change its permissions")
        return
    for name in names:
        if is_leftover(name):
            continue
        if not folders and name != SCHEMA_DIR and _is_folder(data / name):
            yield from _walk(data, name)
        else:
            yield (*folders, name)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _classify(path: Path, parts: tuple[str, ...], root: str, terms: Terms) -> DataFile | Problem:
    """Return the file with its kind, or a Problem when it must not be there."""
    name = _printable("/".join((root, *parts)))
    kind = KINDS.get(parts[0] if len(parts) > 1 else parts[0].removesuffix(".yml"))
    if path.is_symlink():
        return Problem(name, 1, 1, "this is a link", "replace it with the file that it points to")
    if _is_folder(path):
        return Problem(name, 1, 1, "folders are not allowed here", "move its files to the folder above")
    if original := _original_name(path):
        message = f"this looks like a copy of {original}"
        return Problem(name, 1, 1, message, "delete it, or rename it if it holds a new entry")
    if not parts[-1].endswith(".yml"):
        stem, _, ending = parts[-1].partition(".")
        hint = f"rename it to {as_id(stem)}.yml, or move it out of {root}/"
        hint = hint if ending.lower().startswith("y") else f"move it out of {root}/"
        return Problem(name, 1, 1, f"{root}/ may hold only files that end in .yml", hint)
    if kind is None or len(parts) != (1 if kind.single else 2):
        places = [f"{k.name}.yml" if k.single else f"{k.name}/" for k in KINDS.values()]
        hint = f"move it to the one of these that it belongs to: {', '.join(places)}"
        return Problem(name, 1, 1, "no kind of entry has this file name", hint)
    if not kind.single and not ID.fullmatch(path.stem) and not kind.file_groups:
        id_ = as_id(path.stem)
        hint = f"rename the file to {id_}.yml, and write `id: {id_}` in it"
        return Problem(name, 1, 1, f"{_printable(path.stem)!r} is not an id", hint)
    groups = terms.get(kind.file_groups) if kind.file_groups else None
    if groups and path.stem not in groups:
        message = f"{_printable(path.stem)!r} is not one of the {kind.file_groups} in {TAXONOMY}"
        return Problem(name, 1, 1, message, nearest(path.stem, groups))
    return DataFile(path, name, kind)


def _original_name(path: Path) -> str:
    """Return the name of the file next to `path` that it is a copy of, by their names, or "" if there is none."""
    stem, _, ending = path.name.partition(".")
    match = _COPY.fullmatch(stem)
    original = path.with_name(f"{match['stem']}.yml") if match and "y" in ending.lower() else path
    return original.name if original != path and original.is_file() else ""


def _printable(name: str) -> str:
    """Return the name of a file with escapes for characters that are not printable."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
