"""A small square code that leads from paper back to a page, drawn at build time."""

from functools import cache

import segno
from markupsafe import Markup


@cache
def qr_svg(address: str) -> Markup:
    """Return the QR code of `address` as inline SVG, with a name for those who do not see it."""
    drawn = segno.make_qr(address, error="m").svg_inline(
        border=2, omitsize=True, svgclass="qr", lineclass=None, title=f"Code that opens {address}"
    )
    return Markup(drawn.replace("<svg", '<svg role="img"', 1))
