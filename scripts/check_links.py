"""Request every cited URL and print those that do not answer, as Markdown.

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

from cli import ROOT
from guidebook.guide import Guide
from guidebook.loading.load import load
from guidebook.text.inline_markdown import links

EXCEPTIONS = ROOT / ".github/links.yml"
TIMEOUT = 20
"""Seconds for one request."""
USER_AGENT = "Mozilla/5.0 (compatible; round-two-links/1)"


class Link(NamedTuple):
    """A URL and the location that cites it."""

    address: str
    place: str


class ExceptionTo(NamedTuple):
    """A URL that may fail for a stated reason until a stated day."""

    address: str
    reason: str
    until: dt.date


def cited_links(guide: Guide) -> Iterator[Link]:
    """Yield every URL in the data once, with its first location."""
    seen = set()
    for entry in guide.all_entries():
        for trail, text in guide.texts(entry):
            found = [text] if text.startswith("https://") else [*links(text)]
            for address in found:
                if address.startswith("https://") and address not in seen:
                    seen.add(address)
                    path, line, _ = guide.locate(entry, *trail)
                    yield Link(address, f"{path}:{line}")


def request_failure(address: str) -> str:
    """Return why `address` fails, or an empty string when it answers."""
    request = urllib.request.Request(address, headers={"User-Agent": USER_AGENT})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT):
            return ""
    except urllib.error.HTTPError as error:
        # The server refuses scripts; a person may still be able to read the page.
        return "" if error.code in (401, 403, 405, 429, 999) else f"answers {error.code}"
    except (OSError, http.client.HTTPException, ValueError) as error:
        return f"does not answer ({getattr(error, 'reason', error)})"


def report(
    cited: Iterable[Link],
    exceptions: Iterable[ExceptionTo],
    today: dt.date,
    ask: Callable[[str], str] = request_failure,
) -> Iterator[str]:
    """Yield a line for each URL that does not answer and for each exception that is out of date."""
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
            yield f"- <{address}> is no longer cited: remove its exception"
        elif exception.until < today:
            yield f"- <{address}>: the exception ({exception.reason}) ended on {exception.until}"


def read_exceptions(file: Path) -> list[ExceptionTo]:
    """Return the exceptions in `file`. Raises TypeError when one lacks its reason or its last day."""
    return [ExceptionTo(**entry) for entry in yaml.safe_load(file.read_text("utf-8")) or ()]


def main() -> int:
    """Print the list; return 1 if it is not empty."""
    lines = [*report(cited_links(load(ROOT / "data")), read_exceptions(EXCEPTIONS), dt.date.today())]
    if lines:
        print("Fix each in the YAML, or give it a reason and a last day in `.github/links.yml`.\n")
        print(*lines, sep="\n")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
