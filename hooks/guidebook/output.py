"""Generated files of the site, and the URLs of the site and its project."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Output:
    """A generated file of the site."""

    uri: str
    content: str | bytes
    edit: str = ""
    title: str = ""
    """Title of a page as plain text; empty for other files."""
    description: str = ""
    """Description of a page; empty for other files and for redirects."""
    reviewed: str = ""
    """Day of the latest review of an entry on a page, such as 2026-11-22."""


@dataclass(frozen=True)
class Site:
    """The URLs of the site and its project, for links on pages."""

    edit_root: str = ""
    """URL of the root of the repository, for edit links."""
    lines_root: str = ""
    """URL of the root of the repository, for links to lines."""
    repository: str = ""
    """URL of the project."""
    address: str = ""
    """URL of the root of the site, for printed pages."""
