"""How contributed text is read: one parse of each paragraph, for checking and for showing alike."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

ID = re.compile(r"[a-z0-9][a-z0-9-]{1,63}")
HTTPS = r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][^\s\"'<>\\]*)?"
"""An address with a host that has a dot, and neither name nor password before it."""
PLACEHOLDER = re.compile(r"\{([a-z0-9][a-z0-9_-]*)\}")


def as_id(words: str) -> str:
    """Return `words` as an id would be written: lower-case letters of a-z, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.removesuffix(".yml")).strip("-")[:64]


_JOINED = r"\u0590-\u1fff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_UNSEEN = (
    "\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
INVISIBLE = re.compile(rf"[{_UNSEEN}]|(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])")
"""Signs that nobody sees, or that no font shows. Joiners are sound inside emoji and between letters of
scripts that join, such as Persian (after RFC 5892, appendix A)."""
_MAYBE = re.compile(rf"[{_UNSEEN}\u200c\u200d]")


def invisible(text: str) -> Iterator[re.Match[str]]:
    """Return an iterator over the signs of `text` that nobody sees. Most texts have none, and that is told fast."""
    return INVISIBLE.finditer(text) if _MAYBE.search(text) else iter(())


def named(sign: str) -> str:
    """Return how to speak of a sign that nobody sees: its number, and its name where it has one."""
    name = _CONTROLS.get(sign) or unicodedata.name(sign, "").lower()
    return f"U+{ord(sign):04X}" + (f" ({name})" if name else "")


_CONTROLS = {"\0": "null", "\r": "carriage return", "\x7f": "delete", "\x85": "next line"}

_MARKS = re.compile(r"[*_`\[\\&<]")
"""Without one of these, a paragraph is words and nothing else."""

_parser = (
    MarkdownIt("zero", {"html": True})
    .enable(["emphasis", "link", "image", "autolink", "backticks", "escape", "entity"])
    .enable("html_inline")  # read so that it can be refused; nothing renders it
    .disable("text_join")  # escapes and entities stay tokens of their own
)


class Snippet(NamedTuple):
    """A few words of a text, and how often they stand in it before."""

    words: str
    before: int = 0

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Snippet":
        """Return the part of `text` from `start` to `end`."""
        words = text[start:end]
        earlier = (found.start() < start for found in pattern(words).finditer(text))
        return cls(words, sum(earlier))


def pattern(words: str) -> re.Pattern[str]:
    """Return what finds `words` in a text and in its YAML, where lines are folded and quotes doubled."""
    written = {"'": "''?", '"': r'\\?"', "\\": r"\\{1,2}"}
    parts = ("".join(written.get(sign, re.escape(sign)) for sign in part) for part in words.split())
    return re.compile(r"\s+".join(parts) or r"(?!)")


_GAP = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`: a line without a word ends one."""
    return _GAP.split(text) if "\n" in text else [text]


@lru_cache(maxsize=50_000)
def tokens(paragraph: str) -> tuple[Token, ...]:
    """Return the inline tokens of one paragraph. Both the check and the pages see these and no others."""
    if not _MARKS.search(paragraph):
        return (Token("text", "", 0, content=paragraph),)
    return tuple(_parser.parseInline(paragraph)[0].children or ())


def links(text: str) -> Iterator[str]:
    """Yield the target of each Markdown link in `text`."""
    for paragraph in paragraphs(text) if "](" in text else ():
        for token in tokens(paragraph):
            if token.type == "link_open" and token.markup != "autolink":
                yield str(token.attrs["href"])


def entry_links(text: str) -> Iterator[str]:
    """Yield the ids of the entries that `text` links to."""
    return (target for target in links(text) if ID.fullmatch(target))


def plain(text: str) -> str:
    """Return Markdown `text` without its marks, on one line."""
    if not _MARKS.search(text):
        return " ".join(text.split())
    words = "\n".join(
        "".join(token.content or "\n" * (token.type == "hardbreak") for token in tokens(paragraph))
        for paragraph in paragraphs(text)
    )
    return " ".join(words.split())
