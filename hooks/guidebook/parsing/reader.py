"""A file, or YAML text, to its YamlDocument: what cannot be read as text is a Problem before any YAML is."""

import re
import stat
from pathlib import Path

from ..text.inline_markdown import INVISIBLE, describe_character, find_invisible
from .document import FatalYamlError, YamlDocument
from .error_hints import CONFLICT, ODD_SPACE, SPACE
from .loader import StrictLoader

MAX_BYTES = 1_000_000
_ODD = re.compile(SPACE)
_ODD_INDENT = re.compile(rf"^[ -]*{SPACE}", re.MULTILINE)


def read(file: Path, name: str) -> YamlDocument:
    """Return the YamlDocument of `file`, called `name` in messages. Never raises for what the file holds."""
    source = YamlDocument(name)
    text = _text(file, source)
    return source if text is None else parse(text, name)


def parse(text: str, name: str) -> YamlDocument:
    """Return the YamlDocument of `text`, called `name` in messages. Never raises for what the text holds."""
    source = YamlDocument(name)
    try:
        if (cleaned := _clean(text, source)) is not None:
            source.text = cleaned
            StrictLoader(source).build()
    except FatalYamlError:
        source.data = None
    return source


def raw(file: Path) -> bytes:
    """Return what `file` holds. Raises OSError; a link, a pipe or a device is not even opened."""
    about = file.lstat()
    if not stat.S_ISREG(about.st_mode):
        raise OSError(0, "it is a link or not a file")
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _text(file: Path, source: YamlDocument) -> str | None:
    try:
        content = raw(file)
        if len(content) > MAX_BYTES:
            size = file.stat().st_size
            source.problem(
                (1, 1), f"the file has {size:,} bytes", f"keep it under {MAX_BYTES:,}: split it"
            )
            return None
        return content.decode("utf-8")
    except OSError as error:
        tip = "put a plain text file here, or remove it"
        source.problem((1, 1), f"the file cannot be read ({error.strerror})", tip)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").split("\n")
        place = len(before), len(before[-1]) + 1
        source.problem(place, "this is not UTF-8 text", "save the file with the encoding UTF-8")
    return None


def _clean(text: str, source: YamlDocument) -> str | None:
    if text.startswith("\ufeff"):
        source.problem(
            (1, 1), "the file begins with a byte order mark", "save it as UTF-8 without it"
        )
        text = text[1:]
    if not text.strip():
        source.problem((1, 1), "the file is empty", "write an entry, or delete the file")
        return None
    text = text.replace("\r\n", "\n")
    if conflict := CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        tip = "keep one of the two sides, and delete the lines of <, = and > around them"
        source.problem((line, 1), "a merge conflict is left in the file", tip)
        return None
    indents = [*_ODD_INDENT.finditer(text)] if _ODD.search(text) else []
    for found in indents:
        place = text.count("\n", 0, found.start()) + 1, len(found[0])
        source.problem(place, *ODD_SPACE)
        text = text[: found.end() - 1] + " " + text[found.end() :]
    if "\t" not in text and next(find_invisible(text), None) is None:
        return text
    for number, line in enumerate(text.split("\n"), 1):
        if (at := line.find("\t")) >= 0:
            source.problem((number, at + 1), "there is a tab", "use spaces")
        if found := next(find_invisible(line), None):
            place, wrong = (
                (number, found.start() + 1),
                f"invisible character {describe_character(found[0])}",
            )
            tip = "save the file with Unix line ends (LF)" if found[0] == "\r" else "delete it"
            source.problem(place, wrong, tip)
    return INVISIBLE.sub(" ", text).replace("\t", " ")
