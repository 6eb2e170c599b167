"""Fix white space, the schema line and the order of fields in data files.

Every fix yields edits of whole lines. An edit that would change the data or add a problem is discarded. Comments, and
everything outside the edits, stay byte for byte.
"""

from collections.abc import Iterator
from pathlib import Path

from ...kinds import KINDS
from ...loading.data_files import find_yaml_files
from ...models import Model, Taxonomy
from ...parsing.reader import parse
from .edits import apply_safe_edits, is_same_data
from .lines import end_with_newline, fix_blank_lines, remove_trailing_spaces, write_schema_line
from .order import order_fields


def find_fixes(data: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of the folder `data` that needs a fix, with its new text."""
    for file in find_yaml_files(data):
        *folders, name = file.relative_to(data).parts
        kind = folders[0] if folders else name.removesuffix(".yml")
        model = Taxonomy if kind == "taxonomy" else KINDS[kind].model if kind in KINDS else None
        try:
            text = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # `make check` reports it
        if model:
            new = fix_text(text, model, f"{'../' * len(folders)}schema/{kind}.json")
            if new != text:
                yield file, new


def fix_text(text: str, model: type[Model], schema: str) -> str:
    """Return `text` with every fix, or unchanged when it is not YAML.

    `text` is a file of entries of `model`; `schema` is the path of its schema, relative to the file.
    """
    document = parse(text.removeprefix("\ufeff"), "")
    if document.data is None:
        return text
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\t", " ")
    if not is_same_data(document, parse(plain, "")):
        return text
    text = plain
    for fix in (remove_trailing_spaces, fix_blank_lines, end_with_newline, lambda t: write_schema_line(t, schema)):
        text = apply_safe_edits(text, fix)
    return order_fields(text, model)
