"""Check the data and print every problem as `path:line:column: what is wrong; what to write instead`."""

import argparse
import datetime as dt
import json
import sys
from pathlib import Path

from address import write_addresses
from cli import ROOT, run
from guidebook.authoring.fix import find_fixes
from guidebook.lint import with_location
from guidebook.lint.dates import dates_are_not_in_the_future
from guidebook.lint.kinds import kinds_are_complete
from guidebook.lint.prose import prose_is_complete
from guidebook.loading.load import load_with_problems
from guidebook.problem import Problem


def as_github(problem: Problem) -> str:
    """Return the workflow command that annotates a line of a pull request."""
    message = _escaped(f"{problem.message}; {problem.hint}")
    path = _escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    return f"::error file={path},line={problem.line},col={problem.column}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def fix_files(data: Path) -> list[str]:
    """Fix what has only one correct form in the files of `data`; return the names of the changed files."""
    changed = []
    for file, text in find_fixes(data):
        file.write_bytes(text.encode())
        changed.append(f"{data.name}/{file.relative_to(data).as_posix()}")
    return changed


def main() -> int:
    """Print every problem; return 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder that holds the YAML")
    parser.add_argument("--format", choices=["text", "json", "github"], default="text")
    parser.add_argument("--fix", action="store_true", help="first fix what has only one correct form; no value changes")
    options = parser.parse_args()
    data = options.data.resolve()
    is_project = data == ROOT / "data"
    for name in (*fix_files(data), *(write_addresses(ROOT) if is_project else ())) if options.fix else ():
        print(f"fixed {name}", file=sys.stderr)
    guide, problems = load_with_problems(data)
    if guide is not None:
        problems += with_location(guide, dates_are_not_in_the_future(guide, dt.date.today()))
        problems += kinds_are_complete(guide)
    problems += prose_is_complete(data.parent / "docs")
    problems = sorted(set(problems))
    if options.format == "json":
        print(json.dumps([vars(problem) for problem in problems], indent=2, ensure_ascii=False))
    else:
        for problem in problems:
            print(as_github(problem) if options.format == "github" else problem)
    if not problems and options.format == "text":
        print(f"{sum(1 for _ in guide.all_entries())} entries, no problems.")
    elif options.format == "text":
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)}.", file=sys.stderr)
    return bool(problems)


if __name__ == "__main__":
    run(main)
