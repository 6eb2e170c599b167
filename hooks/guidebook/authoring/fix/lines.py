"""Fixes of white space and of the schema line."""

from collections.abc import Iterator

from .edits import Edit


def remove_trailing_spaces(text: str) -> Iterator[Edit]:
    """Remove spaces at the end of lines."""
    for number, line in enumerate(text.split("\n")):
        if line != line.rstrip(" "):
            yield Edit(number, number + 1, [line.rstrip(" ")])


def fix_blank_lines(text: str) -> Iterator[Edit]:
    """Put one blank line between the entries of a list, and remove further ones."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 1):
        before = lines[number - 1]
        if not line and not before and number < len(lines) - 1:
            yield Edit(number, number + 1, [])
        elif line.startswith("- ") and before and not before.lstrip().startswith(("#", "---")):
            yield Edit(number, number, [""])


def end_with_newline(text: str) -> Iterator[Edit]:
    """End the file with one line break."""
    lines = text.split("\n")
    last = max(number for number, line in enumerate(lines) if line)
    if lines[last + 1 :] != [""]:
        yield Edit(last + 1, len(lines), [""])


def write_schema_line(text: str, schema: str) -> Iterator[Edit]:
    """Write the path of the JSON Schema into the first line, where editors look for it."""
    wanted, lines = f"# yaml-language-server: $schema={schema}", text.split("\n")
    if lines[0] == wanted:
        return
    is_head = [line.startswith(("#", "---")) or not line for line in lines]
    end = is_head.index(False) if False in is_head else 0
    head = [line for line in lines[:end] if not line.startswith("# yaml-language-server:")]
    yield Edit(0, end, [wanted, *head])
