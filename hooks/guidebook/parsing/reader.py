"""Read a file or a text as a YamlDocument, after checks of its encoding and characters."""

import re
import stat
from collections.abc import Collection
from functools import cache
from pathlib import Path

from ..text.inline_markdown import INVISIBLE, describe_character, find_invisible
from .document import FatalYamlError, YamlDocument
from .error_hints import CONFLICT, UNUSUAL_SPACE, UNUSUAL_SPACES
from .loader import StrictLoader

MAX_BYTES = 1_000_000
_UNUSUAL_SPACE = re.compile(UNUSUAL_SPACES)
_UNUSUAL_INDENT = re.compile(rf"^[ -]*{UNUSUAL_SPACES}", re.MULTILINE)


def read(file: Path, name: str, field_names: Collection[str] = ()) -> YamlDocument:
    """Return the document in `file`, called `name` in messages. Problems are in it, never raised.

    With `field_names`, hints recognize a field whose colon is missing.
    """
    try:
        content = read_bytes(file)
    except OSError as error:
        document = YamlDocument(name)
        hint = "put a plain text file here, or remove it"
        document.add_problem((1, 1), f"the file cannot be read ({error.strerror})", hint)
        return document
    return _parse_bytes(content, name, frozenset(field_names))


@cache
def _parse_bytes(content: bytes, name: str, field_names: frozenset[str]) -> YamlDocument:
    """Return the document in `content`, the same object for the same content, so a rebuild parses only changed files."""
    document = YamlDocument(name)
    text = _decode(content, document)
    return document if text is None else parse(text, name, field_names)


def parse(text: str, name: str, field_names: Collection[str] = ()) -> YamlDocument:
    """Return the document of `text`; see `read`."""
    document = YamlDocument(name)
    try:
        if (normalized := _normalize(text, document)) is not None:
            document.text = normalized
            StrictLoader(document, frozenset(field_names)).load()
    except FatalYamlError:
        document.data = None
    return document


def read_bytes(file: Path) -> bytes:
    """Return at most MAX_BYTES + 1 bytes of `file`. Raises OSError, also for links, pipes and devices."""
    if not stat.S_ISREG(file.lstat().st_mode):
        raise OSError(0, "it is a link or not a file")
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _decode(content: bytes, document: YamlDocument) -> str | None:
    if len(content) > MAX_BYTES:
        document.add_problem((1, 1), f"the file has over {MAX_BYTES:,} bytes", "split it")
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").split("\n")
        location = len(before), len(before[-1]) + 1
        hint = "save the file with the encoding UTF-8"
        document.add_problem(location, "this is not UTF-8 text", hint)
    return None


def _normalize(text: str, document: YamlDocument) -> str | None:
    """Return `text` with Unix line ends and plain spaces; None for an empty file, a merge conflict or tabs as indents."""
    if text.startswith("\ufeff"):
        hint = "save it as UTF-8 without a byte order mark (BOM)"
        document.add_problem((1, 1), "the file begins with a byte order mark", hint)
        text = text[1:]
    if not text.strip():
        document.add_problem((1, 1), "the file is empty", "write an entry, or restore the file")
        return None
    text = text.replace("\r\n", "\n")
    if conflict := CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        hint = "keep one of the two sides, and delete the lines of <, = and > around them"
        document.add_problem((line, 1), "a merge conflict is left in the file", hint)
        return None
    for match in [*_UNUSUAL_INDENT.finditer(text)] if _UNUSUAL_SPACE.search(text) else ():
        location = text.count("\n", 0, match.start()) + 1, len(match[0])
        document.add_problem(location, *UNUSUAL_SPACE)
        text = text[: match.end() - 1] + " " + text[match.end() :]
    if "\t" in text or next(find_invisible(text), None):
        _report_characters(text, document)
        is_indented_by_tabs = re.search(r"^[ -]*\t", text, re.MULTILINE)
        return None if is_indented_by_tabs else INVISIBLE.sub(" ", text).replace("\t", " ")
    return text


def _report_characters(text: str, document: YamlDocument) -> None:
    """Add a problem for the first tab and the first invisible character of each line."""
    for number, line in enumerate(text.split("\n"), 1):
        if (column := line.find("\t")) >= 0:
            hint = "use a space" if line[:column].strip(" -") else "use two spaces for each level"
            document.add_problem((number, column + 1), "there is a tab", hint)
        if match := next(find_invisible(line), None):
            hint = "save the file with Unix line ends (LF)" if match[0] == "\r" else "delete it"
            message = f"invisible character {describe_character(match[0])}"
            document.add_problem((number, match.start() + 1), message, hint)
