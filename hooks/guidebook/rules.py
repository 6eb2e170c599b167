"""Rules over the whole guide. Each is a small generator; its docstring is the rule."""

from collections.abc import Callable, Iterator

from . import paper
from .guide import Guide
from .model import Entry
from .problem import Problem

Finding = tuple[Entry, tuple[str | int, ...], str, str]
"""(entry, way to the value, what is wrong, what to write instead)"""

PRINTED_ESSENTIALS = 12


def essentials_fit_the_page(guide: Guide) -> Iterator[Finding]:
    """Eight to twelve items of a format's checklist are essential: those are printed on one page."""
    for entry in guide.of("formats"):
        count = sum(item.essential for item in entry.checklist)
        if not 8 <= count <= PRINTED_ESSENTIALS:
            yield entry, ("checklist",), f"{count} items are essential", "mark 8 to 12 as essential"


def spans_rise(guide: Guide) -> Iterator[Finding]:
    """A span goes from the least to the most."""
    for entry in guide.of("formats"):
        for name in ("minutes", "interviewers"):
            span = getattr(entry, name)
            if span.least > span.most:
                yield entry, (name,), f"{name}: {span.least} is more than {span.most}", "swap them"


def one_stop(guide: Guide) -> Iterator[Finding]:
    """A timeline stops at most once, at its last step in time."""
    for entry in guide.of("timelines"):
        stops = [index for index, step in enumerate(entry.steps) if step.stop]
        for index in stops[1:]:
            yield (
                entry,
                ("steps", index, "stop"),
                "the timeline stops twice",
                "keep one `stop: true`",
            )


def laws_are_listed(guide: Guide) -> Iterator[Finding]:
    """The legal basis of a topic is one of the laws of its place."""
    for entry in guide.of("off_limits"):
        names = {law.name for law in entry.laws}
        for index, topic in enumerate(entry.topics):
            if topic.law not in names:
                tip = "write it exactly as a `name` under laws"
                yield (
                    entry,
                    ("topics", index, "law"),
                    f"{topic.law!r} is not listed under laws",
                    tip,
                )


def disagreements_are_marked(guide: Guide) -> Iterator[Finding]:
    """A disagreement has at least two positions."""
    for entry in guide.of("claims"):
        if entry.disagree and len(entry.positions) < 2:
            yield (
                entry,
                ("disagree",),
                "a disagreement with one position",
                "add the other, or `disagree: false`",
            )


def items_in_order_of_time(guide: Guide) -> Iterator[Finding]:
    """The phase of an item does not come before that of the item above it: the list reads in order of time."""
    order = [term.id for term in guide.terms("phases")]
    for kind in ("formats", "checklists"):
        for entry in guide.of(kind):
            for index in range(1, len(entry.checklist)):
                before, here = entry.checklist[index - 1].phase, entry.checklist[index].phase
                if order.index(here) < order.index(before):
                    message = f"{here!r} stands after {before!r}"
                    yield (
                        entry,
                        ("checklist", index, "phase"),
                        message,
                        "move the item up, in order of time",
                    )


def one_pagers_fit(guide: Guide) -> Iterator[Finding]:
    """Each part of a one-pager keeps to its lines, so that the whole stays on one page in any common font."""
    for entry in guide.of("formats"):
        texts = paper.one_pager(guide, entry)
        for parts, most in paper.BUDGET.items():
            printed = [text for part in parts for text in texts[part]]
            used = sum(text.lines for text in printed)
            if used > most:
                worst = max(printed, key=lambda text: (text.lines, len(text.text)))
                yield (
                    worst.entry,
                    worst.trail,
                    f"the sheet of {entry.id!r} has {used} lines under “{', '.join(parts)}” and holds {most}",
                    f"shorten this, or another line there, by {used - most} in all",
                )


def sheets_fit(guide: Guide) -> Iterator[Finding]:
    """A sheet of sheets.yml stays on one page."""
    for entry in guide.of("sheets"):
        for name, used, most in paper.columns(guide, entry):
            if used > most:
                message = f"the sheet is {used - most:.0f} mm too long"
                yield entry, (name,), message, "take away lines, rows or a part"


RULES: tuple[Callable[[Guide], Iterator[Finding]], ...] = (
    essentials_fit_the_page,
    spans_rise,
    one_stop,
    laws_are_listed,
    disagreements_are_marked,
    items_in_order_of_time,
    one_pagers_fit,
    sheets_fit,
)


def broken(guide: Guide) -> Iterator[Problem]:
    """Yield a Problem for each place that breaks a rule."""
    for rule in RULES:
        for entry, trail, message, tip in rule(guide):
            yield Problem(*guide.place(entry, *trail), message, tip)
