"""Write data/schema/*.json from the models."""

import sys

from cli import ROOT, run
from guidebook.export.schema import as_text, schemas
from guidebook.loading.load import load_taxonomy


def main() -> int:
    """Write each schema; return 1 when taxonomy.yml cannot be read."""
    taxonomy, problems = load_taxonomy(ROOT / "data")
    if taxonomy is None:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    folder = ROOT / "data/schema"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas(taxonomy).items():
        (folder / f"{name}.json").write_text(as_text(schema), encoding="utf-8")
        print(f"data/schema/{name}.json")
    return 0


if __name__ == "__main__":
    run(main)
