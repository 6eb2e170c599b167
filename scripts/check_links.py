"""Ask every cited address whether it still answers, and list those that do not, as Markdown.

Exit code 1 when one does not answer, or when an exception of `.github/links.yml` is out of date.
"""

import datetime as dt
import http.client
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from guidebook.guide import Guide
from guidebook.loading.load import load
from guidebook.text.inline_markdown import links

EXCEPTIONS = ROOT / ".github/links.yml"
TIMEOUT = 20
"""Seconds that a server may take."""
BROWSER = "Mozilla/5.0 (compatible; round-two-links/1)"


class Link(NamedTuple):
    """An address, and the place where it is cited."""

    address: str
    place: str


class ExceptionTo(NamedTuple):
    """An address that need not answer, for a reason, until a day."""

    address: str
    reason: str
    until: dt.date


def cited(guide: Guide) -> Iterator[Link]:
    """Yield every address in the data with its place, each once."""
    seen = set()
    for entry in guide.all_entries():
        for trail, text in guide.texts(entry):
            found = [text] if text.startswith("https://") else [*links(text)]
            for address in found:
                if address.startswith("https://") and address not in seen:
                    seen.add(address)
                    path, line, _ = guide.locate(entry, *trail)
                    yield Link(address, f"{path}:{line}")


def answers(address: str) -> str:
    """Return what is wrong with `address`, or nothing when it answers."""
    request = urllib.request.Request(address, headers={"User-Agent": BROWSER})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return ""
    except urllib.error.HTTPError as error:
        # Refused to a script, not gone: a person may still read it.
        return "" if error.code in (401, 403, 405, 429, 999) else f"answers {error.code}"
    except (OSError, http.client.HTTPException, ValueError) as error:
        return f"does not answer ({getattr(error, 'reason', error)})"


def report(
    cited: Iterable[Link],
    exceptions: Iterable[ExceptionTo],
    today: dt.date,
    ask: Callable[[str], str] = answers,
) -> Iterator[str]:
    """Yield a line for each address that does not answer, and for each exception that is out of date."""
    cited = [*cited]
    excepted = {exception.address: exception for exception in exceptions}
    with ThreadPoolExecutor(8) as pool:
        for link, wrong in zip(cited, pool.map(ask, [link.address for link in cited]), strict=True):
            if wrong and link.address not in excepted:
                yield f"- <{link.address}> {wrong} ({link.place})"
            elif not wrong and link.address in excepted:
                yield f"- <{link.address}> answers: remove its exception"
    for address, exception in excepted.items():
        if address not in {link.address for link in cited}:
            yield f"- <{address}> is cited no more: remove its exception"
        elif exception.until < today:
            yield f"- <{address}>: the exception ({exception.reason}) ended on {exception.until}"


def exceptions(file: Path) -> list[ExceptionTo]:
    """Return the exceptions of `file`. Raises TypeError when one lacks its reason or its last day."""
    return [ExceptionTo(**entry) for entry in yaml.safe_load(file.read_text("utf-8")) or ()]


def main() -> int:
    """Print the list; return 1 when it has an entry."""
    lines = [*report(cited(load(ROOT / "data")), exceptions(EXCEPTIONS), dt.date.today())]
    if lines:
        print("Mend each in the YAML, or give it a reason and a last day in `.github/links.yml`.\n")
        print(*lines, sep="\n")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
