"""Define the pages that belong to no kind: home, plan, practice, stories, packet, the list of all entries, data."""

from collections.abc import Iterator

from ..guide import Guide
from ..kinds import KINDS
from .field_reference import field_reference
from .page import Page

WIDE = "home.html"
"""The theme template without sidebars."""

TOOLS = (
    Page(
        "plan/index.md",
        "plan",
        "My plan",
        "Your second interview from today to the last follow-up: what to do on which day, what to expect, when to write.",
        WIDE,
    ),
    Page(
        "plan/day.md",
        "plan_day",
        "The day",
        "Where, who, the first five minutes, three stories, three questions: your interview on one screen.",
        WIDE,
    ),
    Page(
        "practice/index.md",
        "practice/index",
        "Practise aloud",
        "Second-round questions one at a time, with thinking time, a clock and three follow-ups. Private, on your device.",
    ),
    Page(
        "practice/partner.md",
        "practice/partner",
        "For the other chair",
        "The same round for whoever asks you: questions, follow-ups, what to listen for, and a sheet to tick.",
    ),
    Page(
        "practice/takes.md",
        "practice/takes",
        "Your takes",
        "What you recorded: listen, name, compare, download and delete. It is on this device only.",
    ),
    Page(
        "stories/index.md",
        "stories/index",
        "Your stories",
        "Keep your interview stories with three follow-up answers, see what they cover, and print them.",
    ),
    Page(
        "stories/debrief.md",
        "stories/debrief",
        "Debrief a conversation",
        "Write down within the hour what they lingered on, what stayed open, and what was promised.",
    ),
    Page(
        "stories/scorecard.md",
        "stories/scorecard",
        "Signs you saw",
        "Mark warning signs and signs of health with what you saw and heard, for each interview.",
    ),
    Page(
        "stories/decision.md",
        "stories/decision",
        "Decide between employers",
        "Compare your interviews by what counts for you, with honest ranges and no verdict.",
    ),
    Page(
        "print/packet.md",
        "packet",
        "A packet of sheets",
        "Choose the sheets for your interview and print them in one go.",
        "sheet.html",
        "data/sheets.yml",
    ),
)
"""Pages with forms or other input."""


def home_page() -> Page:
    """Return the home page, which also shows the entries of the kind `changes`."""
    return Page(
        "index.md", "home", "Round Two", "The open guidebook to the second job interview.", WIDE
    )


def reference_pages(guide: Guide) -> Iterator[Page]:
    """Yield the pages about the guide as a whole: all entries, sources, and the data for reuse."""
    yield Page(
        "find/index.md",
        "find",
        "All entries, A to Z",
        "Every entry of the guide to second interviews, in the order of the alphabet.",
        context={"kinds": [kind for kind in KINDS.values() if kind.in_a_to_z]},
    )
    yield Page(
        "about/index.md",
        "about",
        "About",
        "How this guide is made, and every source it rests on.",
        edit=KINDS["sources"].path,
        context={"kinds": [*KINDS.values()]},
    )
    yield Page(
        "data/index.md",
        "data",
        "Use the data",
        "The guide as JSON, CSV, flash cards and a feed: what each file holds, and what you can rely on.",
        context={"kinds": [*KINDS]},
    )
    paths = {kind.name: kind.path for kind in KINDS.values()} | {"taxonomy": "data/taxonomy.yml"}
    yield Page(
        "data/fields.md",
        "data_fields",
        "Field reference",
        "Every field of every entry: what it means and what it may hold.",
        context={"reference": field_reference(guide), "paths": paths},
    )
