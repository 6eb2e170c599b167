"""Where the lines of a YAML file begin, and which of them stands too far to the left or right."""

import re
from typing import NamedTuple

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<field>\w[\w-]* *:(?= |$))?")

Found = tuple[int, str, str]
"""The number of a line, from 0, what is wrong with it, and what to do."""


class Start(NamedTuple):
    """Something that begins in a line: an item, an item with fields, a field, or words."""

    column: int
    sort: str
    line: int


def is_field(line: str) -> bool:
    """Tell whether a line begins with a field and its colon, perhaps after dashes."""
    return bool((found := _LINE.match(line)) and found["field"])


def misplaced(lines: list[str], number: int) -> Found | None:
    """Return what is wrong with where a line begins, or with an odd line above it that it ought to follow."""
    if not lines[number : number + 1] or not lines[number].strip():
        return None
    here = _starts(lines, number)[0]
    first = next(n for n in range(len(lines)) if n == number or _is_told(lines[n]))
    if here.column == 0 < _starts(lines, first)[0].column:
        return _first(first, here)
    return _above(lines, number, here) or _told(lines, number)


def _first(first: int, here: Start) -> Found:
    """Return what is wrong with the first line of a file, when a later one begins to the left of it."""
    if here.sort == "item with fields":
        return first, "the dash of this entry is missing", f"begin it like line {here.line + 1}"
    wrong = "this line stands too far to the right"
    return first, wrong, f"put no space before it, as in line {here.line + 1}"


def _above(lines: list[str], number: int, here: Start) -> Found | None:
    """Return what is wrong with a line above, when that one leaves no place for the line that is `here`."""
    above = _before(lines, number)
    if above is None:
        return None
    there = _starts(lines, above)[0]
    if there.column == here.column and there.sort == "words" and here.sort == "item":
        return above, "the dash of this item is missing", "write `- ` before it"
    owner = next((one for one in _open(lines, number) if one.column < here.column), None)
    if owner and (first := _after(lines, owner.line)) < number:
        child = _child(lines, first)
        begun = _starts(lines, first)[0]
        if child and child[0].column == here.column != begun.column:
            if here.sort.startswith("item") and begun.sort == "field":
                return first, "the dash of this item is missing", "write `- ` before it"
            return _told(lines, first)
    odd = [one for one in _open(lines, number) if one.column % 2 and one.sort != "words"]
    return _told(lines, odd[0].line) if odd and here.column % 2 == 0 else None


def astray(lines: list[str], number: int) -> Found | None:
    """Return what is wrong where a field follows a text it cannot follow: the line above, or the field's own."""
    above = _before(lines, number)
    if above is None:
        return None
    here = _starts(lines, number)[0]
    while (higher := _before(lines, above)) is not None and _swallows(lines, higher, above):
        above = higher
    there = _starts(lines, above)
    if there[-1].sort == "words" and there[-1].column in (there[0].column, here.column):
        if any(start.sort == "item" for start in _open(lines, above)) and there[0].sort == "item":
            return _told(lines, above)
        return above, "this line is not `field: text`", "write `field: ` before the text"
    if _lacks_dash(lines, above, number):
        return above, "the dash of this item is missing", "write `- ` before it"
    child = {start.column for start in _child(lines, above)}
    if (child and there[0].column not in child) or there[0].column % 2 > here.column % 2:
        return _told(lines, above)
    places = [*_open(lines, above), *_child(lines, above)]
    fits = {start.column for start in places if start.sort != "words"}
    return _told(lines, above if here.column in fits else number)


def _lacks_dash(lines: list[str], above: int, number: int) -> bool:
    """Tell whether the first line below a field is an item without its dash, as those after it stand deeper."""
    here, there = _starts(lines, number)[0], _starts(lines, above)[0]
    if not _child(lines, above) or here.column != there.column + 2:
        return False
    if (after := _after(lines, number)) == len(lines):
        return False
    then = _starts(lines, after)[0]
    return then.column >= here.column or (then.column, then.sort[:4]) == (there.column, "item")


def _swallows(lines: list[str], above: int, below: int) -> bool:
    """Tell whether an item takes the item below it for more of its own text."""
    one, two = _starts(lines, above), _starts(lines, below)
    return one[0].sort == two[0].sort == "item" and one[0].column < two[0].column


def _told(lines: list[str], number: int) -> Found | None:
    here = _starts(lines, number)[0]
    others = [
        start
        for start in (*_child(lines, number), *_open(lines, number))
        if start.column != here.column
    ]
    alike = [start for start in others if start.sort in (here.sort, "below")] or others
    if not alike:
        return None
    best = min(alike, key=lambda start: (abs(start.column - here.column), -start.column))
    side = "left" if best.column > here.column else "right"
    spaces = {0: "no space", 1: "one space"}.get(best.column, f"{best.column} spaces")
    like = "below" if best.sort == "below" else "as in"
    tip = f"put {spaces} before it, {like} line {best.line + 1}"
    return number, f"this line stands too far to the {side}", tip


def _starts(lines: list[str], number: int) -> list[Start]:
    """Return what begins in a line, from left to right."""
    found = _LINE.match(lines[number])
    assert found
    last = "field" if found["field"] else "words"
    dashes = [found.start("dashes") + dash.start() for dash in re.finditer("-", found["dashes"])]
    sorts = ["item"] * len(dashes)
    if sorts and last == "field":
        sorts[-1] = "item with fields"
    columns = [*dashes, found.end("dashes")]
    return [
        Start(column, sort, number) for column, sort in zip(columns, [*sorts, last], strict=True)
    ]


def _open(lines: list[str], number: int) -> list[Start]:
    """Return what a line may go on with: all that has begun above it and not ended, innermost first."""
    found: list[Start] = []
    above = _before(lines, number)
    while above is not None and not (found and found[-1].column == 0):
        for start in reversed(_starts(lines, above)):
            if not found or start.column < found[-1].column:
                found.append(start)
        above = _before(lines, above)
    return found


def _child(lines: list[str], number: int) -> list[Start]:
    """Return where a line may begin below a field that ends with its colon."""
    above = _before(lines, number)
    if above is None or not re.search(r":(?: +[>|][-+]?)? *$", lines[above]):
        return []
    return [Start(_starts(lines, above)[-1].column + 2, "below", above)]


def _before(lines: list[str], number: int) -> int | None:
    """Return the number of the line above that is neither blank nor a note."""
    while number > 0:
        number -= 1
        if _is_told(lines[number]):
            return number
    return None


def _after(lines: list[str], number: int) -> int:
    """Return the number of the line below that is neither blank nor a note, or how many lines there are."""
    below = range(number + 1, len(lines))
    return next((n for n in below if _is_told(lines[n])), len(lines))


def _is_told(line: str) -> bool:
    """Tell whether a line is neither blank nor a note."""
    return bool(line.strip()) and not line.lstrip(" ").startswith("#")
