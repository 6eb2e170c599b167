"""QR codes that lead from a printed page to its page on the site."""

from functools import cache

import segno
from markupsafe import Markup


@cache
def qr_svg(address: str) -> Markup:
    """Return the QR code of `address` as inline SVG with an accessible name."""
    drawn = segno.make_qr(address, error="m").svg_inline(
        border=2, omitsize=True, svgclass="qr", lineclass=None, title=f"Code that opens {address}"
    )
    return Markup(drawn.replace("<svg", '<svg role="img"', 1))
