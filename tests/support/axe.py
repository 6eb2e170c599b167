"""What axe finds on a page, and in which states of a page it is worth asking."""

from collections.abc import Iterator

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
LOOKS = {"runOnly": _LOOKS}
"""Rules whose verdict hangs on size and colors; what the others judge is the same in every one."""
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


def violations(page: Page, where: str, options: dict = ALL, within: str = "html") -> Iterator[tuple]:
    """Yield what axe finds `within` a part of the page: where, rule, and the first elements. It is put into a page once."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(
        "([within, options]) => axe.run(within, options)",
        [within, {"resultTypes": ["violations", "incomplete"], **options}],
    )
    for violation in found["violations"]:
        yield (where, violation["id"], [node["html"][:120] for node in violation["nodes"][:3]])
    for undecided in found["incomplete"]:
        for node in filter(_is_invisible_text, undecided["nodes"]):
            yield (where, "text has the color of its background", node["html"][:120])


def _is_invisible_text(node: dict) -> bool:
    """Tell whether axe left a node undecided because text and background have one color."""
    checks = [*node["any"], *node["all"], *node["none"]]
    return any((check.get("data") or {}).get("messageKey") == "equalRatio" for check in checks)


STATES = ("hover", "focus", "active")
SAMPLE = """() => {
  const seen = new Set();
  const look = (element) => element ? `${look(element.parentElement)}>${element.localName}.${element.className}`
    + [...element.attributes].filter(({ name }) => /^(aria-|open|type|disabled)/.test(name)).map(({ name, value }) => `[${name}=${value}]`).join("") : "";
  for (const element of document.querySelectorAll("a, button, summary, label, input, select, textarea")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || seen.has(look(element))) continue;
    seen.add(look(element));
    element.setAttribute("data-state-sample", "");
  }
}"""
"""Mark one of all controls that no style sheet tells apart: same tags, classes and states, up to the root."""


def contrast_violations_by_state(page: Page, where: str) -> Iterator[tuple]:
    """Yield what axe finds on contrast while one control of each look is in each of STATES.

    The states are forced as in the browser's developer tools, so no control is left out because the pointer cannot reach it.
    """
    page.evaluate(SAMPLE)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    query = {"nodeId": root, "selector": "[data-state-sample]"}
    nodes = session.send("DOM.querySelectorAll", query)["nodeIds"]
    for state in STATES:
        for node in nodes:
            forced = {"nodeId": node, "forcedPseudoClasses": [state]}
            session.send("CSS.forcePseudoState", forced)
        yield from violations(page, f"{where} {state}", CONTRAST, "[data-state-sample]")
    session.detach()
