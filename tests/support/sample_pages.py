"""One page of every kind, for tests that look at each kind in a browser."""

from guidebook.guide import Guide
from guidebook.site.pages import generated_pages
from support.broken_data import ROOT


def sample_pages(guide: Guide) -> list[str]:
    """Return the paths of the first page of each template by address, of the pages in docs/, and of the page for a wrong address."""
    pages = sorted(generated_pages(guide), key=lambda page: page.url, reverse=True)
    generated = {page.template: page.url for page in pages if page.template != "moved"}
    written = [file.relative_to(ROOT / "docs").with_suffix("") for file in sorted((ROOT / "docs").glob("*/*.md"))]
    return [*generated.values(), *(f"{path.as_posix()}/" for path in written), "404.html"]
