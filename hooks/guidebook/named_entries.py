"""Roles: names by which templates and scripts refer to entries, so that no id of the data is written in code.

`named_entries` in data/taxonomy.yml maps each role to an entry. Renaming an entry changes only the data.
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
    # Checklists that the planner schedules by the clock, after the one that its chain starts with.
    "first-round": "checklists",
    "ninety-minutes": "checklists",
    "fifteen-minutes": "checklists",
    # Questions to ask on the day of the interview.
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
    # The default thank-you message.
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
"""The kind of entry that each role refers to."""
