"""Rules about URLs: pages and anchors must be unique."""

import re
from collections.abc import Iterator

from ..guide import Guide
from ..kind import TEMPLATES, Kind
from ..kinds import KINDS
from ..models import ListTerm
from ..text.headings import slug
from ..urls import PACKET_URL, page_urls
from .finding import Finding


def urls_are_unique(guide: Guide) -> Iterator[Finding]:
    """No two pages have the same URL: entries, groups, indexes, and hand-written pages in docs/."""
    docs = {path.removesuffix(".md").removesuffix("index") for path in guide.docs_pages}
    used = {f"{path.rstrip('/')}/" for path in docs} | {PACKET_URL}
    used |= {f"{kind.url}index/" for kind in KINDS.values()}
    for url, entry in page_urls(guide):
        if url in used:
            yield Finding(entry, ("id",), f"the page /{url} is taken", "choose another id")
        used.add(url)


def anchors_are_unique(guide: Guide) -> Iterator[Finding]:
    """No id is also the anchor of a heading in the template of its page."""
    lists = (guide.terms(name) for name in type(guide.taxonomy).model_fields)
    terms = {term.id for one in lists for term in one if isinstance(term, ListTerm)}
    for kind in KINDS.values():
        anchors, prefixes = _template_anchors(kind)
        anchors |= {prefix + term for prefix in prefixes for term in terms}
        for entry in guide.entries_of(kind.name):
            for path, text in guide.texts(entry):
                if text in anchors and {"id", "aliases"} & {*path}:
                    message = f"{text!r} is the anchor of a heading on the same page"
                    yield Finding(entry, path, message, "choose another id")


def _template_anchors(kind: Kind) -> tuple[set[str], set[str]]:
    """Return the anchors in the templates of a kind, and the prefixes of anchors that end in a term of the taxonomy."""
    names = [kind.template, *([kind.index_template] if kind.index_template else [])]
    files = (TEMPLATES / f"{name}.md.jinja" for name in names)
    text = "\n".join(file.read_text("utf-8") for file in files if file.is_file())
    headings = re.findall(r"^#+ ([^{\n]+)$", text, re.MULTILINE)
    named = re.findall(r"(?:\{: #|\bid=\"|ui\.fold\(\"[^\"]+\", \")([a-z0-9-]+)[ \"]", text)
    prefixes = re.findall(r"(?:\{: #|\")([a-z]+-)(?:\{\{|\" ~)", text)
    return {*map(slug, headings), *named}, {*prefixes}
