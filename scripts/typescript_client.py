"""Write a TypeScript client into a folder with the types of each schema: every published JSON file, as its type."""

import json
import sys
from pathlib import Path

API = Path(__file__).parent.parent / "site/api/v1"


def render_client(api: Path) -> str:
    """Return a module that assigns the content of each file in `api` to the type of its schema."""
    lines = []
    for schema in sorted(api.glob("schema/*.json")):
        title = json.loads(schema.read_text("utf-8"))["title"]
        lines.append(f'import type {{ {title} }} from "./{schema.stem}"')
        lines.append(f"export const {schema.stem}: {title} = {(api / schema.name).read_text('utf-8').strip()}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (Path(sys.argv[1]) / "client.ts").write_text(render_client(API), "utf-8")
