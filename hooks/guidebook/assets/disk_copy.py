"""A copy of the site that opens from disk, where browsers load neither modules nor JSON.

All modules are bundled into one classic script, JSON files become scripts, and links to folders name their index.html.
Links to files that the copy leaves out lead to the guide online.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import urljoin

from .javascript import resolve_import
from .service_worker import NOT_CACHED, precache_manifest

NOTE = (
    '<p class="copy-note screen">You read a copy on your device. Most browsers don\'t keep checkmarks and notes here: '
    'for those, read <a href="{address}">the guide online</a>, or print.</p>'
)
BUNDLE = "assets/js/copy.js"
NOT_BUNDLED = "/offline/register-worker.mjs"
"""Service workers need a server."""

_STATIC_IMPORT = re.compile(r"""^import (?:\{([^}]*)\} from )?"(\.[^"]+)";""", re.MULTILINE)
_DYNAMIC_IMPORT = re.compile(r"""\bimport\("(\.[^"]+)"\)""")
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)
_REEXPORT = re.compile(r"^export (?=\{([^}]*)\} from )", re.MULTILINE)
_MODULES = re.compile(r"""<script data-modules="([^"]+)">.*?</script>""", re.DOTALL)
_RELATIVE_LINK = re.compile(r"""(\bhref="|\burl=)((?!\w+:|//|#)[^"?#]*?)(/?)(?=["?#])""")
_WORKER = re.compile(r""" data-worker="[^"]*\"""")

_BUNDLE_FRAME = """"use strict";
{
  const tag = document.currentScript;
  const ROOT = new URL("../../", tag.src).href;
  const done = new Map();
  const use = (path) => {
    if (!done.has(path)) done.set(path, modules[path]());
    return done.get(path);
  };
  const fetch = (address) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => resolve(new Response(JSON.stringify(globalThis.roundTwoData)));
    script.onerror = reject;
    script.src = `${address}.js`;
    document.head.append(script);
  });
  const nameIndex = (link) => link.pathname.endsWith("/") && (link.pathname += "index.html");
  addEventListener("click", ({ target }) => target.closest?.("a[href^='file:']") && nameIndex(target.closest("a")), true);
  const modules = {
%s
  };
  for (const path of tag.dataset.run.split(" ")) use(path);
}
"""


def copy_for_disk(files: Mapping[str, bytes], address: str) -> dict[str, bytes]:
    """Return the files of the copy by path.

    `files` are those of the built site by path; `address` is the URL of the guide online.
    """
    urls = precache_manifest(files).keys() - {"404.html"}  # only a server shows it
    paths = sorted(f"{url}index.html" if url.endswith("/") or not url else url for url in urls)
    copy, modules = {}, {}
    for path in paths:
        content = files[path]
        if path.endswith(NOT_BUNDLED):
            continue
        if path.endswith(".mjs"):
            modules[path] = content.decode()
        elif path.endswith(".json"):
            copy[f"{path}.js"] = b"globalThis.roundTwoData = " + content
        elif path.endswith(".html"):
            copy[path] = convert_page(content.decode(), address, path).encode()
        elif not path.endswith(".webmanifest"):
            copy[path] = content
    return copy | {BUNDLE: bundle(modules).encode()}


def convert_page(html: str, address: str, path: str) -> str:
    """Return the page at `path` so that it loads the bundle, links to files, and names the guide at `address`."""
    html = _MODULES.sub(lambda match: _bundle_tag(match[1].split(" ")), _WORKER.sub("", html))

    def rewrite(match: re.Match[str]) -> str:
        target = urljoin(path, match[2])
        online = not match[3] and NOT_CACHED.match(target)
        return match[1] + (urljoin(address, target) if online else _link_to_file(match[2], match[3]))

    html = _RELATIVE_LINK.sub(rewrite, html)
    note = NOTE.format(address=address)
    return re.sub(r"<main[^>]*>", lambda main: main[0] + note, html, count=1)


def _bundle_tag(modules: list[str]) -> str:
    """Return the tag of the bundle that runs `modules`, given as paths relative to the page."""
    root = modules[0].partition("assets/js")[0]
    run = " ".join(module.removeprefix(root) for module in modules)
    return f'<script defer src="{root}{BUNDLE}" data-run="{run}"></script>'


def _link_to_file(path: str, slash: str) -> str:
    """Return the index.html of a relative link to a folder; any other link unchanged."""
    is_folder = slash or path.rpartition("/")[2] in ("..", ".")
    return f"{path}/index.html" if is_folder else path


def bundle(modules: Mapping[str, str]) -> str:
    """Return one classic script that contains every module by path and runs those that its tag names.

    Raises:
        ValueError: for a form of import or export that is not supported.
    """
    return _BUNDLE_FRAME % "\n".join(_as_function(path, text) for path, text in modules.items())


def _as_function(path: str, text: str) -> str:
    """Return a module as a function that returns its exports. Circular imports would recurse forever."""
    names = [name for _, name in _EXPORT.findall(text)]
    names += [name.split()[-1] for listed in _REEXPORT.findall(text) for name in listed.split(",") if name.strip()]
    body = _EXPORT.sub(r"\1", _REEXPORT.sub("import ", text))
    body = _STATIC_IMPORT.sub(lambda match: _as_call(path, match[1], match[2]), body)
    body = _DYNAMIC_IMPORT.sub(lambda match: f"Promise.resolve().then(() => {_use(path, match[1])})", body)
    body = body.replace("import.meta.url", f"(ROOT + {json.dumps(path)})")
    if unsupported := re.search(r"^(import|export)\b.*", body, re.MULTILINE):
        raise ValueError(f"{path}: this import or export cannot be bundled: {unsupported[0]}")
    return f"{json.dumps(path)}: () => {{\n{body}\nreturn {{ {', '.join(names)} }};\n}},"


def _as_call(path: str, names: str | None, imported: str) -> str:
    """Return a static import in the module `path` as a call of `use`."""
    call = f"{_use(path, imported)};"
    return f"const {{{names.replace(' as ', ': ')}}} = {call}" if names else call


def _use(path: str, imported: str) -> str:
    return f"use({json.dumps(resolve_import(path, imported))})"
