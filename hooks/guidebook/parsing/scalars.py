"""What a plain scalar means. Words are text; what any reader of YAML could take for something else is refused.

The table joins the types of YAML 1.1 (https://yaml.org/type/, as PyYAML reads them) with the core schema of YAML 1.2.
"""

import datetime as dt
import re
from typing import Any

import yaml

_NUMBER = r"""[-+]?(
    0b[01_]+ | 0o[0-7_]+ | 0x[0-9a-fA-F_]+
  | [1-9][0-9_]*(:[0-5]?[0-9])+ | [0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*
  | (\.[0-9][0-9_]* | [0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?
  | \.(inf|Inf|INF) | \.(nan|NaN|NAN)
)"""
_READINGS = {
    "nothing at all": r"~|null|Null|NULL",
    "a truth value": r"y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
    "a number": _NUMBER,
    "a moment in time": r"\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?([Tt]|[ ]+)\d\d?:\d\d:\d\d(\.\d*)?([ ]*(Z|[-+]\d\d?(:?\d\d)?))?",
    "an instruction to merge": r"<<",
    "a default value": r"=",
}
_INSTEAD = {
    "a truth value": "a truth value is true or false",
    "a number": "a number is whole, without zeros before it",
}
_ANY = re.compile(
    "|".join(f"(?P<_{number}>{pattern})" for number, pattern in enumerate(_READINGS.values())),
    re.VERBOSE | re.ASCII,
)
_FIRST = frozenset("-+.0123456789~nNyYtTfFoO<=")
"""No scalar of the table begins with another sign."""


class Misread(ValueError):
    """Raised with what is wrong and what to write instead."""


def value(text: str) -> Any:
    """Return what a plain scalar means: a truth value, a whole number, a day, nothing, or text.

    Raises:
        Misread: when another reader of YAML could understand it differently, or nobody can.
    """
    if text[:1] not in _FIRST or not (found := _ANY.fullmatch(text)):
        return text if text else None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"0|-?[1-9][0-9]*", text):
        return _whole(text)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return _day(text)
    kind = [*_READINGS][int((found.lastgroup or "_0")[1:])]
    tip = f'put text in quotes: "{text[:60]}"'
    if kind in _INSTEAD and ":" not in text:
        tip += f"; {_INSTEAD[kind]}"
    raise Misread(f"{text[:60]} {_otherwise(text, kind)}", tip)


def _whole(text: str) -> int:
    if len(text) > 15:
        raise Misread(
            f"the number {text[:60]} has {len(text)} digits",
            f'write fewer than 16, or put text in quotes: "{text[:60]}"',
        )
    return int(text)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Misread(f"{text} is not a day of the calendar", "write a day that exists") from None


def _otherwise(text: str, kind: str) -> str:
    """Return what the scalar would be read as, by our parser where it does so, else by others."""
    if len(text) > 60:
        return f"would be read as {kind}"
    try:
        read = yaml.safe_load(text)
    except (ValueError, yaml.YAMLError):
        return f"would be read as {kind}"
    if isinstance(read, str):
        return f"would be read as {kind} by other programs"
    exact = isinstance(read, bool | int | float)
    return (
        f"would be read as {kind.replace('a ', 'the ', 1)} {read}"
        if exact
        else f"would be read as {kind}"
    )
