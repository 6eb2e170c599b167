"""Generated files of the site, and the addresses at which it is published."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Output:
    """A generated file of the site."""

    uri: str
    content: str | bytes
    edit: str = ""
    title: str = ""
    """Title of the page, as plain text; empty for a file that is no page."""


@dataclass(frozen=True)
class Site:
    """The addresses of the site and of its project, which pages link to."""

    edit_root: str = ""
    """Address of the root of the project on the forge, for edit links."""
    lines_root: str = ""
    """Address of the root of the project on the forge, for links to lines."""
    repository: str = ""
    """Address of the project on the forge."""
    address: str = ""
    """Address of the root of the site, for paper."""
