"""Rules about the structure of entries."""

from collections.abc import Iterator

from ..guide import Guide
from .finding import Finding

PRINTED_ESSENTIALS = 12


def essentials_fit_the_page(guide: Guide) -> Iterator[Finding]:
    """Eight to twelve items of a format's checklist are essential: those are printed on one page."""
    for entry in guide.entries_of("formats"):
        count = sum(item.essential for item in entry.checklist)
        if not 8 <= count <= PRINTED_ESSENTIALS:
            yield Finding(
                entry,
                ("checklist",),
                f"{count} items are essential",
                "set `essential: true` on 8 to 12 items",
            )


def ranges_are_ordered(guide: Guide) -> Iterator[Finding]:
    """The least value of a range is not above its most."""
    for entry in guide.entries_of("formats"):
        for name in ("minutes", "interviewers"):
            span = getattr(entry, name)
            if span.least > span.most:
                yield Finding(
                    entry, (name,), f"{name}: {span.least} is more than {span.most}", "swap them"
                )


def stop_is_last_step(guide: Guide) -> Iterator[Finding]:
    """Only the last step of a timeline may be marked `stop`."""
    for entry in guide.entries_of("timelines"):
        for index, step in enumerate(entry.steps[:-1]):
            if step.stop:
                wrong = "only the last step may have `stop: true`, but more steps follow"
                tip = "move this step to the end, or delete `stop: true`"
                yield Finding(entry, ("steps", index, "stop"), wrong, tip)


def laws_are_listed(guide: Guide) -> Iterator[Finding]:
    """The legal basis of a topic is one of the laws of its place."""
    for entry in guide.entries_of("off_limits"):
        names = {law.name for law in entry.laws}
        for index, topic in enumerate(entry.topics):
            if topic.law not in names:
                tip = "write one of the names under `laws:`, exactly as it is there"
                yield Finding(
                    entry,
                    ("topics", index, "law"),
                    f"{topic.law!r} is not listed under laws",
                    tip,
                )


def disagreements_are_marked(guide: Guide) -> Iterator[Finding]:
    """A disagreement has at least two positions."""
    for entry in guide.entries_of("claims"):
        if entry.disagree and len(entry.positions) < 2:
            yield Finding(
                entry,
                ("disagree",),
                "a disagreement with one position",
                "add another position, or write `disagree: false`",
            )


def items_in_order_of_time(guide: Guide) -> Iterator[Finding]:
    """The phase of an item does not come before that of the item above it: the list reads in order of time."""
    order = [term.id for term in guide.terms("phases")]
    for kind in ("formats", "checklists"):
        for entry in guide.entries_of(kind):
            for index in range(1, len(entry.checklist)):
                before, here = entry.checklist[index - 1].phase, entry.checklist[index].phase
                if order.index(here) < order.index(before):
                    message = f"{here!r} comes after {before!r}, which is later"
                    yield Finding(
                        entry,
                        ("checklist", index, "phase"),
                        message,
                        "move the item up: the list is in order of time",
                    )


def messages_use_literal_blocks(guide: Guide) -> Iterator[Finding]:
    """Messages are literal blocks (`|`); a folded block (`>`) would join the greeting, the text and the name into one line."""
    for entry in guide.entries_of("messages"):
        origin = guide.origins[entry.id]
        for field in ("short", "warm"):
            event = origin.document.values.get((*origin.key_path, field))
            if getattr(event, "style", None) == ">":
                wrong = "> joins the lines of this message"
                yield Finding(entry, (field,), wrong, "write |- instead of >-")
