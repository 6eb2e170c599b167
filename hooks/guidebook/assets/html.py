"""Shrink HTML."""

import re

_INDENTATION = re.compile(r"<(pre|script|textarea)\b.*?</\1>|\n\s+", re.DOTALL)


def strip_indentation(html: str) -> str:
    """Return `html` without indentation and blank lines, except where white space shows or belongs to a script."""
    return _INDENTATION.sub(lambda match: match[0] if match[1] else "\n", html)
