"""Refuse scalars that YAML accepts but reads in another way than their author meant."""

import re
from collections.abc import Iterator

import yaml

from ..text.inline_markdown import ID
from .document import YamlDocument
from .value_hints import quote_hint

_ITEM = re.compile(r"\n *[-*•](?= )")
_PLAIN_VALUE = re.compile(r"[0-9][0-9-]*|true|false")
"""Numbers, dates and truth values: words behind them are a comment beyond doubt."""
_ESCAPE = re.compile(r"\\(?:(?P<letter>[abefnrtv0NLP_])|.|\n)", re.DOTALL)
"""An escape in double quotes; `letter` for those that a path or a formula has by mistake."""


def check_scalar(document: YamlDocument, event: yaml.ScalarEvent) -> None:
    """Add a problem for each part of a scalar that would be lost, or shown otherwise than it is written."""
    checks = _BLOCK_CHECKS if event.style in (">", "|") else _CHECKS.get(event.style or "", ())
    for check in checks:
        for offset, message, hint in check(document.text, event):
            document.add_problem(document.location_at(offset), message, hint)


def without_joined_items(document: YamlDocument, event: yaml.ScalarEvent) -> str:
    """Return plain text up to the first `- item` in its lines, which YAML joins to it; refuse the item."""
    start = event.start_mark.index
    match = _ITEM.search(document.text, start, event.end_mark.index)
    if not match:
        return _without_joined_ids(document, event)
    if document.text[start] == "-":
        message, hint = "the space after the dash is missing", "write `- ` before the text"
        document.add_problem(document.location_at(start), message, hint)
    elif _is_dash_missing(match[0].strip("\n"), event.start_mark, document):
        first = document.text[start : match.start()].strip()
        hint = f"write `- {first}`, like the items below"
        document.add_problem(document.location_at(start), "the dash of this item is missing", hint)
    elif document.lines[event.start_mark.line][: event.start_mark.column].rstrip(" ").endswith(":"):
        first = " ".join(document.text[start : match.start()].split())
        hint = f"if this is a list, write `- {first}` on the next line, like the items below; or put the text in quotes"
        document.add_problem(document.location_at(start), "a list begins below this text", hint)
    elif _is_deeper_by_mistake(match[0].strip("\n"), event.start_mark, document):
        line = document.location_at(match.end())[0]
        hint = f"put as many spaces before it as before the dash in line {line}"
        location = event.start_mark.line + 1, event.start_mark.column - 1
        document.add_problem(location, "this item is too far to the left", hint)
    else:
        message = "this item would be read as more of the text above"
        hint = "put as many spaces before its dash as before the others"
        document.add_problem(document.location_at(match.end() - 1), message, hint)
    return " ".join(document.text[start : match.start()].split())


def _without_joined_ids(document: YamlDocument, event: yaml.ScalarEvent) -> str:
    """Return plain text; of an id that is followed by lines of one id each, only the first, and refuse the others."""
    start = event.start_mark.index
    lines = document.text[start : event.end_mark.index].split("\n")
    is_item = document.text[:start].endswith("- ")
    if not is_item or not all(ID.fullmatch(line.strip()) for line in lines):
        return event.value
    spaces = event.start_mark.column - 2
    message = "the dash of this item is missing"
    for number, line in enumerate(lines[1:], event.start_mark.line + 2):
        hint = f"write `- {line.strip()}`, with {spaces} spaces before the dash"
        document.add_problem((number, len(line) - len(line.lstrip()) + 1), message, hint)
    return lines[0].strip()


def _is_dash_missing(item: str, mark: yaml.Mark, document: YamlDocument) -> bool:
    """Tell whether the text at `mark` begins a line, in the column of the dash of `item`."""
    line = document.lines[mark.line]
    return not line[: mark.column].strip() and len(item) - 1 == mark.column


def _is_deeper_by_mistake(item: str, mark: yaml.Mark, document: YamlDocument) -> bool:
    """Tell whether the line above `mark` shows that the indentation of `item` is the right one."""
    above = document.lines[mark.line - 1]
    below = " " * (len(above) - len(above.lstrip(" ")) + 2) + "-"
    return above.startswith(item + " ") or (above.endswith(":") and below == item)


Found = tuple[int, str, str]
"""Offset, message and hint."""


def _uneven_lines(text: str, event: yaml.ScalarEvent) -> Iterator[Found]:
    """Refuse a line of a block text (> or |) that does not begin in the column of the others."""
    header = text.split("\n")[event.start_mark.line]
    lines = [*_block_lines(text, event)]
    indents = {offset: len(line) - len(line.lstrip(" ")) for offset, line in lines}
    if len({*indents.values()}) < 2:
        return
    expected = len(header) - len(header.lstrip(" -")) + 2
    if header.lstrip(" ").startswith("- ") and ":" not in header:
        expected -= 2
    if expected not in indents.values():
        expected = min(indents.values())
    offset = next(offset for offset, indent in indents.items() if indent != expected)
    hint = f"put {expected} spaces before it, as before the other lines of this text"
    yield offset + indents[offset], "this line does not begin where the others do", hint


def _comment_lines(text: str, event: yaml.ScalarEvent) -> Iterator[Found]:
    """Refuse a line of a block text that its author took for a comment."""
    for offset, line in _block_lines(text, event):
        if line.lstrip(" ").startswith("# "):
            message = "this comment would be shown as part of the text"
            hint = "delete it, or move it above the field"
            yield offset + len(line) - len(line.lstrip(" ")), message, hint


def _block_lines(text: str, event: yaml.ScalarEvent) -> Iterator[tuple[int, str]]:
    """Yield (offset, line) of each line of a block text that is not blank."""
    offset = event.start_mark.index
    for number, line in enumerate(text[offset : event.end_mark.index].split("\n")):
        if number and line.strip():
            yield offset, line
        offset += len(line) + 1


def _lost_comment(text: str, event: yaml.ScalarEvent) -> Iterator[Found]:
    """Refuse `# words` after plain text: YAML takes them for a comment and drops them.

    With two spaces before `#` they are meant as a comment.
    """
    start, end = event.start_mark.index, event.end_mark.index
    line_end = text.find("\n", end) if "\n" in text[end:] else len(text)
    rest = text[end:line_end]
    is_comment = rest.startswith("  ") and rest.lstrip(" ").startswith("# ")
    if is_comment or _PLAIN_VALUE.fullmatch(event.value):
        return
    if rest.startswith(" ") and rest.lstrip(" ").startswith("#"):
        message = f"{rest.strip()[:40]!r} is a comment here, so readers would not see it"
        hint = quote_hint(text[start:line_end] if event.value else rest)
        if re.fullmatch(r"[\w.:-]*", event.value):
            hint = f"move it to a line of its own; or, if it is part of the text, {hint}"
        elif rest.strip()[1:2] == " ":
            hint += "; or move the comment to a line of its own"
        yield start, message, hint


def _escapes(text: str, event: yaml.ScalarEvent) -> Iterator[Found]:
    """Refuse escapes such as \\n in double quotes: in `C:\\new` they are meant as they are written."""
    source = text[event.start_mark.index : event.end_mark.index]
    for match in _ESCAPE.finditer(source):
        if match["letter"]:
            written = re.sub(r"\\([\"\\])", r"\1", source[1:-1]).replace("'", "''")
            message = "a backslash has a special meaning in double quotes"
            yield event.start_mark.index, message, f"use single quotes: '{written}'"
            return


_BLOCK_CHECKS = (_uneven_lines, _comment_lines)
_CHECKS = {"": (_lost_comment,), '"': (_escapes,)}
