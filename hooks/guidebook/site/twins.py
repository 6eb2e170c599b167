"""A page as Markdown."""

from typing import NamedTuple


class Twin(NamedTuple):
    """A page as Markdown."""

    uri: str
    """Its file on the site, such as `formats/panel/index.md`."""
    title: str
    description: str
    text: str

    @property
    def folder(self) -> str:
        """The URL of the page from the root of the site."""
        return self.uri.removesuffix("index.md")
