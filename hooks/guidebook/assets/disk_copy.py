"""A copy of the site that works from a file manager, where browsers load neither modules nor data.

Modules become one classic script, in which each is a function that runs when it is first used; data becomes scripts; links
to folders name their page.
"""

import json
import re
from collections.abc import Mapping

from .service_worker import kept

NOTE = (
    '<p class="copy-note screen">You read a copy on your device. Most browsers do not keep ticks and notes here: '
    'for those, read <a href="{address}">the guide online</a>, or print.</p>'
)
RUN = "assets/js/copy.js"
_IMPORT = re.compile(r"""^import (?:\{([^}]*)\} from )?"(\.[^"]+)";""", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_LATER = re.compile(r"""\bimport\("(\.[^"]+)"\)""")
_MODULES = re.compile(r"""<script data-modules="([^"]+)">.*?</script>""", re.DOTALL)
_FOLDER = re.compile(r"""(\bhref="|\burl=)((?!\w+:|//|#)[^"?#]*?)(/?)(?=["?#])""")
_POLICY = re.compile(r"""<meta http-equiv="Content-Security-Policy"[^>]*>\s*""")
_WORKER = re.compile(r""" data-worker="[^"]*\"""")

_FRAME = """"use strict";
{
  const tag = document.currentScript;
  const ROOT = new URL("../../", tag.src).href;
  const done = new Map();
  const use = (path) => {
    if (!done.has(path)) done.set(path, modules[path]());
    return done.get(path);
  };
  const fetch = (address) => new Promise((found, missed) => {
    const script = document.createElement("script");
    script.onload = () => found(new Response(JSON.stringify(globalThis.roundTwoData)));
    script.onerror = missed;
    script.src = `${address}.js`;
    document.head.append(script);
  });
  const named = (link) => link.pathname.endsWith("/") && (link.pathname += "index.html");
  addEventListener("click", ({ target }) => target.closest?.("a[href^='file:']") && named(target.closest("a")), true);
  const modules = {
%s
  };
  for (const path of tag.dataset.run.split(" ")) use(path);
}
"""


def copied(files: Mapping[str, bytes], address: str) -> dict[str, bytes]:
    """Return the files of the copy by path; `address` is where the guide stands online."""
    addresses = kept(files).keys() - {"404.html"}  # which only a server shows
    names = {path if path and path[-1] != "/" else f"{path}index.html" for path in addresses}
    copy = {
        path: files[path] for path in names if not path.endswith((".mjs", ".json", ".webmanifest"))
    }
    for path in names:
        if path.endswith(".html"):
            copy[path] = page(files[path].decode(), address).encode()
        elif path.endswith(".json"):
            copy[f"{path}.js"] = b"globalThis.roundTwoData = " + files[path]
    scripts = {
        path: files[path].decode()
        for path in sorted(names)
        if path.endswith(".mjs") and path != "assets/js/offline/register-worker.mjs"
    }
    return copy | {RUN: linked(scripts).encode()}


def page(html: str, address: str) -> str:
    """Return a page with a classic script for its modules, links to files, and the word that it is a copy."""
    html = _MODULES.sub(lambda found: _script(found[1].split(" ")), _WORKER.sub("", html))
    html = _FOLDER.sub(lambda found: found[1] + _file(found[2], found[3]), html)
    return re.sub(
        r"(<main[^>]*>)", lambda main: main[1] + NOTE.format(address=address), html, count=1
    )


def _script(modules: list[str]) -> str:
    """Return the tag of the classic script that runs `modules`, each given by its relative path."""
    root = modules[0].partition("assets/js/")[0]
    run = " ".join(module.removeprefix(root) for module in modules)
    return f'<script defer src="{root}{RUN}" data-run="{run}"></script>'


def _file(path: str, slash: str) -> str:
    """Return the file a relative link to a folder means; any other link as it is."""
    if slash or path.rsplit("/", 1)[-1] in ("..", "."):
        return f"{path}/index.html"
    return path + slash


def linked(modules: Mapping[str, str]) -> str:
    """Return one classic script that holds every module; the tag that loads it says which run."""
    return _FRAME % "\n".join(_function(path, text) for path, text in modules.items())


def _function(path: str, text: str) -> str:
    """Return a module as a function that returns what it exports; two that need each other would call each other for ever.

    Raises ValueError for a form of import or export that no module here uses.
    """
    names = [name for _, name in _EXPORT.findall(text)]
    body = _EXPORT.sub(r"\1", text)
    body = _IMPORT.sub(lambda found: _used(path, found[1], found[2]), body)
    body = _LATER.sub(
        lambda found: f"Promise.resolve().then(() => use({_at(path, found[1])}))", body
    )
    body = body.replace("import.meta.url", f"(ROOT + {json.dumps(path)})")
    if left := re.search(r"^(import|export)\b.*", body, re.MULTILINE):
        raise ValueError(f"{path}: write it another way, it cannot be linked: {left[0]}")
    return f"{json.dumps(path)}: () => {{\n{body}\nreturn {{ {', '.join(names)} }};\n}},"


def _used(path: str, names: str | None, other: str) -> str:
    call = f"use({_at(path, other)});"
    return f"const {{{names.replace(' as ', ': ')}}} = {call}" if names else call


def _at(path: str, other: str) -> str:
    """Return, quoted, the path from the root that `other` means in the module `path`."""
    parts = path.split("/")[:-1]
    for part in other.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return json.dumps("/".join(parts))
