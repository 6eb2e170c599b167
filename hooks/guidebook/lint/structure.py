"""Rules about the structure of entries."""

from collections.abc import Iterator
from itertools import pairwise

from ..guide import Guide
from .finding import Finding

MIN_ESSENTIALS, MAX_ESSENTIALS = 8, 12
"""Essential items in the checklist of a format. They are printed on one page."""


def essentials_fit_the_page(guide: Guide) -> Iterator[Finding]:
    """A format's checklist has MIN_ESSENTIALS to MAX_ESSENTIALS essential items."""
    for entry in guide.entries_of("formats"):
        count = sum(item.essential for item in entry.checklist)
        if not MIN_ESSENTIALS <= count <= MAX_ESSENTIALS:
            hint = f"set `essential: true` on {MIN_ESSENTIALS} to {MAX_ESSENTIALS} items"
            yield Finding(entry, ("checklist",), f"{count} items are essential", hint)


def ranges_are_ordered(guide: Guide) -> Iterator[Finding]:
    """The least value of a range is not above its most."""
    for entry in guide.entries_of("formats"):
        for name in ("minutes", "interviewers"):
            span = getattr(entry, name)
            if span.least > span.most:
                message = f"{name}: {span.least} is more than {span.most}"
                yield Finding(entry, (name,), message, "swap them")


def stop_is_last_step(guide: Guide) -> Iterator[Finding]:
    """Only the last step of a timeline may be marked `stop`."""
    for entry in guide.entries_of("timelines"):
        for index, step in enumerate(entry.steps[:-1]):
            if step.stop:
                message = "only the last step may have `stop: true`, but more steps follow"
                hint = "move this step to the end, or delete `stop: true`"
                yield Finding(entry, ("steps", index, "stop"), message, hint)


def laws_are_listed(guide: Guide) -> Iterator[Finding]:
    """The legal basis of a topic is one of the entry's laws."""
    for entry in guide.entries_of("off_limits"):
        names = {law.name for law in entry.laws}
        for index, topic in enumerate(entry.topics):
            if topic.law not in names:
                message = f"{topic.law!r} is not listed under laws"
                hint = "write one of the names under `laws:`, exactly as it is there"
                yield Finding(entry, ("topics", index, "law"), message, hint)


def disagreements_are_marked(guide: Guide) -> Iterator[Finding]:
    """A disagreement has at least two positions."""
    for entry in guide.entries_of("claims"):
        if entry.disagree and len(entry.positions) < 2:
            hint = "add another position, or write `disagree: false`"
            yield Finding(entry, ("disagree",), "a disagreement needs at least two positions", hint)


def items_in_order_of_time(guide: Guide) -> Iterator[Finding]:
    """The items of a checklist are in the order of their phases."""
    order = [term.id for term in guide.terms("phases")]
    for kind in ("formats", "checklists"):
        for entry in guide.entries_of(kind):
            phases = [item.phase for item in entry.checklist]
            for index, (before, phase) in enumerate(pairwise(phases), 1):
                if order.index(phase) < order.index(before):
                    message = f"{phase!r} comes after {before!r}, which is later"
                    hint = "move the item up: the list is in order of time"
                    yield Finding(entry, ("checklist", index, "phase"), message, hint)


def messages_use_literal_blocks(guide: Guide) -> Iterator[Finding]:
    """Messages are literal blocks (`|`); a folded block (`>`) would join the greeting, the text and the name into one line."""
    for entry in guide.entries_of("messages"):
        origin = guide.origins[entry.id]
        for field in ("short", "warm"):
            event = origin.document.values.get((*origin.key_path, field))
            if getattr(event, "style", None) == ">":
                message = "`>` joins all lines of this message into one"
                yield Finding(entry, (field,), message, "write |- instead of >-")
