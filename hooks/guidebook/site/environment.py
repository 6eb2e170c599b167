"""Create the Jinja environment of the templates, with filters that turn checked text into safe HTML."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..guide import Guide
from ..kind import TEMPLATES
from ..models import Entry, Message, Question
from ..output_cache import OutputCache
from ..text import time_words
from ..text.inline_markdown import PLACEHOLDER, paragraphs, plain
from ..urls import entry_url, relative_url
from . import qr_code
from .first_screen import essential_minutes, first_items, items_before, most_expected
from .inline_html import mark_languages, render_inline
from .related import RelatedEntries


class Rendered(NamedTuple):
    """The text of a page, and the modules of docs/assets/js that it needs, by name."""

    text: str
    modules: list[str]


Render = Callable[..., Rendered]
"""`render(template, here, **context)` renders one page."""


class TemplateGuide:
    """The guide for templates: a Guide that also finds related entries."""

    def __init__(self, guide: Guide) -> None:
        """Compute the related entries of `guide`."""
        self._guide = guide
        self.related = RelatedEntries(guide).find

    def __getattr__(self, name: str) -> Any:
        return getattr(self._guide, name)


def make_renderer(guide: Guide, cache: OutputCache | None = None, **shared: Any) -> Render:
    """Return `render(template, here, **context)`, which reuses the pages in `cache`.

    Every template can read `shared` and the guide. `here` is the URL of the page from the root of the site.
    """
    environment = make_environment()
    if cache is None:
        cache = OutputCache()
        cache.start(TemplateGuide(guide))

    def render(template: str, here: str, **context: Any) -> Rendered:
        def render_with(guide: Any) -> Rendered:
            modules: list[str] = []
            values = {**shared, **context, "guide": guide, "related": guide.related}
            text = environment.get_template(template).render(here=here, modules=modules, **values)
            return Rendered(text, modules)

        return cache.get(here, {**shared, **context, "template": template}, render_with)

    return render


def make_environment() -> Environment:
    """Return a Jinja environment with the filters of the templates."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=FileSystemBytecodeCache(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= FILTERS
    env.globals |= {"widget": _widget, "uses": _uses, "span_words": time_words.span_words}
    return env


@pass_context
def _widget(context: Context, name: str) -> str:
    """Return the tag of a custom element, as in `<{{ widget("x-y") }}>`, and load its module on the page."""
    _uses(context, name)
    return name


@pass_context
def _uses(context: Context, name: str) -> str:
    """Load the module `name` on the page."""
    if name not in context["modules"]:
        context["modules"].append(name)
    return ""


def sentence(words: str) -> str:
    """Return `words` with a capital first letter."""
    return words[:1].upper() + words[1:]


def first_sentence(text: str) -> str:
    """Return `text` up to the end of its first sentence."""
    return re.split(r"(?<=[.?!]) (?=[A-Z“])", text, maxsplit=1)[0]


def duration(minutes: int) -> str:
    """Return `minutes` in words: 45 min, 2 h, 1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    parts += [f"{rest} min"] if rest or not hours else []
    return " ".join(parts)


def span(least: int, most: int, show: Callable[[int], str] = str) -> str:
    """Return a range in words: `2 to 5`, or `2` when both are the same."""
    return show(least) if least == most else f"{show(least)} to {show(most)}"


def day(date: dt.date) -> str:
    """Return `date` in words: November 22, 2026."""
    return f"{date:%B} {date.day}, {date.year}"


@pass_context
def _md(context: Context, text: str) -> Markup:
    """Return one paragraph of checked Markdown as HTML."""
    return render_inline(text, lambda id_: _link(context, id_), context["guide"].terms("languages"))


@pass_context
def _paragraphs(context: Context, text: str) -> Markup:
    parts = (_md(context, part) for part in paragraphs(text))
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)


@pass_context
def _words(context: Context, text: str) -> Markup:
    """Return plain text as HTML that names the language of each foreign word in it."""
    return mark_languages(text, context["guide"].terms("languages"))


@pass_context
def _letter(context: Context, text: str) -> Markup:
    """Return a message: paragraphs, line breaks, and each placeholder as a blank to fill in."""
    return _blanks(context, _paragraphs(context, text).replace("\n", Markup("<br>")))


@pass_context
def _blanks(context: Context, text: str) -> Markup:
    """Return plain text or HTML with each placeholder as a blank to fill in."""
    blanks = {term.id: term.title[0].lower() + term.title[1:] for term in context["guide"].terms("placeholders")}
    return Markup(
        PLACEHOLDER.sub(
            lambda match: f'<mark class="blank" data-blank="{match[1]}">[{escape(blanks[match[1]])}]</mark>',
            escape(text),
        )
    )


@pass_context
def _example(context: Context, text: str, message: Message) -> Markup:
    """Return a text of `message` as one would send it, with the example of each placeholder filled in."""
    examples = {term.id: term.example for term in context["guide"].terms("placeholders")}
    examples |= {own.blank: own.example for own in message.examples}
    filled = PLACEHOLDER.sub(lambda found: examples[found[1]], text)
    return _paragraphs(context, filled).replace("\n", Markup("<br>"))


@pass_context
def _most_expected(context: Context, questions: Iterable[Question], most: int = 3) -> list[Question]:
    return most_expected(context["guide"], questions, most)


def _heading(text: str) -> Markup:
    """Return plain `text` with character references, so that Markdown shows it unchanged."""
    special = r"[\\`*_{}\[\]()#+!|~^=:<>&-]"
    return Markup(re.sub(special, lambda match: f"&#{ord(match[0])};", text))


@pass_context
def _href(context: Context, target: Entry | str) -> str:
    """Return the link from this page to an entry, or to a URL from the root of the site."""
    if isinstance(target, Entry):
        target = entry_url(context["guide"], target)
    return relative_url(target, context["here"])


def _link(context: Context, id_: str) -> str:
    return _href(context, context["guide"].get(id_))


@pass_context
def _named_entry(context: Context, role: str) -> Entry:
    """Return the entry for a role of named_entries.py."""
    return context["guide"].named_entry(role)


@pass_context
def _entries(context: Context, ids: Iterable[str]) -> list[Entry]:
    """Return the entries with these ids, in order."""
    return [context["guide"].get(id_) for id_ in ids]


FILTERS = {
    "md": _md,
    "paragraphs": _paragraphs,
    "words": _words,
    "letter": _letter,
    "blanks": _blanks,
    "heading": _heading,
    "href": _href,
    "named_entry": _named_entry,
    "entries": _entries,
    "plain": plain,
    "sentence": sentence,
    "first_sentence": first_sentence,
    "duration": duration,
    "span": span,
    "day": day,
    "qr": qr_code.qr_svg,
    "about": time_words.about,
    "essential_minutes": essential_minutes,
    "first_items": first_items,
    "items_before": items_before,
    "most_expected": _most_expected,
    "short_words": time_words.short_words,
    "is_counted": time_words.is_counted,
    "example": _example,
}
