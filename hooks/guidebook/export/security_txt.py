"""Export security.txt: where to report a weakness (RFC 9116)."""

import datetime as dt

from ..guide import Guide
from ..output import Site

DAYS = 365
"""Days after the latest review on which the file expires; each deploy renews it."""


def render_security_txt(guide: Guide, site: Site) -> str:
    """Return the text of the file."""
    expires = guide.last_reviewed + dt.timedelta(DAYS)
    return (
        f"Contact: {site.repository}/security/advisories/new\n"
        f"Expires: {expires.isoformat()}T00:00:00Z\n"
        "Preferred-Languages: en\n"
        f"Canonical: {site.address}.well-known/security.txt\n"
        f"Policy: {site.repository}/blob/main/SECURITY.md\n"
    )
