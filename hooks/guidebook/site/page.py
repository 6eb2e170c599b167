"""A page before it is rendered."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """A generated page: its file below docs/, its template, and the values that the template reads."""

    uri: str
    """File below docs/, such as `formats/index.md`."""
    template: str
    """Name of the template without its suffix."""
    title: str
    description: str
    """For search engines and previews."""
    schema_type: str = "WebPage"
    """Type at schema.org of what the page is."""
    layout: str = ""
    """Template of the theme, if not its default."""
    edit: str = ""
    """File that the edit link of the page opens, from the root of the project."""
    search: tuple[str, ...] = ()
    """Everyday words that readers may search for to find a page that belongs to no kind."""
    meta: dict[str, Any] = field(default_factory=dict)
    """Further front matter."""
    context: dict[str, Any] = field(default_factory=dict)
    """Further values for the template."""

    @property
    def url(self) -> str:
        """The address of the page from the root of the site."""
        stem = self.uri.removesuffix(".md")
        return "" if stem == "index" else f"{stem.removesuffix('/index')}/"
