"""The guide for programs that read text: each page as Markdown, and llms.txt (llmstxt.org), which lists them, and a skill."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from ..export.markdown_twin import markdown_twin
from ..guide import Guide
from ..kinds import KINDS
from ..output import Output, Site
from .environment import make_environment
from .skill import skill
from .twins import Twin

INDEX, EVERYTHING = "llms.txt", "llms-full.txt"


def machine_pages(guide: Guide, site: Site, pages: Iterable[Output], prose: Mapping[str, str]) -> Iterator[Output]:
    """Yield the twin of each of the generated `pages` and of each page in `prose`, then the lists of all of them.

    `prose` maps the URL of each hand-written page to its Markdown.
    """
    written = [_prose_page(url, text) for url, text in prose.items()]
    twins = [_twin(page, site) for page in (*pages, *written) if page.title]
    for twin in twins:
        yield Output(twin.uri, twin.text)
    yield skill(guide, site, twins)
    sections = _sections([twin for twin in twins if twin.description])
    optional = sections.pop("", [])
    context = {"guide": guide, "site": site, "sections": sections}
    yield Output(INDEX, _render("llms.txt.jinja", **context, optional=optional))
    yield Output(EVERYTHING, _render("llms-full.txt.jinja", **context))


def _render(template: str, **context: Any) -> str:
    return make_environment().get_template(template).render(**context)


def _prose_page(url: str, text: str) -> Output:
    meta = yaml.safe_load(text.split("---\n", 2)[1])
    return Output(f"{url.rstrip('/')}.md", text, title=meta["title"], description=meta["description"])


def _twin(page: Output, site: Site) -> Twin:
    folder = page.uri.removesuffix(".md").removesuffix("index").rstrip("/")
    text = markdown_twin(page.uri, str(page.content), site.address)
    return Twin(f"{folder}/index.md".lstrip("/"), page.title, page.description, text)


def _sections(twins: Iterable[Twin]) -> dict[str, list[Twin]]:
    """Return the pages about each kind of entry that the feed has, by the title of the kind; all others under ""."""
    titles = {kind.url: kind.title for kind in KINDS.values() if kind.in_feed and kind.url}
    sections: dict[str, list[Twin]] = {title: [] for title in titles.values()}
    for twin in twins:
        kind = next((url for url in titles if twin.folder.startswith(url)), "")
        sections.setdefault(titles.get(kind, ""), []).append(twin)
    return sections
