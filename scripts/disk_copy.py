"""Write site/round-two.zip, a copy of the built site that opens from disk, and link it from the page About."""

import zipfile
from pathlib import Path

from mkdocs.config import load_config

from cli import ROOT
from guidebook.assets import disk_copy, service_worker

NAME = "round-two.zip"


def write_disk_copy(site: Path, address: str) -> Path:
    """Write the copy of `site`, link it, and return its path."""
    paths = (path for path in site.rglob("*") if path.is_file())
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    target = site / NAME
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(disk_copy.copy_for_disk(files, address).items()):
            archive.writestr(zipfile.ZipInfo(f"round-two/{path}"), content, zipfile.ZIP_DEFLATED)
    _link_from_about(site, target.stat().st_size)
    return target


def _link_from_about(site: Path, size: int) -> None:
    """Add the link to the page About, and update the manifest of the service worker."""
    about = site / "about/index.html"
    link = (
        f'<a href="../{NAME}">Download a copy</a> ({size / 1e6:.1f} MB), unpack it, and open <code>index.html</code>.'
    )
    text = about.read_text("utf-8").replace("<p data-copy></p>", f"<p data-copy>{link}</p>")
    about.write_text(text, "utf-8")
    service_worker.update_manifest(site)


if __name__ == "__main__":
    config = load_config(str(ROOT / "mkdocs.yml"))
    print(write_disk_copy(Path(config.site_dir), config.site_url))
