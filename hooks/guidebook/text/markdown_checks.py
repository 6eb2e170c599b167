"""What contributed text may not hold, each with its place and what to write instead."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from markdown_it.token import Token
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from .inline_markdown import HTTPS, ID, PLACEHOLDER, Snippet, named, tokens

MOST_MARKS = 50
"""Signs of Markdown in one text. The guide has six at most; hundreds would only slow the reading."""

ATTRIBUTES = re.compile(r"\{\s*[:#.][^}\n]*\}?|\{\s*[\w-]+\s*=[^}\n]*\}?")
_TAG = re.compile(r"(?<!\w)<[/!?]?[a-zA-Z][^\s>]*|<[/!?]")
_BROKEN_LINK = re.compile(r"\]\(\s*([^\s)]*)")
_DEFINITION = re.compile(r"^[ ]*\[[^\]\n]+\]:", re.MULTILINE)
_FOREIGN_HOST = re.compile(r"https://(?=[^/?#]*xn--)[^/?#]+")
"""How markdown-it writes a host that is not of a-z, 0-9 and hyphens."""
_MARKS = re.compile(r"[*_`\[\\&<]")

BLOCKS = {
    "heading": (
        r"^#{1,6} +\S+|(?<=\s)#{2,6} +\S+",
        "headings are not allowed here",
        "write a sentence",
    ),
    "item": (
        r"^(?:[-*+•]|\d+[.)]) +\S+|(?<=\s)• +\S+",
        "lists are not allowed here",
        "write sentences, with commas",
    ),
    "table": (r"\|(?:[^|\n]+\|)+", "tables are not allowed here", "write sentences"),
    "quote": (r"^> +\S+", "block quotes are not allowed here", "leave the > out"),
    "address": (
        r"https?://|(?<!\w)www\.(?=\w)",
        "bare links are not allowed",
        "write [words](https://…)",
    ),
    "mark": (
        r"\*\*|(?<!\w)__|__(?!\w)|`+|(?<!\s)\*|\*(?!\s)",
        "this mark has no other half",
        "write both, close to the words; or a \\ before one that is meant as a sign",
    ),
    "apart": (
        r"\] +\((?=[^\s)]+\))",
        "this is no link",
        "write [words](id) without a space between",
    ),
    "turned": (r"\)\[(?=[^\s\]]+\])", "this is no link", "write [words](id): the words come first"),
}
"""Marks of Markdown that would be shown as they are, as a text is sentences: pattern, what is wrong, what instead."""
_BLOCK_SIGNS = re.compile(r"[#•|>+]")
_BLOCK = re.compile("|".join(f"(?P<{name}>{one[0]})" for name, one in BLOCKS.items()), re.MULTILINE)


class Issue(NamedTuple):
    """One thing that a value may not hold: what is wrong, what to write instead, the words at fault."""

    message: str
    hint: str
    snippet: Snippet = Snippet("")


def unsafe_link(target: str) -> Iterator[Issue]:
    """Yield what is wrong with a link that leads neither to an https address nor to an id."""
    if not (re.fullmatch(HTTPS, target) or ID.fullmatch(target)):
        wrong = f"link to {target[:60]!r} is not allowed"
        yield Issue(wrong, "start it with https://, or give the id of an entry")


def lint_text(
    text: str, *, markdown: bool = True, check_link: Callable[[str], Iterator[Issue]] | None = None
) -> Iterator[Issue]:
    """Yield each Issue of one text, which is Markdown, or plain words that are shown as they are written.

    `check_link` yields what is wrong with the target of a link, instead of `unsafe_link`.
    """
    if (marks := len(_MARKS.findall(text))) > MOST_MARKS:
        yield Issue(f"has {marks} signs of markup", f"keep to {MOST_MARKS}: write plain sentences")
        return
    for found in _DEFINITION.finditer(text) if "]:" in text else ():
        yield _flaw(
            "link definitions are not allowed", "write [words](https://…)", text, *found.span()
        )
    if not marks and "{" not in text and not (markdown and _may_hold_blocks(text)):
        return
    for start, paragraph in _placed_paragraphs(text):
        for token, at, following in _placed(paragraph):
            found = [*_of_token(token, paragraph, at)]
            if markdown and token.type == "text":
                found += _of_blocks(paragraph, at, at + len(token.content))
            if token.type == "link_open" and token.markup != "autolink":
                found += _of_link(token, following, paragraph, at, check_link or unsafe_link)
            if not markdown and _is_mark(token):
                wrong = "marks are shown as they are here: this is plain text"
                found.append((wrong, "leave them out", at, at + len(_written(token))))
            for wrong, instead, first, last in found:
                yield _flaw(wrong, instead, text, start + first, start + last)


def _may_hold_blocks(text: str) -> bool:
    """Tell fast whether a text without the signs of _MARKS may hold one of BLOCKS; nearly all do not."""
    begins = text[:1] in "-0123456789 " or "\n" in text
    return begins or "//" in text or "www." in text or bool(_BLOCK_SIGNS.search(text))


def placeholder_flaws(text: str, known: tuple[str, ...]) -> Iterator[Issue]:
    """Yield a Issue for each brace that belongs to no placeholder of the list `known`."""
    for found in re.finditer(r"\{+([^{}\n]*)\}*|\}+|\[([^][\n]+)\](?!\()", text):
        name = PLACEHOLDER.fullmatch(found[0])
        if not (name and name[1] in known):
            wrong = f"unknown placeholder {found[0][:60]!r}"
            meant = nearest(found[1] or found[2] or "", [f"{{{name}}}" for name in known])
            yield _flaw(wrong, meant, text, *found.span())


def stray_placeholders(text: str) -> Iterator[Issue]:
    """Yield a Issue for each placeholder in a text in which nothing fills it."""
    for found in PLACEHOLDER.finditer(text):
        wrong = f"the placeholder {found[0]} has a meaning in messages only"
        yield _flaw(wrong, "write the words", text, *found.span())


def nearest(word: str, known: Iterable[str]) -> str:
    """Return advice for an unknown word: the nearest known one, else all when few, else a hint."""
    known = list(known)
    how = {"scorer": fuzz.ratio, "processor": default_process, "score_cutoff": 60}
    if close := process.extractOne(word[:64], known, **how):
        return f"did you mean {close[0]!r}?"
    return "use one of " + ", ".join(known) if 0 < len(known) <= 30 else "use an id that exists"


def is_like(word: str, other: str) -> bool:
    """Tell whether one name may be a slip for another."""
    same = word.partition(" ")[0] == other
    return same or fuzz.ratio(word[:64], other, processor=default_process) >= 50


def _flaw(wrong: str, instead: str, text: str, start: int, end: int) -> Issue:
    return Issue(wrong, instead, Snippet.of(text, start, end))


def _placed_paragraphs(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for gap in re.finditer(r"\n\s*\n|\Z", text):
        yield at, text[at : gap.start()]
        at = gap.end()


def _placed(paragraph: str) -> Iterator[tuple[Token, int, Token | None]]:
    """Yield each token, the offset at which it begins, and the next token."""
    at = 0
    found = tokens(paragraph)
    for token, following in zip(found, (*found[1:], None), strict=True):
        raw = _written(token)
        at = max(paragraph.find(raw, at), at)
        yield token, at, following
        at += len(raw)
        if token.type == "code_inline":
            fence = re.compile(rf"(?<!`){raw}(?!`)").search(paragraph, at)
            at = fence.end() if fence else at


def _written(token: Token) -> str:
    """Return how a token begins in the text."""
    match token.type:
        case "text" | "html_inline":
            return token.content
        case "link_open":
            return "<" if token.markup == "autolink" else "["
        case "link_close":
            return "](" if token.markup != "autolink" else ">"
        case "image":
            return "!["
        case "hardbreak":
            return "\\"
    return token.markup


def _of_token(token: Token, paragraph: str, at: int) -> Iterator[tuple[str, str, int, int]]:
    """Yield (what is wrong, what to write instead, first offset, last offset) of one token."""
    end = at + len(_written(token))
    match token.type:
        case "text":
            yield from _of_words(paragraph, at, end)
        case "html_inline":
            yield "raw HTML is not allowed", "use Markdown, or `code` to show markup", at, end
        case "text_special" if token.markup.startswith("&"):
            yield "entities are not allowed", _itself(token.content), at, end
        case "image":
            yield (
                "images are not allowed in data",
                "describe it in words",
                at,
                end + len(token.content),
            )
        case "link_open" if token.markup == "autolink":
            yield "bare links are not allowed", "write [words](https://…)", at, end


def _itself(signs: str) -> str:
    """Return the advice to write some signs as they are, or what they should be when nobody sees them."""
    if signs.isprintable():
        return f"write the sign itself: {signs}"
    return f"write a plain space, or nothing: it is {named(signs[0])}"


def _of_blocks(paragraph: str, at: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    for found in _BLOCK.finditer(paragraph, at, end):
        _, wrong, instead = BLOCKS[str(found.lastgroup)]
        yield wrong, instead, *found.span()


def _of_words(paragraph: str, at: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    for found in ATTRIBUTES.finditer(paragraph, at, end):
        yield "attribute lists are not allowed", "remove the braces", *found.span()
    for found in _TAG.finditer(paragraph, at, end):
        tip = "use Markdown, or `code` to show markup; put a space after a lone <"
        yield "raw HTML is not allowed", tip, *found.span()
    for found in _BROKEN_LINK.finditer(paragraph, at, end):
        wrong = f"link to {found[1][:60]!r} is not allowed"
        yield (
            wrong,
            "write [words](https://…), or [words](id of an entry)",
            *(found.span(1) if found[1] else found.span()),
        )


def _of_link(
    token: Token,
    following: Token | None,
    paragraph: str,
    at: int,
    check_link: Callable[[str], Iterator[Issue]],
) -> Iterator[tuple[str, str, int, int]]:
    target = str(token.attrs["href"])
    found = re.compile(r"\]\(\s*<?" + f"({re.escape(target)})").search(paragraph, at)
    span = found.span(1) if found else (at, at + 1)
    if not found and (host := _FOREIGN_HOST.match(target)):
        wrong = "the address has letters that can pass for others"
        yield wrong, f"write {host[0]} if that is the host you mean", *span
    for issue in check_link(target):
        yield issue.message, issue.hint, *span
    if "title" in token.attrs:
        yield "a link has no title", "keep the address alone between the brackets", *span
    if following is None or following.type == "link_close":
        yield "a link needs words", "write them between [ and ]", at, at + 1


def _is_mark(token: Token) -> bool:
    return token.nesting > 0 or token.type in ("code_inline", "text_special", "hardbreak")
