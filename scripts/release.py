"""Write the archive of the data, its checksums and its notes into dist/, from the built site.

With `--tag v1.2.0`, fails unless that is the version of the data and the changelog describes it.
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from cli import ROOT
from diff import read_folder, read_revision
from guidebook.authoring.content_diff import compare
from guidebook.authoring.diff_report import render_titles
from guidebook.export.json_values import VERSION

CONTENT = ("api/v1/**/*.*", "data/*.zip", "feed.xml", "print/*.pdf", "round-two.zip")
"""What the archive holds of the site."""
MAX_NOTES = 120_000
"""What fits into the description of a release on GitHub, in characters."""
ABOUT = ("LICENSE-CONTENT.md", "CITATION.cff", "CHANGELOG.md")


def changes_in_words(changelog: str, version: str, *, is_strict: bool) -> str:
    """Return the part of the changelog about a version, or about what is not released yet unless `is_strict`.

    Raises:
        ValueError: when there is no such part.
    """
    parts = dict(re.findall(r"^## ([\w.]+).*?\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL))
    part = parts.get(version) or ("" if is_strict else parts.get("Unreleased", ""))
    if not part.strip():
        raise ValueError(f"CHANGELOG.md has no part `## {version} (date)`: add it below “Unreleased”")
    return part.strip()


def changes_of_entries(root: Path) -> str:
    """Return the summary of the entries that changed since the last tag, or nothing for the first release."""
    command = ["git", "describe", "--tags", "--abbrev=0", "--match=v*", "HEAD^"]
    tag = subprocess.run(command, cwd=root, capture_output=True, text=True).stdout.strip()
    if not tag:
        return ""
    return f"Since {tag}. {render_titles(compare(read_revision(tag, root), read_folder(root / 'data')))}"


def write_release(site: Path, target: Path, version: str, notes: str) -> list[Path]:
    """Write the archive, its checksums and `notes` into the folder `target`, and return the files."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    archive, sums, notes_file = (target / name for name in (f"round-two-{version}.zip", "SHA256SUMS", "NOTES.md"))
    files = {file.relative_to(site).as_posix(): file for pattern in CONTENT for file in site.glob(pattern)}
    files |= {name: ROOT / name for name in ABOUT}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, file in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(f"round-two-{version}/{name}"), file.read_bytes(), zipfile.ZIP_DEFLATED)
    notes_file.write_text(notes, "utf-8")
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (archive, notes_file)}
    sums.write_text("".join(f"{digest}  {name}\n" for name, digest in digests.items()), "utf-8")
    return [archive, sums, notes_file]


def main() -> int:
    """Write the files of the release; return 1 when the tag and the version differ or the changelog lacks it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tag", default="", help="the tag that is released, such as v1.2.0")
    tag = parser.parse_args().tag
    if tag and tag != f"v{VERSION}":
        print(f"The tag is {tag}, but the version of the data is {VERSION}: see MAINTAINING.md.", file=sys.stderr)
        return 1
    try:
        words = changes_in_words((ROOT / "CHANGELOG.md").read_text("utf-8"), VERSION, is_strict=bool(tag))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    notes = f"# Round Two {VERSION}\n\n{words}\n\n{changes_of_entries(ROOT)}"
    if len(notes) > MAX_NOTES:
        notes = notes[:MAX_NOTES].rpartition("\n")[0] + "\n- …\n"
    for file in write_release(ROOT / "site", ROOT / "dist", VERSION, notes):
        print(file.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
