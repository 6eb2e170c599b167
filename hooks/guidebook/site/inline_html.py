"""One paragraph of Markdown as safe HTML."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import nh3
from markdown_it.token import Token
from markupsafe import Markup, escape

from ..models.taxonomy import Language
from ..text.inline_markdown import ID, tokens

_TAGS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
    "hardbreak": "\n",
}


def render_inline(paragraph: str, link: Callable[[str], str], languages: Sequence[Language] = ()) -> Markup:
    """Return one paragraph of Markdown as safe HTML.

    `link` turns the id of an entry into its URL. Markup that the checks do not allow is shown as text.
    """
    text = "".join(_render_token(token, link, languages) for token in tokens(paragraph))
    return Markup(_sanitize(text) if "<" in text else text)


def mark_languages(text: str, languages: Sequence[Language]) -> Markup:
    """Return plain `text` as HTML that names the language of each foreign word in it."""
    pieces = _words_pattern(tuple(language.words for language in languages)).split(text)
    for at in range(1, len(pieces), 2):
        language = next(language.id for language in languages if pieces[at] in language.words)
        pieces[at] = Markup('<span lang="{}">{}</span>').format(language, pieces[at])
    return Markup("").join(pieces)


@lru_cache(maxsize=8)
def _words_pattern(words: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    choices = "|".join(re.escape(word) for group in words for word in group)
    return re.compile(rf"\b({choices or '(?!)'})\b")


def _render_token(token: Token, link: Callable[[str], str], languages: Sequence[Language]) -> str:
    if token.type == "code_inline":
        return f"<code>{escape(token.content)}</code>"
    if token.type == "link_open":
        target = str(token.attrs["href"])
        return f'<a href="{escape(link(target) if ID.fullmatch(target) else target)}">'
    return _TAGS.get(token.type) or mark_languages(token.content, languages)


def _sanitize(text: str) -> str:
    return nh3.clean(
        text,
        tags={"a", "code", "em", "span", "strong"},
        attributes={"a": {"href"}, "span": {"lang"}},
        url_schemes={"https"},
        link_rel="noopener",
    )
