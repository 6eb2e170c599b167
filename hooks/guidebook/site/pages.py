"""Render every generated page of the site as Markdown, without knowing the builder."""

import json
from collections.abc import Iterator
from typing import Any

from .. import sheets
from ..guide import Guide
from ..output import Output, Site
from ..output_cache import OutputCache
from . import svg
from .environment import Render, make_renderer
from .kind_pages import kind_pages
from .packet import packet_sheets
from .page import Page
from .standalone_pages import TOOLS, home_page, reference_pages


def render_pages(guide: Guide, site: Site, cache: OutputCache | None = None) -> Iterator[Output]:
    """Yield every generated page, in the order in which readers meet them, and the sheets of the packet.

    Pages that `cache` holds from an earlier call are rendered only when they would differ.
    """
    render = make_renderer(guide, cache, **shared_context(guide, site))
    for page in generated_pages(guide):
        yield _render_page(render, page, _last_reviewed(guide, page))
    yield from packet_sheets(render, guide)


def generated_pages(guide: Guide) -> Iterator[Page]:
    """Yield every generated page before it is rendered, in the order in which readers meet them."""
    yield from (home_page(), *kind_pages(guide), *TOOLS, *reference_pages(guide))


def shared_context(guide: Guide, site: Site) -> dict[str, Any]:
    """Return the values that every template sees beside the guide."""
    return {"site": site, "draw": svg, "paper": sheets, "today": guide.last_reviewed}


def _last_reviewed(guide: Guide, page: Page) -> str:
    """Return the day of the latest review of an entry on `page`."""
    context = page.context
    kind = context.get("kind")
    entries = [context["entry"]] if "entry" in context else context.get("entries", kind and guide.entries_of(kind.name))
    return max((entry.reviewed for entry in entries or ()), default=guide.last_reviewed).isoformat()


def _render_page(render: Render, page: Page, reviewed: str) -> Output:
    body, modules = render(
        f"{page.template}.md.jinja", page.url, title=page.title, description=page.description, **page.context
    )
    meta = {"title": page.title, "description": page.description, "type": page.schema_type}
    meta |= page.meta
    meta |= {"template": page.layout} if page.layout else {}
    meta |= {"modules": modules} if modules else {}
    # JSON is YAML, and faster to write.
    front = "\n".join(f"{key}: {json.dumps(it, ensure_ascii=False)}" for key, it in meta.items())
    description = "" if "to" in page.meta else page.description
    return Output(page.uri, f"---\n{front}\n---\n\n{body}", page.edit, page.title, description, reviewed)
