"""The Jinja environment, and the filters that turn checked text into safe HTML."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from . import qr
from . import text as texts
from .addresses import address, relative
from .guide import Guide
from .model import Entry

_markdown = MarkdownIt("zero").enable(["emphasis", "link", "backticks", "escape", "entity"])

_MARKS = re.compile(r"[*_`\[\\&]")
"""Without one of these, Markdown text is plain text."""


def renderer(guide: Guide, **shared: Any) -> Callable[..., str]:
    """Return `render(template, here, **context)`, which gives the text of one page of `guide`.

    `shared` is known to every template. `here` is the address of the page from the root of the site.
    """
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        md=_md,
        paragraphs=_paragraphs,
        letter=_letter,
        heading=_heading,
        href=_href,
        plain=plain,
        duration=duration,
        span=span,
        qr=qr.code,
        entry=guide.get,
    )
    env.globals.update(guide=guide, **shared)

    def render(template: str, here: str, **context: Any) -> str:
        return env.get_template(template).render(here=here, **context)

    return render


def plain(text: str) -> str:
    """Return Markdown `text` without its marks."""
    tokens = _markdown.parseInline(text)[0].children or ()
    return " ".join(
        "".join(token.content or " " * (token.type == "softbreak") for token in tokens).split()
    )


def duration(minutes: int) -> str:
    """Return `minutes` in words: 45 min, 2 h, 1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    return " ".join(
        ([f"{hours} h"] if hours else []) + ([f"{rest} min"] if rest or not hours else [])
    )


def span(least: int, most: int, show: Callable[[int], str] = str) -> str:
    """Return a range in words: `2 to 5`, or `2` when both are the same."""
    return show(least) if least == most else f"{show(least)} to {show(most)}"


@pass_context
def _md(context: Context, text: str) -> Markup:
    return _inline(text, lambda id_: _link(context, id_))


@pass_context
def _paragraphs(context: Context, text: str) -> Markup:
    parts = (_inline(part, lambda id_: _link(context, id_)) for part in re.split(r"\n\s*\n", text))
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)


@pass_context
def _letter(context: Context, text: str) -> Markup:
    """Return a message: paragraphs, line breaks, and each placeholder as a blank to fill in."""
    terms = {
        term.id: term.title[0].lower() + term.title[1:]
        for term in context["guide"].terms("placeholders")
    }
    html = _paragraphs(context, text).replace("\n", Markup("<br>"))
    return Markup(
        texts.PLACEHOLDER.sub(
            lambda found: f'<mark class="blank">[{escape(terms[found[1]])}]</mark>', html
        )
    )


def _heading(text: str) -> Markup:
    """Return plain `text` so that Markdown shows it as it is."""
    return Markup(re.sub(r"([\\`*_{}\[\]()#+!|~^=:<>&-])", _entity, text))


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


@pass_context
def _href(context: Context, target: Entry | str) -> str:
    """Return the link from this page to an entry, or to an address from the root of the site."""
    if isinstance(target, Entry):
        target = address(context["guide"], target)
    return relative(target, context["here"])


def _link(context: Context, id_: str) -> str:
    return _href(context, context["guide"].get(id_))


def _inline(text: str, link: Callable[[str], str]) -> Markup:
    if not _MARKS.search(text):
        return escape(text)
    tokens = _markdown.parseInline(text)
    for token in tokens[0].children or ():
        if token.type == "link_open" and texts.ID.fullmatch(str(token.attrs["href"])):
            token.attrs["href"] = link(str(token.attrs["href"]))
    return Markup(_sanitise(_markdown.renderer.render(tokens, _markdown.options, {})))


@cache
def _sanitise(html: str) -> str:
    if "<" not in html:
        return html
    return nh3.clean(
        html,
        tags={"a", "code", "em", "strong"},
        attributes={"a": {"href"}},
        url_schemes={"https"},
        link_rel="noopener",
    )
