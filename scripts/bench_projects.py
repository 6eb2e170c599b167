"""Copies of the project that the benchmark builds and serves."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli import ROOT
from guidebook.export import render_downloads
from guidebook.export.api import render_api
from guidebook.export.search_records import search_files
from guidebook.loading.load import load_with_problems
from guidebook.output import Output, Site
from guidebook.site.pages import render_pages

STOCK_FEATURES = "    - navigation.tabs\n    - navigation.prune\n    - navigation.footer\n"
"""Features of Material that our own templates replace."""
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def render(data: Path) -> list[Output]:
    """Return everything that the package makes of `data`, without MkDocs.

    Problems are ignored: the made-up words of scaled data may break rules of wording and layout.
    """
    guide, _ = load_with_problems(data)
    return [
        *render_pages(guide, Site()),
        *render_api(guide),
        *render_downloads(guide, Site()),
        *search_files(guide, {}),
    ]


def copy_project(target: Path, data: Path) -> Path:
    """Copy this project with other data to the folder `target`, and return it."""
    shutil.copytree(ROOT / "docs", target / "docs")
    shutil.copytree(ROOT / "hooks", target / "hooks")
    shutil.copytree(data, target / "data")
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def write_stock_project(target: Path, project: Path) -> Path:
    """Write the pages of `project` as plain files for stock Material, without our hooks and templates."""
    shutil.copytree(project / "docs", target / "docs")
    shutil.copytree(project / "docs/overrides/assets", target / "docs/assets", dirs_exist_ok=True)
    for output in render(project / "data"):
        file = target / "docs" / output.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        content = output.content
        if output.uri.endswith(".md"):
            content = re.sub(r"^template: .*\n", "", content, count=1, flags=re.MULTILINE)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    ours = r"^(hooks|watch|plugins):.*\n|^ +custom_dir:.*\n"
    config = re.sub(ours, "", (project / "mkdocs.yml").read_text("utf-8"), flags=re.MULTILINE)
    config = config.replace("    - navigation.footer\n", STOCK_FEATURES)
    (target / "mkdocs.yml").write_text(_expand_nav(config, target / "docs"), "utf-8")
    return target


def _expand_nav(config: str, docs: Path) -> str:
    """Replace each `folder/` in the navigation by its pages, as our hook does."""

    def pages(found: re.Match[str]) -> str:
        indent, title, folder = found.groups()
        files = sorted(docs.joinpath(folder).glob("*.md"), key=lambda file: file.name != "index.md")
        inner = indent + "    " if title else indent
        lines = [f"{inner}- {file.relative_to(docs).as_posix()}" for file in files]
        return "\n".join([f"{indent}- {title}:", *lines] if title else lines)

    return re.sub(r"^( *)- (?:([\w ]+): )?([\w-]+/)$", pages, config, flags=re.MULTILINE)


def build(project: Path) -> None:
    """Build the site of `project` into its folder `site`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
    subprocess.run([*command, str(project / "site")], cwd=project, check=True, env=ENVIRONMENT)


@contextmanager
def serve(project: Path) -> Iterator[str]:
    """Run `mkdocs serve` on a free port while the block runs, and yield its URL."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--quiet", "--dev-addr", host]
    with subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"http://{host}/"
        finally:
            server.terminate()
