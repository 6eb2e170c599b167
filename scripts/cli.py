"""What the commands share: the folder of the project, the import path of `guidebook`, and helpers for their output."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))


def run(main: Callable[[], int]) -> NoReturn:
    """Call `main` and exit with its return value.

    Characters that the terminal cannot show are escaped, and a closed pipe ends the program without a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # `check.py | head -1`; Python would report it again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def markdown_table(rows: list[tuple[str, ...]]) -> str:
    """Return `rows`, the heading first, as a Markdown table."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "| " + " | ".join("---" for _ in rows[0]) + " |", *lines[1:]])
