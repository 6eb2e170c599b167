"""Find the line of a YAML file whose indentation is wrong."""

import re
from typing import NamedTuple

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<field>\w[\w-]* *:(?= |$))?")

_SHOWN_LENGTH = 60

BadLine = tuple[int, str, str]
"""The number of a line, from 0, the message and the hint."""


class LineStart(NamedTuple):
    """A column where something begins: an item, an item with fields, a field, or words."""

    column: int
    type: str
    line: int


def is_field(line: str) -> bool:
    """Tell whether a line begins with `field:`, perhaps after dashes."""
    return bool((match := _LINE.match(line)) and match["field"])


def find_bad_indent(lines: list[str], number: int) -> BadLine | None:
    """Return the line with the wrong indentation: the given one, or one above that leaves no level for it."""
    if not lines[number : number + 1] or not lines[number].strip():
        return None
    here = _line_starts(lines, number)[0]
    first = next(n for n in range(len(lines)) if n == number or _has_content(lines[n]))
    if here.column == 0 < _line_starts(lines, first)[0].column:
        return _check_first_line(first, here)
    if mistake := _check_dash(lines, number, here):
        return mistake
    return _check_lines_above(lines, number, here) or _describe(lines, number)


def _check_first_line(first: int, here: LineStart) -> BadLine:
    """Return what is wrong with the first line of a file, which a later line shows to be indented too far."""
    if here.type == "item with fields":
        return first, "the dash of this entry is missing", f"begin it like line {here.line + 1}"
    message = "this line is too far to the right"
    return first, message, f"put no space before it, as in line {here.line + 1}"


def _field_name(lines: list[str], number: int) -> str:
    return lines[number].strip(" -").partition(":")[0]


def find_missing_dash(lines: list[str], number: int) -> BadLine | None:
    """Return the given line if it is a text among the items of a list."""
    return _check_dash(lines, number, _line_starts(lines, number)[0])


def _check_dash(lines: list[str], number: int, here: LineStart) -> BadLine | None:
    """Return a field that has a dash among fields without, or a text that has none among items."""
    level = next((one for one in _open_levels(lines, number) if one.column == here.column), None)
    if level is None or _child_level(lines, number):
        return None
    if here.type == "field" and level.type == "item with fields":
        name = _field_name(lines, number)
        if _field_name(lines, level.line) == name:
            return number, "the dash of this entry is missing", f"write `- {name}:` instead of `{name}:`"
    if here.type == "item with fields" and level.type == "field":
        name = _field_name(lines, number)
        starts = [one.line for one in _open_levels(lines, number) if one.type == "item with fields"]
        if starts and _field_name(lines, starts[0]) == name:
            return None  # the first field of another item
        return number, "this field has a dash before it", f"write `{name}:` instead of `- {name}:`"
    if here.type == "words" and level.type == "item":
        text = lines[number].strip()
        shown = text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]} …"
        if len(above := lines[_previous_line(lines, number)].rstrip()) > _SHOWN_LENGTH and above[-1] not in ".?!”":
            message, hint = "this line begins where the dashes do", f"put {here.column + 2} spaces before it"
            return number, message, f"{hint}, because it continues the text above; or, if it is a new item, write `- `"
        return number, "the dash of this item is missing", f"write `- {shown}`"
    return None


def _check_lines_above(lines: list[str], number: int, here: LineStart) -> BadLine | None:
    """Return the line above that leaves no level for the line `here`."""
    above = _previous_line(lines, number)
    if above is None:
        return None
    there = _line_starts(lines, above)[0]
    if there.column == here.column and there.type == "words" and here.type == "item":
        return above, "the dash of this item is missing", "write `- ` before it"
    owner = next((one for one in _open_levels(lines, number) if one.column < here.column), None)
    if owner and (first := _next_line(lines, owner.line)) < number:
        child = _child_level(lines, first)
        begun = _line_starts(lines, first)[0]
        if begun.column == here.column and re.fullmatch(r" *[>|][-+]?", lines[first]) and here.type == "item":
            return first, "the dash of this item is missing", "write `- ` before it"
        if child and child[0].column == here.column != begun.column:
            if (above := _previous_line(lines, owner.line)) and _field_left_empty(lines, above, owner.column):
                return _describe(lines, owner.line)
            if here.type.startswith("item") and begun.type == "field":
                return first, "the dash of this item is missing", "write `- ` before it"
            return _describe(lines, first)
    odd = [one for one in _open_levels(lines, number) if one.column % 2 and one.type != "words"]
    return _describe(lines, odd[0].line) if odd and here.column % 2 == 0 else None


def _field_left_empty(lines: list[str], number: int, column: int) -> int | None:
    """Return the field without a value in `column` that lines in the same column, up to `number`, were meant to be in."""
    while number is not None and _line_starts(lines, number)[-1].column == column:
        if lines[number].rstrip().endswith(":"):
            return number
        number = _previous_line(lines, number)
    return None


def find_wrong_level(lines: list[str], number: int) -> BadLine | None:
    """Return the line at fault when a field follows a text that it cannot follow: the text, or the field itself."""
    above = _previous_line(lines, number)
    if above is None:
        return None
    here = _line_starts(lines, number)[0]
    if field := _field_left_empty(lines, above, here.column - 2):
        return _describe(lines, _next_line(lines, field))
    while (higher := _previous_line(lines, above)) is not None and _absorbs(lines, higher, above):
        above = higher
    there = _line_starts(lines, above)
    if there[-1].type == "words" and there[-1].column in (there[0].column, here.column):
        if any(start.type == "item" for start in _open_levels(lines, above)) and there[0].type == "item":
            return _describe(lines, above)
        return above, "this line is not `field: text`", "write `field: ` before the text"
    if _is_dash_missing(lines, above, number):
        return above, "the dash of this item is missing", "write `- ` before it"
    if _is_deep_field(lines, above, here):
        _, message, hint = _describe(lines, number) or (number, "", "")
        return number, message, f"{hint}, and before the other fields of this entry"
    child = {start.column for start in _child_level(lines, above)}
    if (child and there[0].column not in child) or there[0].column % 2 > here.column % 2:
        return _describe(lines, above)
    places = [*_open_levels(lines, above), *_child_level(lines, above)]
    fits = {start.column for start in places if start.type != "words"}
    return _describe(lines, above if here.column in fits else number)


def _is_deep_field(lines: list[str], above: int, here: LineStart) -> bool:
    """Tell whether the first field below `- id: …` is deeper than `id`, by an even number of spaces."""
    there = _line_starts(lines, above)
    depth = here.column - there[-1].column
    has_value = not lines[above].rstrip().endswith(":")
    return there[0].type == "item with fields" and has_value and depth > 0 and depth % 2 == 0


def _is_dash_missing(lines: list[str], above: int, number: int) -> bool:
    """Tell whether the first line below a field is an item without its dash, as deeper lines after it show."""
    here, there = _line_starts(lines, number)[0], _line_starts(lines, above)[0]
    if not _child_level(lines, above) or here.column != there.column + 2:
        return False
    if (after := _next_line(lines, number)) == len(lines):
        return False
    then = _line_starts(lines, after)[0]
    return then.column >= here.column or (then.column, then.type[:4]) == (there.column, "item")


def _absorbs(lines: list[str], above: int, below: int) -> bool:
    """Tell whether YAML reads the item below as more text of the item above."""
    one, two = _line_starts(lines, above), _line_starts(lines, below)
    return one[0].type == two[0].type == "item" and one[0].column < two[0].column


def _describe(lines: list[str], number: int) -> BadLine | None:
    """Return the message for a line, with the level of the nearest line that it may continue."""
    here = _line_starts(lines, number)[0]
    others = [
        start for start in (*_child_level(lines, number), *_open_levels(lines, number)) if start.column != here.column
    ]
    alike = [start for start in others if start.type in (here.type, "below")] or others
    if not alike:
        return None
    best = min(alike, key=lambda start: (abs(start.column - here.column), -start.column))
    side = "left" if best.column > here.column else "right"
    spaces = {0: "no space", 1: "one space"}.get(best.column, f"{best.column} spaces")
    like = "below" if best.type == "below" else "as in"
    hint = f"put {spaces} before it, {like} line {best.line + 1}"
    return number, f"this line is too far to the {side}", hint


def _line_starts(lines: list[str], number: int) -> list[LineStart]:
    """Return the starts in a line, from left to right."""
    match = _LINE.match(lines[number])
    assert match
    last = "field" if match["field"] else "words"
    dashes = [match.start("dashes") + dash.start() for dash in re.finditer("-", match["dashes"])]
    types = ["item"] * len(dashes)
    if types and last == "field":
        types[-1] = "item with fields"
    columns = [*dashes, match.end("dashes")]
    return [LineStart(column, type, number) for column, type in zip(columns, [*types, last], strict=True)]


def _open_levels(lines: list[str], number: int) -> list[LineStart]:
    """Return the starts above a line that are not closed yet, innermost first: the line may continue any of them."""
    levels: list[LineStart] = []
    above = _previous_line(lines, number)
    while above is not None and not (levels and levels[-1].column == 0):
        for start in reversed(_line_starts(lines, above)):
            if not levels or start.column < levels[-1].column:
                levels.append(start)
        above = _previous_line(lines, above)
    return levels


def _child_level(lines: list[str], number: int) -> list[LineStart]:
    """Return the level below the previous line if that is a field without a value."""
    above = _previous_line(lines, number)
    if above is None:
        return []
    if re.search(r"- +[>|][-+]? *$", lines[above]):
        return [LineStart(_line_starts(lines, above)[-1].column, "below", above)]
    if not re.search(r":(?: +[>|][-+]?)? *$", lines[above]):
        return []
    return [LineStart(_line_starts(lines, above)[-1].column + 2, "below", above)]


def _previous_line(lines: list[str], number: int) -> int | None:
    """Return the number of the line above that is neither blank nor a comment."""
    while number > 0:
        number -= 1
        if _has_content(lines[number]):
            return number
    return None


def _next_line(lines: list[str], number: int) -> int:
    """Return the number of the line below that is neither blank nor a comment, or the count of lines."""
    below = range(number + 1, len(lines))
    return next((n for n in below if _has_content(lines[n])), len(lines))


def _has_content(line: str) -> bool:
    """Tell whether a line is neither blank nor a comment."""
    return bool(line.strip()) and not line.lstrip(" ").startswith("#")
