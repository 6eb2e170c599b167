"""Fix white space, the schema line and the order of fields in data files.

Every fix yields edits of whole lines. An edit that would change the data or add a problem is left out, so comments and
everything that no edit touches stay byte for byte.
"""

from collections.abc import Iterator
from pathlib import Path

from ...kinds import KINDS
from ...loading.data_files import yaml_files
from ...models import Model, Taxonomy
from ...parsing.reader import parse
from .edits import apply_safe_edits, is_same_data
from .lines import blank_lines, final_newline, schema_line, trailing_spaces
from .order import order_fields


def fixed_files(data: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file of the folder `data` that needs a fix, with its new text."""
    for file in yaml_files(data):
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
    """Return `text`, a file of entries of `model`, with every fix; a text that is not YAML is returned as it is.

    `schema` is the path of the schema, relative to the file.
    """
    document = parse(text.removeprefix("\ufeff"), "")
    if document.data is None:
        return text
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\t", " ")
    if not is_same_data(document, parse(plain, "")):
        return text
    text = plain
    for fix in (trailing_spaces, blank_lines, final_newline, lambda t: schema_line(t, schema)):
        text = apply_safe_edits(text, fix)
    return order_fields(text, model)
