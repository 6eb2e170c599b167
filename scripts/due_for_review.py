"""List the entries that are due for review, oldest first: `scripts/due_for_review.py --months 12`.

Exit code 0 when nothing is due, 1 when something is, 2 when the data cannot be read.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from cli import ROOT
from guidebook.guide import Guide
from guidebook.loading.load import load
from guidebook.problem import InvalidData


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the day `months` earlier; the last of its month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def due(guide: Guide, before: dt.date) -> Iterator[tuple[dt.date, str, str]]:
    """Yield (day, location, words) of each entry reviewed, and each law looked up, before a day; oldest first."""
    found = []
    for entry in guide.all_entries():
        for name, word in (("reviewed", "reviewed"), ("checked", "law looked up")):
            day = getattr(entry, name, None)
            if day and day < before:
                path, line, _ = guide.locate(entry, name)
                found.append((day, f"{path}:{line}", f"{word}: {entry.title} [{entry.id}]"))
    yield from sorted(found)


def main() -> int:
    """Print the list; return 1 when something is due, 2 when the data cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--months", type=int, default=12, help="how old a review may be")
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    options = parser.parse_args()
    try:
        guide = load(options.data.resolve())
    except InvalidData as error:
        print(error, file=sys.stderr)
        return 2
    lines = [*due(guide, months_before(dt.date.today(), options.months))]
    for day, place, words in lines:
        print(f"{place}: {day} {words}")
    print(f"{len(lines)} due: not read for {options.months} months.")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
