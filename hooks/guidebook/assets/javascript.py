"""Strip comments from JavaScript modules, and follow their static imports."""

import posixpath
import re
from collections.abc import Callable, Iterable

_COMMENT = re.compile(r"(?:^|(?<=[\s(,;{\[.]))(?:/\*\*?\s.*?\*/|// [^\n]*)", re.DOTALL | re.MULTILINE)
_SPACE = re.compile(r"[ \t]*\n\s*\n|[ \t]+\n")
_IMPORT = re.compile(r"""^import (?:\{[^}]*\} from )?"(\.[^"]+)";""", re.MULTILINE)


def strip_comments(script: str) -> str:
    """Return `script` without comments and blank lines.

    Only comments after white space or a bracket are removed, so that `//` inside a word or a URL stays.
    """
    return _SPACE.sub("\n", _COMMENT.sub("", script)).lstrip()


def find_imports(script: str) -> list[str]:
    """Return the relative paths that `script` imports statically."""
    return _IMPORT.findall(script)


def resolve_import(module: str, path: str) -> str:
    """Return the path from the root for `path`, as the module at the path `module` imports it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(module), path))


def module_graph(modules: Iterable[str], read: Callable[[str], str]) -> list[str]:
    """Return the paths of `modules` and of their static imports at any depth, each once and after its own imports.

    `read` returns the text of the module at a path. Dynamic imports are left out.
    """
    graph: dict[str, None] = {}
    for module in modules:
        if module not in graph:
            imports = [resolve_import(module, path) for path in find_imports(read(module))]
            graph |= dict.fromkeys([*module_graph(imports, read), module])
    return [*graph]
