"""Generated files of the site, and what they know of where it is published."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Output:
    """A file of the site: where it goes, what it holds, and the file a reader edits to change it."""

    uri: str
    content: str | bytes
    edit: str = ""
    title: str = ""
    """Title of the page, as plain text; empty for a file that is no page."""


@dataclass(frozen=True)
class Site:
    """What pages know of the place they are published at."""

    edit_root: str = ""
    """Address of the root of the project on the forge, for edit links."""
    lines_root: str = ""
    """Address of the root of the project on the forge, for links to lines."""
    repository: str = ""
    """Address of the project on the forge."""
    address: str = ""
    """Address of the root of the site, for paper."""
