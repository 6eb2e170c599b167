"""Define the pages that belong to no kind: home, plan, practice, stories, packet, the list of all entries, data."""

from collections.abc import Iterator

from ..export.csv_tables import part_fields
from ..export.json_values import API, VERSION
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
        "Your second interview, day by day, from today to the last follow-up: what to do, what to expect, and when to write.",
        layout=WIDE,
    ),
    Page(
        "plan/day.md",
        "plan_day",
        "The day",
        "Your interview on one screen: when and where, who you'll meet, the first five minutes, three stories, three questions.",
        layout=WIDE,
    ),
    Page(
        "practice/index.md",
        "practice/index",
        "Practice",
        "Practice out loud: one second-round question at a time, with time to think, a clock, and three follow-ups. Private.",
    ),
    Page(
        "practice/partner.md",
        "practice/partner",
        "For your practice partner",
        "For the person who asks you the questions: the follow-ups, what to listen for, and a sheet for notes.",
    ),
    Page(
        "practice/assistant.md",
        "practice/assistant",
        "Practice with your assistant",
        "Copy a prompt for the AI assistant you already have: our questions and follow-ups, one at a time, then a debrief.",
    ),
    Page(
        "practice/takes.md",
        "practice/takes",
        "Your recordings",
        "Play, name, compare, download or delete your recorded answers. They stay on this device.",
    ),
    Page(
        "stories/index.md",
        "stories/index",
        "Your stories",
        "Save your interview stories with answers to three follow-ups, see what they cover, and print them.",
    ),
    Page(
        "stories/debrief.md",
        "stories/debrief",
        "Debrief a conversation",
        "Within the hour, write down what they kept coming back to, what was left open, and what was promised.",
    ),
    Page(
        "stories/scorecard.md",
        "stories/scorecard",
        "Red flags you saw",
        "Mark the red flags and good signs you saw and heard, for each interview.",
    ),
    Page(
        "stories/decision.md",
        "stories/decision",
        "Decide between employers",
        "Compare your interviews by what matters to you, with honest ranges and no verdict.",
    ),
    Page(
        "print/packet.md",
        "packet",
        "Print several sheets",
        "Choose the sheets for your interview and print them all at once.",
        layout="sheet.html",
        edit="data/sheets.yml",
    ),
)
"""Pages with forms or other input."""


def home_page() -> Page:
    """Return the home page, which also shows the entries of the kind `changes`."""
    return Page("index.md", "home", "Round Two", "The open guidebook to the second job interview.", "WebSite", WIDE)


def reference_pages(guide: Guide) -> Iterator[Page]:
    """Yield the pages about the guide as a whole: all entries, sources, and the data for reuse."""
    yield Page(
        "find/index.md",
        "find",
        "All entries, A to Z",
        "Everything in the guide to second interviews, by type, A to Z.",
        "CollectionPage",
        context={"kinds": [kind for kind in KINDS.values() if kind.in_a_to_z]},
    )
    yield Page(
        "about/index.md",
        "about",
        "About",
        "How this guide is made, and every source it relies on.",
        "AboutPage",
        edit=KINDS["sources"].path,
        context={"kinds": [*KINDS.values()]},
    )
    yield Page(
        "data/index.md",
        "data",
        "Use the data",
        "The guide as JSON, CSV, flash cards and a feed: what each file contains, and what you can rely on.",
        "Dataset",
        meta={"version": VERSION, "files": [f"{API}/{kind}.json" for kind in KINDS]},
        context={"kinds": [*KINDS], "part_fields": part_fields},
    )
    paths = {kind.name: kind.path for kind in KINDS.values()} | {"taxonomy": "data/taxonomy.yml"}
    yield Page(
        "data/fields.md",
        "data_fields",
        "Data reference",
        "Every field of every entry: what it means and what it can contain.",
        context={"reference": field_reference(guide), "paths": paths},
    )
