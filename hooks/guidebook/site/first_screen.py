"""What a page opens with for a reader who has only twenty minutes."""

from collections import Counter
from collections.abc import Iterable

from ..export.plan import PLANNED_PHASES
from ..guide import Guide
from ..models import Checklist, Format, Item, Question

BUDGET, MOST_ITEMS = 20, 3
"""Minutes that the first items may take together, and how many are shown."""

TONIGHT = ("night-before", "days-before", "week-before", "the-day")
"""Phases before the interview, from the one that most often matters to a reader with little time."""


def items_before(entry: Format | Checklist) -> list[Item]:
    """Return the items of a list that are due before the interview; all of them when the list is for afterward."""
    return [item for item in entry.checklist if item.phase in PLANNED_PHASES] or [*entry.checklist]


def essential_minutes(entry: Format | Checklist) -> int:
    """Return the minutes of the essential items that are due before the interview."""
    return sum(item.minutes for item in items_before(entry) if item.essential)


def first_items(entry: Format | Checklist, budget: int = BUDGET) -> list[Item]:
    """Return essential items that fit into `budget` minutes together: of a format, those for the night before first."""
    items = [item for item in items_before(entry) if item.essential]
    by_phase = items
    if isinstance(entry, Format):
        by_phase = sorted(items, key=lambda item: TONIGHT.index(item.phase))
    chosen: list[Item] = []
    for item in by_phase:
        if len(chosen) < MOST_ITEMS and item.minutes <= budget:
            chosen.append(item)
            budget -= item.minutes
    return [item for item in items if item in chosen]


def most_expected(guide: Guide, questions: Iterable[Question], most: int) -> list[Question]:
    """Return the questions that the most formats list as likely, the most likely first."""
    counts = Counter(id_ for entry in guide.entries_of("formats") for id_ in entry.likely)
    return sorted(questions, key=lambda question: -counts[question.id])[:most]
