"""Mends what has one right answer, and proves that the data read from the file stays the same.

Every mend yields edits of whole lines. An edit that would change the data, or add a problem, is left
out: comments and layout that no edit names stay byte for byte.
"""

from collections.abc import Iterator
from pathlib import Path

from ...kinds import KINDS
from ...models import Model, Taxonomy
from ...parsing.reader import parse
from .edits import mended, same
from .lines import binding, blank_lines, final_newline, trailing_blanks
from .order import ordered


def mended_files(data: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of the folder `data` that can be mended, with its new text."""
    for file in sorted(data.rglob("*.yml")):
        *folders, name = file.relative_to(data).parts
        kind = folders[0] if folders else name.removesuffix(".yml")
        model = Taxonomy if kind == "taxonomy" else KINDS[kind].model if kind in KINDS else None
        try:
            text = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # `make check` says so
        if model:
            new = fixed(text, model, f"{'../' * len(folders)}schema/{kind}.json")
            if new != text:
                yield file, new


def fixed(text: str, model: type[Model], schema: str) -> str:
    """Return `text`, which holds entries of `model`, mended; `schema` is the way from the file to its schema.

    What cannot be read as YAML comes back as it is.
    """
    source = parse(text.removeprefix("\ufeff"), "")
    if source.data is None:
        return text
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\t", " ")
    if not same(source, parse(plain, "")):
        return text
    text = plain
    for mend in (trailing_blanks, blank_lines, final_newline, lambda t: binding(t, schema)):
        text = mended(text, mend)
    return ordered(text, model)
