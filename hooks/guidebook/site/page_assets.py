"""What a page loads, by what it holds: a page without a widget loads neither its script nor its style sheet."""

from functools import lru_cache

SCRIPTS = {
    "check-list": ("<check-list",),
    "filter-list": ("<filter-list",),
    "progress-overview": ("<progress-overview",),
    "my-plan": ("<my-plan",),
    "plan-day": ("<plan-day",),
    "timeline-dates": ("<timeline-dates",),
    "entry-links": ('class="permalink"', "<details", "data-late"),
    "practice-round": ("<practice-round",),
    "partner-sheet": ("<partner-sheet",),
    "take-list": ("<take-list",),
    "decision-sheet": ("<decision-sheet",),
    "kept-list": ("<kept-list",),
    "kept-form": ("<kept-form",),
    "story-map": ("<story-map",),
    "sign-sum": ("<sign-sum",),
    "print-marks": ("data-sheet",),
    "print-choices": ("<print-choices",),
    "print-plan": ("<print-plan",),
    "print-packet": ("<print-packet",),
}
"""The modules of docs/assets/js a page loads, by what it holds: a page without these loads none."""

STYLES = {
    "plan": ("<my-plan", "<plan-day", "<timeline-dates"),
    "practice": ("<practice-round", "<take-list"),
    "partner": ("<partner-sheet",),
    "stories": ("<kept-list", "<kept-form", "<story-map", "<decision-sheet"),
}
"""The sheets of docs/assets/css a page loads beside those that every page has, by what it holds."""


@lru_cache(maxsize=2048)
def loaded(body: str) -> dict[str, list[str]]:
    """Return the modules and the style sheets that a page loads."""
    marked = {
        key: [name for name, marks in table.items() if any(mark in body for mark in marks)]
        for key, table in (("modules", SCRIPTS), ("styles", STYLES))
    }
    return {key: names for key, names in marked.items() if names}
