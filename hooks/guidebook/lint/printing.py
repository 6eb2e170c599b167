"""Rules about the space on printed pages."""

from collections.abc import Iterator

from .. import sheets
from ..guide import Guide
from .finding import Finding


def one_pagers_fit(guide: Guide) -> Iterator[Finding]:
    """Each part of a one-pager stays within its lines, so that everything fits one page in any common font."""
    for entry in guide.entries_of("formats"):
        texts = sheets.one_pager(guide, entry)
        for parts, most in sheets.LINE_LIMITS.items():
            printed = [text for part in parts for text in texts[part]]
            used = sum(text.lines for text in printed)
            if used > most:
                worst = max(printed, key=lambda text: (text.lines, len(text.text)))
                heading = ", ".join(parts)
                message = f"the sheet of {entry.id!r} has {used} lines under “{heading}”, but has room for {most}"
                hint = f"shorten this text, or others in that part, by {used - most} lines in all"
                yield Finding(worst.entry, worst.path, message, hint)


def sheets_fit(guide: Guide) -> Iterator[Finding]:
    """A sheet of sheets.yml stays on one page."""
    for entry in guide.entries_of("sheets"):
        for name, used, most in sheets.measure_columns(guide, entry):
            if used > most:
                message = f"the sheet is {used - most:.0f} mm too long"
                yield Finding(entry, (name,), message, "remove lines, rows or a part")
