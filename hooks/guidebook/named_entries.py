"""Roles: the entries that templates and scripts refer to, so that code knows no id of the data.

`named_entries` in data/taxonomy.yml says which entry plays each role. Renaming an entry is a change of the data only.
"""

ROLES = {
    # The home page.
    "home-people": "changes",
    "home-time": "changes",
    "home-depth": "changes",
    "home-rivals": "changes",
    "research": "checklists",
    "stories": "checklists",
    "asks": "checklists",
    "night-before": "checklists",
    "worry-failure": "questions",
    "worry-leaving": "questions",
    "ask-for-format": "messages",
    # Checklists that the planner treats on their own.
    "first-round": "checklists",
    "ninety-minutes": "checklists",
    "fifteen-minutes": "checklists",
    # Questions to ask on the day, whoever is met.
    "day-success": "asks",
    "day-challenge": "asks",
    "day-next-steps": "asks",
    # Sheets that are printed with a plan, or instead of a page that needs scripts.
    "sheet-plan": "sheets",
    "sheet-fifteen-minutes": "sheets",
    "sheet-panel": "sheets",
    "sheet-asks": "sheets",
    "sheet-dates": "sheets",
    "sheet-story": "sheets",
    "sheet-debrief": "sheets",
    "sheet-decision": "sheets",
    "sheet-scorecard": "sheets",
    # The message of thanks to a person that no other message suits.
    "thank-anyone": "messages",
    # Timelines that the planner starts (docs/assets/js/plan/timelines.mjs).
    "after-interview": "timelines",
    "no-date-given": "timelines",
    "date-given": "timelines",
    "silence-after-date": "timelines",
    "references-asked": "timelines",
    "on-hold": "timelines",
    "third-round": "timelines",
    "verbal-offer": "timelines",
    "offer-on-the-spot": "timelines",
    "other-offer": "timelines",
    "counter-offer": "timelines",
    "background-check": "timelines",
    "they-reschedule": "timelines",
    "you-reschedule": "timelines",
    "turned-down": "timelines",
    "withdrawing": "timelines",
}
"""The kind of entry that plays each role."""
