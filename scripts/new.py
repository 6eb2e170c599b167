"""Add a new entry to fill in: `make new`, or `scripts/new.py questions values --title "Why did you leave?"`."""

import argparse
import datetime as dt
import re
import sys
from pathlib import Path

from cli import ROOT
from guidebook.authoring.scaffold import scaffold_entry, suggest_id
from guidebook.kind import Kind
from guidebook.kinds import KINDS
from guidebook.loading.data_files import find_yaml_files
from guidebook.loading.load import load_taxonomy
from guidebook.models import Taxonomy


def used_ids(data: Path) -> set[str]:
    """Return every word in `data` that is an id or could be one."""
    texts = [file.read_text("utf-8", "replace") for file in find_yaml_files(data)]
    return {id_ for text in texts for id_ in re.findall(r"(?:\bid:|^\s*-)\s+([a-z0-9-]+)", text, re.M)}


def ask_choice(what: str, among: list[str]) -> str:
    """Ask at the terminal for one of `among`; exit when the input is not a terminal."""
    listed = ", ".join(among)
    if not sys.stdin.isatty():
        sys.exit(f"The {what} is missing: add {what.upper()}=… with one of: {listed}")
    while (answer := input(f"Which {what}? {listed}\n> ").strip()) not in among:
        print(f"{answer!r} is not one of them.")
    return answer


def ask_title() -> str:
    """Ask at the terminal for the title; exit when the input is not a terminal."""
    if not sys.stdin.isatty():
        sys.exit('The title is missing: add TITLE="…"')
    while not (answer := input("Title, as readers will see it?\n> ").strip()):
        pass
    return answer


def target_file(data: Path, kind: Kind, group: str, id_: str, taxonomy: Taxonomy) -> Path:
    """Return the file to which the new entry is added."""
    if kind.single:
        return data / f"{kind.name}.yml"
    if not kind.file_groups:
        return data / kind.name / f"{id_}.yml"
    groups = [term.id for term in getattr(taxonomy, kind.file_groups)]
    if group not in groups:
        sys.exit(f"{group!r} is not one of the groups of {kind.name}: {', '.join(groups)}")
    return data / kind.name / f"{group}.yml"


def append_entry(old: bytes, entry: str, schema: str) -> bytes:
    """Return the content `old` of a file, unchanged, with `entry` at its end."""
    if not old:
        return f"# yaml-language-server: $schema={schema}\n{entry}".encode()
    end = b"\r\n" if b"\r\n" in old else b"\n"
    gap = b"" if old.endswith(end * 2) else end if old.endswith(end) else end * 2
    return old + gap + entry.encode().replace(b"\n", end)


def main() -> int:
    """Write the entry and print its location; return 1 when taxonomy.yml cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", nargs="?", default="", help=", ".join(KINDS))
    parser.add_argument("group", nargs="?", default="", help="the file in its folder, if it has groups")
    parser.add_argument("--title", default="")
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    options = parser.parse_args()
    data = options.data.resolve()
    taxonomy, problems = load_taxonomy(data)
    if taxonomy is None:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    if options.kind and options.kind not in KINDS:
        sys.exit(f"{options.kind!r} is not a kind of entry; write one of: {', '.join(KINDS)}")
    kind = KINDS[options.kind or ask_choice("kind", [*KINDS])]
    group = options.group
    if kind.file_groups and not group:
        group = ask_choice("group", [term.id for term in getattr(taxonomy, kind.file_groups)])
    title = options.title or ask_title()
    id_ = suggest_id(title, used_ids(data))
    file = target_file(data, kind, group, id_, taxonomy)
    text = scaffold_entry(kind.model, id_, title, taxonomy, dt.date.today(), listed=kind.is_list)
    old = file.read_bytes() if file.exists() else b""
    schema = f"{'../' * (not kind.single)}schema/{kind.name}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(append_entry(old, text, schema))
    line = old.count(b"\n") + 2
    name = file.relative_to(data.parent).as_posix()
    print(f"{name}:{line}: added {id_!r}.")
    print("Write something for each TODO, delete the comments, then run `make check`.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
