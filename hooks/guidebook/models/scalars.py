"""Types of numbers, booleans, dates and URLs. They convert scalars without quotes; see text/scalars.py."""

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ..text.inline_markdown import HTTPS
from ..text.issue import Issue
from ..text.scalars import PlainScalar
from .validation import validation_error

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _parse_integer(value: Any) -> Any:
    if isinstance(value, PlainScalar) and _INTEGER.fullmatch(value):
        return int(value)
    return value


def _parse_boolean(value: Any) -> Any:
    if isinstance(value, PlainScalar) and value in ("true", "false"):
        return value == "true"
    return value


def _parse_date(value: Any) -> Any:
    """Return the date of a text such as 2026-11-22. `fromisoformat` would also accept 2026-W47 and 20261122."""
    if not isinstance(value, str):
        return value
    if not _ISO_DATE.fullmatch(value):
        raise validation_error(Issue(f"{value[:60]!r} is not a date", "write year, month and day: 2026-11-22"))
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        message = f"{value} is not a day of the calendar"
        raise validation_error(Issue(message, "write a day that exists, as year, month and day: 2026-11-22")) from None


def integer(least: int, most: int) -> Any:
    """Return the type of a whole number from `least` to `most`."""
    return Annotated[int, Field(ge=least, le=most), BeforeValidator(_parse_integer)]


Boolean = Annotated[bool, BeforeValidator(_parse_boolean)]
Date = Annotated[dt.date, BeforeValidator(_parse_date)]
Address = Annotated[str, Field(pattern=f"^{HTTPS}$", max_length=500)]
