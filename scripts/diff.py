"""Describe what changed in the content between two revisions, in compare_words: `scripts/diff.py main HEAD`.

Prints Markdown. Exit code 1 when an id is gone without an alias, 2 when a revision does not exist.
"""

import argparse
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

from cli import ROOT
from guidebook.authoring.content_diff import State, compare
from guidebook.authoring.diff_report import render_report
from guidebook.loading.data_files import find_yaml_files
from guidebook.parsing.reader import parse, read


def read_revision(revision: str, root: Path = ROOT) -> State:
    """Return every YAML file of data/ at a Git revision. Raises ValueError when the revision does not exist."""
    command = ["git", "archive", "--format=tar", "--end-of-options", revision, "data"]
    result = subprocess.run(command, cwd=root, capture_output=True)
    if result.returncode:
        raise ValueError(result.stderr.decode(errors="replace").strip())
    with tarfile.open(fileobj=BytesIO(result.stdout)) as archive:
        files = [member for member in archive if member.isfile() and _is_data(member.name)]
        return {
            member.name: parse(archive.extractfile(member).read().decode("utf-8", "replace"), member.name)
            for member in files
        }


def read_folder(data: Path) -> State:
    """Return every YAML file in the folder `data`."""
    files = {f"data/{file.relative_to(data).as_posix()}": file for file in find_yaml_files(data)}
    return {name: read(file, name) for name, file in files.items()}


def _is_data(name: str) -> bool:
    return name.endswith(".yml") and not name.startswith("data/schema/")


def main() -> int:
    """Print the description; return 1 when an id is gone, 2 when a revision cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", help="revision to compare with, such as main")
    parser.add_argument("new", nargs="?", help="revision to describe; by default the working tree")
    options = parser.parse_args()
    try:
        old = read_revision(options.old)
        new = read_revision(options.new) if options.new else read_folder(ROOT / "data")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    diff = compare(old, new)
    print(render_report(diff), end="")
    return bool(diff.lost)


if __name__ == "__main__":
    sys.exit(main())
