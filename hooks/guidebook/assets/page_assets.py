"""Find the scripts and style sheets of a page by convention, from the names of its widgets."""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from .javascript import module_graph


class PageAssets:
    """The files of docs/assets/ that pages load.

    The widget `<x-y>` is the module `js/<feature>/x-y.mjs`. It brings `css/<feature>.css`, unless that sheet is joined
    into one that every page loads.
    """

    def __init__(self, folder: Path, joined: Collection[str]) -> None:
        """Index the modules below `folder`; `joined` names the style sheets that every page loads."""
        scripts = folder / "js"
        self._paths = {file.stem: file.relative_to(scripts).as_posix() for file in scripts.rglob("*.mjs")}
        self._read = cache(lambda path: (scripts / path).read_text("utf-8"))
        self._scripts = cache(self._resolve_scripts)
        self._sheets = {file.stem for file in (folder / "css").glob("*.css")} - {*joined}

    def scripts(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the paths of the modules `names` and of all that they import. Raises KeyError for an unknown name."""
        return self._scripts(tuple(names))

    def style_sheets(self, names: Iterable[str]) -> list[str]:
        """Return the names of the style sheets of the modules `names`, each once."""
        features = (self._paths[name].partition("/")[0] for name in names)
        return [*dict.fromkeys(feature for feature in features if feature in self._sheets)]

    def _resolve_scripts(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(module_graph([self._paths[name] for name in names], self._read))
