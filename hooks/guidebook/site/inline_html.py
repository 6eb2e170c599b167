"""One paragraph of Markdown as safe HTML."""

from collections.abc import Callable

import nh3
from markdown_it.token import Token
from markupsafe import Markup, escape

from ..text.inline_markdown import ID, tokens

_TAGS = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
    "hardbreak": "\n",
}


def render_inline(paragraph: str, link: Callable[[str], str]) -> Markup:
    """Return one paragraph of Markdown as safe HTML.

    `link` turns the id of an entry into its URL. Markup that the checks do not allow is shown as text.
    """
    text = "".join(_render_token(token, link) for token in tokens(paragraph))
    return Markup(_sanitize(text) if "<" in text else text)


def _render_token(token: Token, link: Callable[[str], str]) -> str:
    if token.type == "code_inline":
        return f"<code>{escape(token.content)}</code>"
    if token.type == "link_open":
        target = str(token.attrs["href"])
        return f'<a href="{escape(link(target) if ID.fullmatch(target) else target)}">'
    return _TAGS.get(token.type) or escape(token.content)


def _sanitize(text: str) -> str:
    return nh3.clean(
        text, tags={"a", "code", "em", "strong"}, attributes={"a": {"href"}}, url_schemes={"https"}, link_rel="noopener"
    )
