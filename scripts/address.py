"""Write the addresses of the site and of the project, which mkdocs.yml states, into the files that repeat them."""

import re
from pathlib import Path

FILES = ("CITATION.cff", "README.md", "CONTRIBUTING.md", "LICENSE-CONTENT.md", ".github/ISSUE_TEMPLATE/config.yml")


def write_addresses(root: Path) -> list[str]:
    """Replace the old addresses, which CITATION.cff states, and return the names of the changed files."""
    old, new = (root / "CITATION.cff").read_text("utf-8"), (root / "mkdocs.yml").read_text("utf-8")
    pairs = [(_value("url", old), _value("site_url", new)), (_value("repository-code", old), _value("repo_url", new))]
    changed = []
    for name in FILES:
        before = text = (root / name).read_text("utf-8")
        for was, now in pairs:
            text = text.replace(was, now)
        if text != before:
            (root / name).write_text(text, "utf-8")
            changed.append(name)
    return changed


def _value(key: str, text: str) -> str:
    return re.search(rf"^{key}: (\S+)$", text, re.MULTILINE)[1]
