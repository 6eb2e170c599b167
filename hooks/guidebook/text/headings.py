"""Find the anchors of headings in Markdown."""

import re


def slug(heading: str) -> str:
    """Return the anchor that Markdown makes of a heading."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower())


def heading_anchor(heading: str) -> str:
    """Return the anchor of a heading that may end in an attribute list such as `{: #anchor }`."""
    name, _, attributes = heading.partition("{:")
    named = re.search(r"#([\w-]+)", attributes)
    return named[1] if named else slug(name)
