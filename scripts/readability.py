"""Print the reading level of every page, hardest first."""

from cli import ROOT, run
from guidebook.authoring.readability import MAX_GRADE, grade_pages
from guidebook.loading.load import load


def main() -> int:
    """Print the levels; return 1 when a page is above the limit."""
    found = sorted(grade_pages(load(ROOT / "data")).items(), key=lambda page: -page[1])
    for page, grade in found:
        print(f"{grade:5.1f}  /{page}")
    print(f"US school grade by the Automated Readability Index; the limit is {MAX_GRADE}.")
    return any(grade > MAX_GRADE for _, grade in found)


if __name__ == "__main__":
    run(main)
