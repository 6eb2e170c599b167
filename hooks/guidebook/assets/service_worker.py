"""What the service worker keeps: every file a reader needs, each by its hash, and a version of them all."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

LEFT_OUT = re.compile(r"api/|sw\.js$|assets/card\.png$|.*\.(pdf|xml|gz|zip|txt|map)$")
"""For developers, search engines, other sites and printers; and the worker itself."""
_ASKED = re.compile(rb"""api/v1/([\w-]+)\.json|\bfetchApi\("([\w-]+)"\)""")


def kept(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the address of each file to keep, from the root of the site, with its hash as `integrity` wants it.

    Of the API only what a script asks for is kept.
    """
    scripts = b"".join(content for path, content in files.items() if path.endswith(".mjs"))
    asked = {f"api/v1/{(one or other).decode()}.json" for one, other in _ASKED.findall(scripts)}
    return {
        re.sub(r"(^|/)index\.html$", r"\1", path): f"sha256-{_hash(content)}"
        for path, content in sorted(files.items())
        if path in asked or not LEFT_OUT.match(path)
    }


def worker(script: str, files: Mapping[str, str]) -> str:
    """Return the service worker with its list in front; its version changes with any file and with the script."""
    listed = json.dumps(files, separators=(",", ":"))
    version = hashlib.sha256(f"{listed}{script}".encode()).hexdigest()[:12]
    return f'const SITE = {{"version":"{version}","files":{listed}}};\n{script}'


def renew(site: Path) -> None:
    """Write the list of the files of `site` into its worker, anew when a file has changed since."""
    file = site / "sw.js"
    script = file.read_text("utf-8")
    script = script.partition("\n")[2] if script.startswith("const SITE") else script
    paths = (path for path in site.rglob("*") if path.is_file())
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    file.write_text(worker(script, kept(files)), "utf-8")


def _hash(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
