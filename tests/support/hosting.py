"""A server of a site in a folder below the root, as Pages has it, that can lose its network."""

import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from guidebook.assets.service_worker import update_manifest
from static_server import Handler

READY = "async () => { await navigator.serviceWorker.ready; return Boolean(navigator.serviceWorker.controller) }"
"""Whether the service worker controls the page."""
FOLDER = "/guide/"


class Host(ThreadingHTTPServer):
    """The server. It redirects to addresses with a slash at their end, or to those without."""

    def __init__(self, site: Path, has_slash: bool = True) -> None:
        """Serve `site`; `left` is the number of files until the network is lost, None for never."""
        self.site, self.has_slash = site, has_slash
        self.left: int | None = None
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), lambda *args: _HostHandler(*args, directory=site))
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server_port}{FOLDER}"

    def publish(self, path: str, old: str, new: str) -> None:
        """Put a new version of the site in place, in which one page differs."""
        file = self.site / path
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        update_manifest(self.site)

    def close(self) -> None:
        """Stop serving."""
        self.shutdown()
        self.server_close()


class _HostHandler(Handler):
    """Let every file be cached for ten minutes, as on Pages."""

    def do_GET(self) -> None:  # noqa: N802
        """Redirect, or serve the file, until the network is lost."""
        host = self.server
        if host.left == 0 or not self.path.startswith(FOLDER):
            self.close_connection = True
            return
        if host.left is not None and not self.path.endswith("sw.js"):
            host.left -= 1
        host.asked.append(self.path)
        path, _, query = self.path.removeprefix(FOLDER).partition("?")
        if path and "." not in path.rpartition("/")[2] and path.endswith("/") != host.has_slash:
            self.send_response(301)
            changed = f"{path}/" if host.has_slash else path.removesuffix("/")
            self.send_header("Location", FOLDER + changed + (f"?{query}" if query else ""))
            self.end_headers()
            return
        is_folder = (host.site / path).is_dir()
        self.path = f"/{path.rstrip('/')}/" if is_folder and path else f"/{path}"
        super().do_GET()

    def end_headers(self) -> None:
        """Add the header for caches."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()
