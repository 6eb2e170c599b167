"""What axe finds on a page, and in which states of a page it is worth asking."""

from collections.abc import Iterator

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
LOOKS = {"runOnly": _LOOKS}
"""Rules whose verdict hangs on size and colours; what the others judge is the same in every one."""
STRUCTURE = {"rules": {rule: {"enabled": False} for rule in _LOOKS}}
"""Every other rule."""
CONTRAST = {"runOnly": ["color-contrast"]}
ALL = {"rules": {"target-size": {"enabled": True}}}


FEWER = """() => {
  for (const parent of document.querySelectorAll("body *")) {
    const seen = {};
    for (const child of [...parent.children]) {
      const sort = `${child.localName}.${child.className}`;
      if ((seen[sort] = (seen[sort] ?? 0) + 1) > 2) child.remove();
    }
  }
}"""
"""Leave two of each row of like elements: the rest look the same, and were judged once."""


def violations(
    page: Page, where: str, options: dict = ALL, within: str = "html"
) -> Iterator[tuple]:
    """Yield what axe finds `within` a part of the page: where, rule, and the first elements. It is put into a page once."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(
        "([within, options]) => axe.run(within, options)",
        [within, {"resultTypes": ["violations"], **options}],
    )
    for violation in found["violations"]:
        yield (where, violation["id"], [node["html"][:120] for node in violation["nodes"][:3]])
