"""A script without its comments: types and reasons are for whoever reads the source, and a quarter of what a phone would load."""

import re

_COMMENT = re.compile(
    r"(?:^|(?<=[\s(,;{\[.]))(?:/\*\*?\s.*?\*/|// [^\n]*)", re.DOTALL | re.MULTILINE
)
_SPACE = re.compile(r"[ \t]*\n\s*\n|[ \t]+\n")


def bare(script: str) -> str:
    """Return `script` without comments and empty lines.

    A comment begins after a space or a bracket, as all of ours do; what looks like one within a word or an address is none.
    """
    return _SPACE.sub("\n", _COMMENT.sub("", script)).lstrip()
