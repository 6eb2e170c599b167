"""What contributed text may hold: plain sentences with bold, emphasis, code and links."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt

ID = re.compile(r"[a-z0-9][a-z0-9-]{1,63}")
ATTRIBUTES = re.compile(r"\{\s*[:#.][^}\n]*\}?|\{\s*[\w-]+\s*=[^}\n]*\}?")
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

# html_inline is parsed so that it can be found and refused; the renderer of `render.py` never enables it.
_inline = MarkdownIt("zero", {"html": True}).enable(
    ["emphasis", "link", "image", "autolink", "backticks", "escape", "entity", "html_inline"]
)
_suspicious = re.compile(r"[\[<{]|://|&#")


class Flaw(NamedTuple):
    """One thing that text may not hold: what is wrong, what to write instead, the words at fault."""

    wrong: str
    instead: str
    snippet: str


def links(text: str) -> Iterator[str]:
    """Yield the target of each Markdown link in `text`, as written."""
    if "[" in text:
        for token in _tokens(text):
            if token.type == "link_open" and token.markup != "autolink":
                yield str(token.attrs["href"])


def entry_links(text: str) -> Iterator[str]:
    """Yield the ids of the entries that `text` links to."""
    return (target for target in links(text) if ID.fullmatch(target))


def flaws(text: str) -> Iterator[Flaw]:
    """Yield each Flaw of one Markdown text: markup, attribute lists, images and unsafe links."""
    if not _suspicious.search(text):
        return
    for found in ATTRIBUTES.finditer(text):
        yield Flaw("attribute lists are not allowed", "remove the braces", found[0])
    for token in _tokens(text):
        match token.type:
            case "html_inline":
                yield Flaw(
                    "raw HTML is not allowed",
                    "use Markdown, or `code` to show markup",
                    token.content,
                )
            case "image":
                yield Flaw(
                    "images are not allowed in data", "describe it in words", f"![{token.content}"
                )
            case "link_open" if token.markup == "autolink":
                yield Flaw(
                    "bare links are not allowed",
                    "write [words](https://…)",
                    f"<{token.attrs['href']}>",
                )
            case "link_open":
                yield from _unsafe_link(str(token.attrs["href"]))
    for found in re.finditer(r"<[/!?]?[a-zA-Z-][^\s>]*|&#?\w+;", _without_code(text)):
        yield Flaw("raw HTML is not allowed", "use Markdown, or `code` to show markup", found[0])
    for found in re.finditer(r"\]\(\s*((?!https://|[a-z0-9-]+\s*\))[^)]*)\)?", _without_code(text)):
        yield from _unsafe_link(found[1])
    for found in re.finditer(r"^\s*\[[^\]\n]+\]:", text, re.MULTILINE):
        yield Flaw("link definitions are not allowed", "write [words](https://…)", found[0].strip())


def _unsafe_link(target: str) -> Iterator[Flaw]:
    if re.fullmatch(r"https://[^/\s\"'<>\\]+(/[^\s\"'<>\\]*)?", target) or ID.fullmatch(target):
        return
    yield Flaw(
        f"link to {target!r} is not allowed",
        "start it with https://, or give the id of an entry",
        target,
    )


def _tokens(text: str):
    return _inline.parseInline(text)[0].children or ()


def _without_code(text: str) -> str:
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text, flags=re.DOTALL)
