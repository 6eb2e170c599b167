"""Check the data and print every problem as `path:line:column: what is wrong; what to write instead`."""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from guidebook.load import examine
from guidebook.problem import Problem
from terminal import run


def as_github(problem: Problem) -> str:
    """Return the workflow command that annotates a line of a pull request."""

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    place = f"file={escape(problem.path)},line={problem.line},col={problem.column}"
    return f"::error {place}::{escape(f'{problem.message}; {problem.tip}')}"


def main() -> int:
    """Return 0 when the data is sound, 1 when there are problems."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=ROOT / "data", help="folder that holds the YAML"
    )
    parser.add_argument("--format", choices=["text", "json", "github"], default="text")
    options = parser.parse_args()
    guide, problems = examine(options.data.resolve())
    problems = sorted(set(problems))
    if options.format == "json":
        print(json.dumps([vars(problem) for problem in problems], indent=2, ensure_ascii=False))
    else:
        for problem in problems:
            print(as_github(problem) if options.format == "github" else problem)
    if not problems and options.format == "text":
        print(f"{sum(1 for _ in guide.all())} entries, no problems.")
    elif options.format == "text":
        print(f"{len(problems)} to mend.", file=sys.stderr)
    return bool(problems)


if __name__ == "__main__":
    run(main)
