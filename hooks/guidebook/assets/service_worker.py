"""The precache manifest of the service worker: the URL and hash of every file that works offline."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

NOT_CACHED = re.compile(r"api/|assets/js/|sw\.js$|assets/card\.png$|.*\.(pdf|xml|gz|zip|txt|md|map)$")
"""Files for developers, search engines, other sites and printers; modules without a version; and the worker itself."""
_API_USE = re.compile(rb"""api/v1/([\w-]+)\.json|\bfetchApi\("([\w-]+)"\)""")


def precache_manifest(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the hash of each file to cache by its URL from the root of the site.

    `files` are those of the built site by path. Of the API, only the files that a script loads are cached. The hashes
    have the form of the HTML attribute `integrity`.
    """
    scripts = b"".join(content for path, content in files.items() if path.endswith(".mjs"))
    api = {f"api/v1/{(path or name).decode()}.json" for path, name in _API_USE.findall(scripts)}
    return {
        re.sub(r"(^|/)index\.html$", r"\1", path): _integrity(content)
        for path, content in sorted(files.items())
        if path in api or not NOT_CACHED.match(path)
    }


def with_manifest(script: str, manifest: Mapping[str, str]) -> str:
    """Return the service worker `script` after its manifest and a version, the hash of both."""
    files = json.dumps(manifest, separators=(",", ":"))
    version = hashlib.sha256(f"{files}{script}".encode()).hexdigest()[:12]
    return f'const SITE = {{"version":"{version}","files":{files}}};\n{script}'


def update_manifest(site: Path) -> None:
    """Write the manifest of the files of the folder `site` into its sw.js, in place of an earlier one."""
    file = site / "sw.js"
    script = file.read_text("utf-8")
    script = script.partition("\n")[2] if script.startswith("const SITE") else script
    paths = (path for path in site.rglob("*") if path.is_file())
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    file.write_text(with_manifest(script, precache_manifest(files)), "utf-8")


def _integrity(content: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"
