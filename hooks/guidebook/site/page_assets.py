"""What a page loads, by what it holds: a page without a widget loads neither its script nor its style sheet."""

from functools import lru_cache

SCRIPTS = {
    "checklists/check-list": ("<check-list",),
    "filters/filter-list": ("<filter-list",),
    "checklists/progress-overview": ("<progress-overview",),
    "plan/my-plan": ("<my-plan",),
    "plan/plan-day": ("<plan-day",),
    "plan/timeline-dates": ("<timeline-dates",),
    "lib/permalinks": ('class="permalink"', "<details", "data-late"),
    "practice/practice-round": ("<practice-round",),
    "practice/partner-sheet": ("<partner-sheet",),
    "practice/recording-list": ("<recording-list",),
    "stories/decision-sheet": ("<decision-sheet",),
    "stories/record-list": ("<record-list",),
    "stories/autosave-form": ("<autosave-form",),
    "stories/story-map": ("<story-map",),
    "stories/scorecard-summary": ("<scorecard-summary",),
    "print/checkbox-marks": ("data-sheet",),
    "print/print-choices": ("<print-choices",),
    "print/print-plan": ("<print-plan",),
    "print/print-packet": ("<print-packet",),
}
"""The modules of docs/assets/js a page loads, by what it holds: a page without these loads none."""

STYLES = {
    "plan": ("<my-plan", "<plan-day", "<timeline-dates"),
    "practice": ("<practice-round", "<recording-list"),
    "partner": ("<partner-sheet",),
    "stories": ("<record-list", "<autosave-form", "<story-map", "<decision-sheet"),
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
