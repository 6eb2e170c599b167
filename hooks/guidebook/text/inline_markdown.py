"""Parse inline Markdown, and find invisible characters and ids in text. Checks and pages use the same tokens."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

ID = re.compile(r"[a-z0-9][a-z0-9-]{1,63}")
HTTPS = r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][^\s\"'<>\\]*)?"
"""An https address whose host has a dot, without a user name or password."""
PLACEHOLDER = re.compile(r"\{([a-z0-9][a-z0-9_-]*)\}")


def ascii_words(text: str) -> list[str]:
    """Return the words of `text` in lower case, without accents and without characters other than a-z and 0-9."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def as_id(text: str) -> str:
    """Return `text`, such as the name of a file, as an id: lower-case letters a-z, digits and hyphens, at most 64."""
    return "-".join(ascii_words(text.lower().removesuffix(".yml")))[:64]


_JOINING = r"\u0590-\u1fff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_INVISIBLE_RANGES = (
    "\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
INVISIBLE = re.compile(rf"[{_INVISIBLE_RANGES}]|(?<![{_JOINING}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINING}])")
"""Characters without a glyph. Joiners are allowed in emoji and between letters of joining scripts such as Persian
(RFC 5892, appendix A)."""
_MAYBE_INVISIBLE = re.compile(rf"[{_INVISIBLE_RANGES}\u200c\u200d]")


def find_invisible(text: str) -> Iterator[re.Match[str]]:
    """Return an iterator over the invisible characters of `text`."""
    return INVISIBLE.finditer(text) if _MAYBE_INVISIBLE.search(text) else iter(())


def describe_character(char: str) -> str:
    """Return the code point of a character, and its name if it has one."""
    name = _CONTROLS.get(char) or unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")


_CONTROLS = {"\0": "null", "\r": "carriage return", "\x7f": "delete", "\x85": "next line"}

MARKUP = re.compile(r"[*_`\[\\&<]")
"""A paragraph without any of these is plain text."""

_parser = (
    MarkdownIt("zero", {"html": True})
    .enable(["emphasis", "link", "image", "autolink", "backticks", "escape", "entity"])
    .enable("html_inline")  # read so that it can be refused; nothing renders it
    .disable("text_join")  # escapes and entities stay tokens of their own
)


_BLANK_LINE = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> list[str]:
    """Split `text` at its blank lines."""
    return _BLANK_LINE.split(text) if "\n" in text else [text]


@lru_cache(maxsize=50_000)
def tokens(paragraph: str) -> tuple[Token, ...]:
    """Return the inline tokens of one paragraph."""
    if not MARKUP.search(paragraph):
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
    """Return Markdown `text` without its markup, on one line."""
    if not MARKUP.search(text):
        return " ".join(text.split())
    words = "\n".join(
        "".join(token.content or "\n" * (token.type == "hardbreak") for token in tokens(paragraph))
        for paragraph in paragraphs(text)
    )
    return " ".join(words.split())
