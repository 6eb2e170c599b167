"""A script without its comments, and with all that it imports: what a phone loads is less, and loaded at once."""

import posixpath
import re
from collections.abc import Callable, Iterable

_COMMENT = re.compile(
    r"(?:^|(?<=[\s(,;{\[.]))(?:/\*\*?\s.*?\*/|// [^\n]*)", re.DOTALL | re.MULTILINE
)
_SPACE = re.compile(r"[ \t]*\n\s*\n|[ \t]+\n")
_IMPORT = re.compile(r"""^import (?:\{[^}]*\} from )?"(\.[^"]+)";""", re.MULTILINE)


def bare(script: str) -> str:
    """Return `script` without comments and empty lines.

    A comment begins after a space or a bracket, as all of ours do; what looks like one within a word or an address is none.
    """
    return _SPACE.sub("\n", _COMMENT.sub("", script)).lstrip()


def find_imports(script: str) -> list[str]:
    """Return the relative paths that `script` imports statically."""
    return _IMPORT.findall(script)


def with_imports(modules: Iterable[str], read: Callable[[str], str]) -> list[str]:
    """Return the paths of `modules` and of all that they import, each once and after what it imports.

    `read` returns the text of the module at a path; what is imported only when it is first used is not among them.
    """
    found: dict[str, None] = {}
    for module in modules:
        if module not in found:
            folder = posixpath.dirname(module)
            imports = find_imports(read(module))
            needed = [posixpath.normpath(posixpath.join(folder, path)) for path in imports]
            found |= dict.fromkeys([*with_imports(needed, read), module])
    return [*found]
