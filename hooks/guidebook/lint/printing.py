"""Rules about the room on printed pages."""

from collections.abc import Iterator

from .. import sheets
from ..guide import Guide
from .finding import Finding


def one_pagers_fit(guide: Guide) -> Iterator[Finding]:
    """Each part of a one-pager keeps to its lines, so that all of it stays on one page in any common font."""
    for entry in guide.entries_of("formats"):
        texts = sheets.one_pager(guide, entry)
        for parts, most in sheets.LINE_LIMITS.items():
            printed = [text for part in parts for text in texts[part]]
            used = sum(text.lines for text in printed)
            if used > most:
                worst = max(printed, key=lambda text: (text.lines, len(text.text)))
                where = ", ".join(parts)
                wrong = f"the sheet of {entry.id!r} has {used} lines under “{where}”, but has room for {most}"
                tip = f"shorten this text, or others in that part, by {used - most} lines in all"
                yield Finding(worst.entry, worst.path, wrong, tip)


def sheets_fit(guide: Guide) -> Iterator[Finding]:
    """A sheet of sheets.yml stays on one page."""
    for entry in guide.entries_of("sheets"):
        for name, used, most in sheets.measure_columns(guide, entry):
            if used > most:
                wrong = f"the sheet is {used - most:.0f} mm too long"
                yield Finding(entry, (name,), wrong, "remove lines, rows or a part")
