"""Explain YAML syntax errors to contributors: the cause and its line, instead of where the parser stopped."""

import re
from collections.abc import Iterable
from functools import cache

import yaml

from .indentation import BadLine, find_bad_indent, find_missing_dash, find_wrong_level, is_field
from .value_hints import Hint, explain_special_character, explain_text, find_second_field, quote_hint

CONFLICT = re.compile(r"^(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)(?: |$)", re.MULTILINE)
"""Markers that Git writes into a file that two people changed."""
_JOINED_LINES = re.compile(r"\n *(- |[\w-]+:( |\n))")
_ESCAPES = {'"': '\\"', "'": "''"}

UNUSUAL_SPACES = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""Spaces that YAML reads as letters."""
UNUSUAL_SPACE = "there is a no-break or other unusual space", "delete it, and type a plain space"

# (pattern of a line, whose group `at` is the location; message; hint). FIELD is the name of any field.
COMMON_MISTAKES = (
    (rf"^[ -]*([\w-]+:)? *(?P<at>{UNUSUAL_SPACES})", *UNUSUAL_SPACE),
    (r"^(?P<at>[+>|]|\d+[:|]?) {2,}(?:- +)?FIELD:", "a copied {at} is left before this field", "delete it"),
    (r"^ *(?P<at>-)[^ \n]", "the space after the dash is missing", "write `- ` before the text"),
    (
        r"^ *(?!\*\w[^*]*\*)(?P<at>[*+•‣●◦▪·–—])[ \w]",
        "an item of a list begins with a dash",
        "write `- ` instead of {at}",
    ),
    (r"^ *(?P<at>\d+[.)]) ", "an item of a list begins with a dash", "write `- ` instead of {at}"),
    (
        r"^ *(?P<at>```)",
        "a line of a Markdown code block is left here",
        "delete it, and the line that closes the block",
    ),
    (r"^ *(?P<at>//)", "a comment begins with #", "write `# ` instead of //"),
    (r"^[ -]*(?P<field>FIELD)(?P<at>:)[^ \n]", "the space after the colon is missing", "write `{field}: `"),
    (r"^[ -]*(?P<field>FIELD) *(?P<at>[;=：])", "there is {at} instead of a colon", "write `{field}: `"),
    (
        r"^ *(?P<dash>- +)?(?P<at>(?P<field>FIELD))(?= +[^a-z]|(?(dash) +\S*[-\d]\S*$|(?: *$| +\S+$)))",
        "the colon after {field!r} is missing",
        "write `{field}:`, and a space after it",
    ),
)
UNKNOWN_LINE = (
    "this line is neither `field: text` nor `- item`",
    "put as many spaces before it as before the text it belongs to; a comment begins with `# `",
)


def explain_error(
    error: yaml.MarkedYAMLError, text: str, events: Iterable[yaml.Event], field_names: frozenset[str]
) -> Hint:
    """Return the cause of a syntax error in `text`, given the events that were parsed before it."""
    context, mark = error.context or "", error.problem_mark or error.context_mark
    if mark is None:
        return _general_hint(error, 0)
    if re.search("escape|hex", error.problem or ""):
        message = "a backslash has a special meaning in double quotes"
        return Hint(mark.index, message, "put the text in single quotes, or write \\\\ for one \\")
    if error.context_mark and "quoted scalar" in context:
        return _explain_open_quote(error.context_mark, text)
    if quoted := _quoted_before(text, mark, events):
        return _explain_text_after_quote(quoted, mark, text)
    if error.context_mark and re.search("scanning|flow", context):
        return _explain_start(error, text, field_names)
    return _explain_line(error, mark, text, field_names)


def explain_starred_text(start: yaml.Mark, text: str, field_names: frozenset[str]) -> Hint:
    """Return the cause when YAML reads a line such as `*Ask* me: why` as a field, given where it starts."""
    lines = text.split("\n")
    line = lines[start.line]
    if line.strip()[:2] == "* " or line.lstrip(" ").startswith("- "):
        return _explain_colon(lines, start, start.index - start.column, field_names)
    return _explain_text_below(lines, start.line, "begins with `*`")


def find_common_mistake(line: str, offset: int, field_names: frozenset[str]) -> Hint | None:
    """Return the mistake in `line`, which begins at `offset`, if it is one of COMMON_MISTAKES."""
    for pattern, message, hint in _mistakes(field_names):
        if match := pattern.search(line):
            groups = match.groupdict()
            return Hint(offset + match.start("at"), message.format(**groups), hint.format(**groups))
    return None


@cache
def _mistakes(field_names: frozenset[str]) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    fields = "|".join(sorted(field_names)) or r"(?!)"
    return tuple(
        (re.compile(pattern.replace("FIELD", f"(?:{fields})")), message, hint)
        for pattern, message, hint in COMMON_MISTAKES
    )


def _explain_start(error: yaml.MarkedYAMLError, text: str, field_names: frozenset[str]) -> Hint:
    """Explain an error in something whose start is known: a bare line, a bracket, a special character."""
    start = error.context_mark
    if start.index >= len(text):
        return _general_hint(error, start.index)
    line = text.split("\n")[start.line]
    offset = start.index - start.column
    if hint := find_common_mistake(line, offset, field_names):
        return hint
    value = line[start.column :]
    if "flow" in (error.context or "") and not re.search(r"[]}]", value):
        closing = "}" if value[0] == "{" else "]"
        message = f"the bracket {value[0]} that opens here is not closed"
        if value.rstrip().endswith(")"):
            return Hint(start.index, message, f"write {closing} instead of ) at its end")
        return Hint(start.index, message, f"write {closing} at its end; or {quote_hint(value)}")
    if value[:1] in (">", "|"):
        message = f"there is text on the same line as {value[0]}"
        hint = "begin the text on the next line"
        return Hint(start.index, message, hint if value[1:2] in ("-", "+") else f"{hint}; or {quote_hint(value)}")
    if value[:1] == "*" and not line[: start.column].strip():
        return _explain_text_below(text.split("\n"), start.line, "begins with `*`")
    if hint := explain_special_character(line, offset, field_names):
        return hint
    if ": " in line[: start.column] and not is_field(line):
        return _explain_colon(text.split("\n"), start, offset, field_names)
    bad = find_missing_dash(text.split("\n"), start.line)
    return Hint(start.index, *(bad[1:] if bad else UNKNOWN_LINE))


def _explain_line(error: yaml.MarkedYAMLError, mark: yaml.Mark, text: str, field_names: frozenset[str]) -> Hint:
    """Explain an error of which only the end is known: its cause is in this line or in one above."""
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    offset = mark.index - mark.column
    before = line[: mark.column]
    hint = None
    if not before.strip(" -"):
        hint = _explain_bad_line(lines, find_bad_indent(lines, mark.line), field_names)
    elif is_field(line) and ":" not in before:
        hint = _explain_bad_line(lines, find_wrong_level(lines, mark.line), field_names)
    elif ": " in line[: mark.column + 2]:
        hint = explain_special_character(line, offset, field_names)
        hint = hint or _explain_colon(lines, mark, offset, field_names)
    else:
        hint = explain_special_character(line, offset, field_names)
    return hint or _general_hint(error, mark.index)


def _explain_bad_line(lines: list[str], bad: BadLine | None, field_names: frozenset[str]) -> Hint | None:
    """Return the common mistake in a line with the wrong indentation, or else that."""
    if bad is None:
        return None
    number, message, hint = bad
    offset = sum(len(line) + 1 for line in lines[:number])
    indent = len(lines[number]) - len(lines[number].lstrip(" "))
    mistake = find_common_mistake(lines[number], offset, field_names)
    return mistake or Hint(offset + indent, message, hint)


def _explain_colon(lines: list[str], mark: yaml.Mark, offset: int, field_names: frozenset[str]) -> Hint:
    """Explain a colon inside a text; if the text has several lines, at the field above it."""
    line = lines[mark.line]
    if match := re.search(r"\{:", line):
        hint = "remove the braces and what is between them"
        return Hint(offset + match.start(), "attribute lists are not allowed", hint)
    if is_field(line) or line.lstrip(" ").startswith("- "):
        value = re.sub(r"^ *(?:- +)*(?:[\w-]+: +)?", "", line)
        second = find_second_field(value, offset + len(line) - len(value), field_names)
        return second or Hint(mark.index, *explain_text(value))
    number = next((n for n in range(mark.line - 1, -1, -1) if is_field(lines[n])), mark.line)
    if re.search(r": +[>|][-+]?$", lines[number]):
        return Hint(offset + len(line) - len(line.lstrip(" ")), *UNKNOWN_LINE)
    return find_common_mistake(line, offset, field_names) or _explain_text_below(lines, mark.line, "contains `: `")


def _explain_text_below(lines: list[str], below: int, cause: str) -> Hint:
    """Explain what is special in the line `below` of a text, at the field above it."""
    number = next((n for n in range(below - 1, -1, -1) if is_field(lines[n])), below)
    colon = sum(len(above) + 1 for above in lines[:number]) + lines[number].find(":") + 1
    message = f"the text below {cause} (in line {below + 1})"
    return Hint(colon, message, "write >- after this colon, and nothing else in this line")


def _explain_text_after_quote(quoted: yaml.ScalarEvent, mark: yaml.Mark, text: str) -> Hint:
    if _JOINED_LINES.search(text, quoted.start_mark.index, quoted.end_mark.index):
        return _explain_open_quote(quoted.start_mark, text)
    if text[mark.index :].partition("\n")[0].strip() == ",":
        return Hint(mark.index, "there is a comma after the text", "delete it")
    rest = text[quoted.start_mark.index :].partition("\n")[0].rstrip()
    hint = f"close it at the very end; write a {quoted.style} inside it as {_ESCAPES[quoted.style]}"
    if not rest.endswith(quoted.style):
        hint = quote_hint(rest)
    return Hint(mark.index, "the text goes on after its closing quote", hint)


def _explain_open_quote(start: yaml.Mark, text: str) -> Hint:
    quote = text[start.index : start.index + 1]
    hint = f"write {quote} at its end; write a {quote} inside it as {_ESCAPES.get(quote, quote)}"
    return Hint(start.index, "the quote that opens here is not closed", hint)


def _quoted_before(text: str, mark: yaml.Mark, events: Iterable[yaml.Event]) -> yaml.ScalarEvent | None:
    """Return the text in quotes that ends right before `mark`."""
    quoted = (e for e in events if isinstance(e, yaml.ScalarEvent) and e.style in _ESCAPES)
    last = max(quoted, key=lambda event: event.start_mark.index, default=None)
    between = last and text[last.end_mark.index : mark.index]
    return last if between is not None and not between.strip(" ") else None


def _general_hint(error: yaml.MarkedYAMLError, offset: int) -> Hint:
    message = f"this is not YAML ({error.problem or error.context})"
    hint = "check the indentation and colons here and in the line above; put quotes around text that contains ': '"
    return Hint(offset, message, hint)
