"""White space, and the first line."""

from collections.abc import Iterator

from .edits import Edit


def trailing_blanks(text: str) -> Iterator[Edit]:
    """No blanks at the end of a line."""
    for number, line in enumerate(text.split("\n")):
        if line != line.rstrip(" "):
            yield Edit(number, number + 1, [line.rstrip(" ")])


def blank_lines(text: str) -> Iterator[Edit]:
    """One blank line before each entry of a list but the first, never two in a row."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 1):
        before = lines[number - 1]
        if not line and not before and number < len(lines) - 1:
            yield Edit(number, number + 1, [])
        elif line.startswith("- ") and before and not before.lstrip().startswith("#"):
            yield Edit(number, number, [""])


def final_newline(text: str) -> Iterator[Edit]:
    """The last line ends, and nothing follows it."""
    lines = text.split("\n")
    last = max(number for number, line in enumerate(lines) if line)
    if lines[last + 1 :] != [""]:
        yield Edit(last + 1, len(lines), [""])


def binding(text: str, schema: str) -> Iterator[Edit]:
    """The first line names the schema, for editors."""
    wanted, first = f"# yaml-language-server: $schema={schema}", text.partition("\n")[0]
    if first != wanted:
        yield Edit(0, int(first.startswith("# yaml-language-server:")), [wanted])
