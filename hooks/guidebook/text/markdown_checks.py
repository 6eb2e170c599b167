"""Check inline Markdown in contributed text."""

import re
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from .inline_markdown import HTTPS, ID, MARKUP, describe_character, tokens
from .issue import Issue, Snippet

MAX_MARKUP = 50
"""Markdown characters in one text. The guide has six at most; hundreds only make parsing slow."""

ATTRIBUTES = re.compile(r"\{\s*[:#.][^}\n]*\}?|\{\s*[\w-]+\s*=[^}\n]*\}?")
_TAG = re.compile(r"(?<!\w)<[/!?]?[a-zA-Z][^\s>]*|<[/!?]")
_BROKEN_LINK = re.compile(r"\]\(\s*([^\s)]*)")
_DEFINITION = re.compile(r"^[ ]*\[[^\]\n]+\]:", re.MULTILINE)
_PUNYCODE_HOST = re.compile(r"https://(?=[^/?#]*xn--)[^/?#]+")
"""A host name with other characters than a-z, 0-9 and hyphens, as markdown-it encodes it."""

BLOCKS = {
    "heading": (r"^#{1,6} +\S+|(?<=\s)#{2,6} +\S+", "headings are not allowed here", "write a sentence"),
    "item": (r"^(?:[-*+•]|\d+[.)]) +\S+|(?<=\s)• +\S+", "lists are not allowed here", "write sentences, with commas"),
    "table": (r"\|(?:[^|\n]+\|)+", "tables are not allowed here", "write sentences"),
    "quote": (r"^> +\S+", "block quotes are not allowed here", "remove the >"),
    "address": (r"https?://|(?<!\w)www\.(?=\w)", "bare links are not allowed", "write [words](https://…)"),
    "mark": (
        r"\*\*|(?<!\w)__|__(?!\w)|`+|(?<!\s)\*|\*(?!\s)",
        "this mark is not closed",
        "write it before and after the words, without spaces inside; or write \\ before it if it is not markup",
    ),
    "apart": (r"\] +\((?=[^\s)]+\))", "this is not a link", "write [words](id) without a space between"),
    "wiki": (r"\[\[(?=[^\]\n]+\]\])", "this is not a link", "write [words](id)"),
    "turned": (r"\)\[(?=[^\s\]]+\])", "this is not a link", "write [words](id): the words come first"),
}
"""Block Markdown, and marks without a partner, which would be shown as written: pattern, message, hint."""
_BLOCK_CHARACTERS = re.compile(r"[#•|>+]")
_BLOCK = re.compile("|".join(f"(?P<{name}>{one[0]})" for name, one in BLOCKS.items()), re.MULTILINE)


Found = tuple[str, str, int, int]
"""Message, hint, first and last offset in a paragraph."""
CheckLink = Callable[[str], Iterator[Issue]]
"""Function that yields an Issue for each mistake in the target of a link."""


def unsafe_link(target: str) -> Iterator[Issue]:
    """Yield an Issue for a link that is neither an https address nor an id."""
    if not (re.fullmatch(HTTPS, target) or ID.fullmatch(target)):
        message = f"link to {target[:60]!r} is not allowed"
        yield Issue(message, "write a full address that starts with https://, or the id of an entry alone")


def lint_text(text: str, *, markdown: bool = True, check_link: CheckLink = unsafe_link) -> Iterator[Issue]:
    """Yield each Issue of a text.

    Args:
        markdown: False for plain text, in which any markup is an Issue.
        check_link: the check of link targets.
    """
    if (count := len(MARKUP.findall(text))) > MAX_MARKUP:
        yield Issue(f"has {count} Markdown characters", f"the limit is {MAX_MARKUP}: write plain sentences")
        return
    for match in _DEFINITION.finditer(text) if "]:" in text else ():
        snippet = Snippet.of(text, *match.span())
        yield Issue("link definitions are not allowed", "write [words](https://…)", snippet)
    if not count and "{" not in text and not (markdown and _may_have_blocks(text)):
        return
    for offset, paragraph in _paragraphs_with_offset(text):
        for token, start, following in _tokens_with_offset(paragraph):
            for message, hint, first, last in _check_token(token, following, paragraph, start, markdown, check_link):
                yield Issue(message, hint, Snippet.of(text, offset + first, offset + last))


def _check_token(
    token: Token, following: Token | None, paragraph: str, start: int, markdown: bool, check_link: CheckLink
) -> Iterator[Found]:
    """Yield the mistakes in the token that begins at `start`; `following` is the next token."""
    end = start + len(_source(token))
    match token.type:
        case "text":
            yield from _check_words(paragraph, start, end)
            if markdown:
                yield from _check_blocks(paragraph, start, start + len(token.content))
        case "html_inline":
            yield "raw HTML is not allowed", "use Markdown, or `code` to show markup", start, end
        case "text_special" if token.markup.startswith("&"):
            yield "entities are not allowed", _decoded(token.content), start, end
        case "image":
            hint = "describe it in words"
            yield "images are not allowed in data", hint, start, end + len(token.content)
        case "link_open" if token.markup == "autolink":
            yield "bare links are not allowed", "write [words](https://…)", start, end
        case "link_open":
            yield from _check_link(token, following, paragraph, start, check_link)
    if not markdown and _is_markup(token):
        message = "Markdown is not allowed here: this is plain text"
        yield message, "remove the marks", start, end


def _may_have_blocks(text: str) -> bool:
    """Return False for a text without MARKUP that cannot match BLOCKS: a fast check that excludes most texts."""
    starts = text[:1] in "-0123456789 " or "\n" in text
    return starts or "//" in text or "www." in text or bool(_BLOCK_CHARACTERS.search(text))


def _paragraphs_with_offset(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for gap in re.finditer(r"\n\s*\n|\Z", text):
        yield at, text[at : gap.start()]
        at = gap.end()


def _tokens_with_offset(paragraph: str) -> Iterator[tuple[Token, int, Token | None]]:
    """Yield each token, its offset and the next token."""
    at = 0
    all_tokens = tokens(paragraph)
    for token, following in zip(all_tokens, (*all_tokens[1:], None), strict=True):
        raw = _source(token)
        at = max(paragraph.find(raw, at), at)
        yield token, at, following
        at += len(raw)
        if token.type == "code_inline":
            fence = re.compile(rf"(?<!`){raw}(?!`)").search(paragraph, at)
            at = fence.end() if fence else at


def _source(token: Token) -> str:
    """Return the first characters of a token in the source."""
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


def _decoded(characters: str) -> str:
    """Return the hint for an entity: the characters that it stands for."""
    if characters.isprintable():
        return f"write the character itself: {characters}"
    return f"write a plain space, or nothing: it is {describe_character(characters[0])}"


def _check_blocks(paragraph: str, at: int, end: int) -> Iterator[Found]:
    for match in _BLOCK.finditer(paragraph, at, end):
        _, message, hint = BLOCKS[str(match.lastgroup)]
        yield message, hint, *match.span()


def _check_words(paragraph: str, at: int, end: int) -> Iterator[Found]:
    for match in ATTRIBUTES.finditer(paragraph, at, end):
        yield "attribute lists are not allowed", "remove the braces", *match.span()
    for match in _TAG.finditer(paragraph, at, end):
        hint = "use Markdown, or `code` to show markup; put a space after a lone <"
        yield "raw HTML is not allowed", hint, *match.span()
    for match in _BROKEN_LINK.finditer(paragraph, at, end):
        message = f"link to {match[1][:60]!r} is not allowed"
        yield (
            message,
            "write [words](https://…), or [words](id of an entry)",
            *(match.span(1) if match[1] else match.span()),
        )


def _check_link(
    token: Token, following: Token | None, paragraph: str, at: int, check_link: CheckLink
) -> Iterator[Found]:
    target = str(token.attrs["href"])
    match = re.compile(r"\]\(\s*<?" + f"({re.escape(target)})").search(paragraph, at)
    span = match.span(1) if match else (at, at + 1)
    if not match and (host := _PUNYCODE_HOST.match(target)):
        message = "the address has letters that can be mistaken for others"
        yield message, f"write {host[0]} if that is the host you mean", *span
    for issue in check_link(target):
        yield issue.message, issue.hint, *span
    if "title" in token.attrs:
        yield "a link must not have a title", "leave only the address between the brackets", *span
    if following is None or following.type == "link_close":
        yield "a link needs words", "write them between [ and ]", at, at + 1


def _is_markup(token: Token) -> bool:
    return token.nesting > 0 or token.type in ("code_inline", "text_special", "hardbreak")
