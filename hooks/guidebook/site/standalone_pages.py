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
        search=(
            "preparation plan",
            "schedule my preparation",
            "how many hours do I need",
            "day by day",
            "add it to my calendar",
        ),
    ),
    Page(
        "plan/day.md",
        "plan_day",
        "Interview day",
        "Your interview on one screen: when and where, who you'll meet, the first five minutes, three stories, three questions.",
        layout=WIDE,
        search=("on the day", "interview day on my phone", "everything on one screen"),
    ),
    Page(
        "practice/index.md",
        "practice/index",
        "Practice",
        "Practice out loud: one second-round question at a time, with time to think, a clock, and three follow-ups. Private.",
        search=(
            "practice out loud",
            "practice interview",
            "mock interview",
            "rehearse",
            "interview simulator",
            "practise aloud",
        ),
    ),
    Page(
        "practice/partner.md",
        "practice/partner",
        "For your practice partner",
        "For the person who asks you the questions: the follow-ups, what to listen for, and a sheet for notes.",
        search=("mock interviewer", "someone to practice with", "practice with a friend"),
    ),
    Page(
        "practice/assistant.md",
        "practice/assistant",
        "Practice with your assistant",
        "Copy a prompt for the AI assistant you already have: our questions and follow-ups, one at a time, then a debrief.",
        search=("practice with ChatGPT", "AI mock interview", "interview prompt"),
    ),
    Page(
        "practice/takes.md",
        "practice/takes",
        "Your recordings",
        "Play, name, compare, download or delete your recorded answers. They stay on this device.",
        search=("my recordings", "listen to my answers", "record my answers"),
    ),
    Page(
        "stories/index.md",
        "stories/index",
        "Your stories",
        "Save your interview stories with answers to three follow-ups, see what they cover, and print them.",
        search=("my stories", "story bank tool", "save my stories", "STAR examples"),
    ),
    Page(
        "stories/debrief.md",
        "stories/debrief",
        "Debrief a conversation",
        "Within the hour, write down what they kept coming back to, what was left open, and what was promised.",
        search=("debrief", "write down what they asked", "notes after the interview"),
    ),
    Page(
        "stories/scorecard.md",
        "stories/scorecard",
        "Red flags you saw",
        "Mark the red flags and good signs you saw and heard, for each interview.",
        search=("scorecard", "rate the employer", "red flags checklist", "score the interview"),
    ),
    Page(
        "stories/decision.md",
        "stories/decision",
        "Decide between employers",
        "Compare your interviews by what matters to you, with honest ranges and no verdict.",
        search=("compare job offers", "decision tool", "score the offers", "which offer is better"),
    ),
    Page(
        "print/packet.md",
        "packet",
        "Print several sheets",
        "Choose the sheets for your interview and print them all at once.",
        layout="sheet.html",
        edit="data/sheets.yml",
        search=("packet", "print everything", "print all sheets", "make a PDF", "booklet"),
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
        search=("index", "list of everything", "site map"),
        context={"kinds": [kind for kind in KINDS.values() if kind.in_a_to_z]},
    )
    yield Page(
        "about/index.md",
        "about",
        "About",
        "How this guide is made, and every source it relies on.",
        "AboutPage",
        search=("who wrote this", "is this reliable", "how this guide is made"),
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
        search=("download", "flash cards", "Anki", "API", "open data", "offline copy"),
    )
    paths = {kind.name: kind.path for kind in KINDS.values()} | {"taxonomy": "data/taxonomy.yml"}
    yield Page(
        "data/fields.md",
        "data_fields",
        "Data reference",
        "Every field of every entry: what it means and what it can contain.",
        context={"reference": field_reference(guide), "paths": paths},
    )
